import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-progress.en.js';

/** What tier-progress says in Arabic. */
export const words: WordsLike<typeof english> = {
  'progress.waiting': 'جارٍ تحميل تقدّمك',
  'progress.signed-out': 'سجّل الدخول لتعرف كم بقي للمستوى التالي.',
  'progress.empty': 'لا توجد مستويات في هذه العيادة حاليًا.',
  'progress.missing': 'بقي {money} للوصول إلى \u2068{tier}\u2069',
  'progress.missing-by': 'بقي {money} للوصول إلى \u2068{tier}\u2069 حتى {day}',
  'progress.top': 'أنت في أعلى مستوى: \u2068{tier}\u2069',
  'progress.spend': {
    zero: '{money} حتى الآن خلال {count} شهر',
    one: '{money} حتى الآن خلال الشهر الأخير',
    two: '{money} حتى الآن خلال الشهرين الأخيرين',
    few: '{money} حتى الآن خلال آخر {count} أشهر',
    many: '{money} حتى الآن خلال آخر {count} شهرًا',
    other: '{money} حتى الآن خلال آخر {count} شهر',
  },
  'progress.meter': 'الإنفاق نحو \u2068{tier}\u2069',
  'progress.of': '{money} من {goal}',
  'progress.mine': 'مستواك',
  'progress.kept': 'مستوى \u2068{tier}\u2069 لك حتى {day}.',
  'progress.keep': 'أنفق {money} قبل ذلك ليبقى لك.',
  'progress.at-risk': 'ما يذهب معه: \u2068{benefits}\u2069.',
  'progress.unlocks': 'مزايا \u2068{tier}\u2069: \u2068{benefits}\u2069.',
  'progress.given': 'مستوى \u2068{tier}\u2069 هدية منا لك حتى نهاية يوم {day}.',
  'progress.changed': 'بقي الآن {money} للوصول إلى \u2068{tier}\u2069.',
};
