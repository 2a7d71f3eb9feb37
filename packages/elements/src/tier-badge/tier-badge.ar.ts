import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** What tier-badge says in Arabic. */
export const words: WordsLike<typeof english> = {
  'tier.waiting': 'جارٍ تحميل مستواك',
  'tier.signed-out': 'اعرف مستواك',
  'tier.failed': 'تعذّر التحميل. أعد المحاولة',
  'tier.none': 'لا مستوى بعد',
  'tier.open': 'مستواك {tier}. اعرف مزاياه',
  'tier.unlocks': 'مزايا {tier}',
  'tier.unlocks-nothing': 'هنا يبدأ الجميع، وكل زيارة تُحتسب للمستوى التالي.',
  'tier.missing': 'بقي {money} للوصول إلى {tier}',
  'tier.top': 'هذا أعلى مستوى.',
  'tier.kept-until': 'هو لك حتى {day}، ولمدة أطول مع زياراتك القادمة.',
  'tier.changed': 'مستواك الآن {tier}.',
  'tier.close': 'إغلاق',
  'tier.per-quarter': {
    zero: '{name}، {count} مرة كل ثلاثة أشهر',
    one: '{name}، مرة كل ثلاثة أشهر',
    two: '{name}، مرتين كل ثلاثة أشهر',
    few: '{name}، {count} مرات كل ثلاثة أشهر',
    many: '{name}، {count} مرة كل ثلاثة أشهر',
    other: '{name}، {count} مرة كل ثلاثة أشهر',
  },
};
