import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** What tier-badge says in Arabic. */
export const words: WordsLike<typeof english> = {
  'tier.waiting': 'جارٍ تحميل مستواك',
  'tier.signed-out': 'اعرف مستواك',
  'tier.failed': 'تعذّر التحميل. أعد المحاولة',
  'tier.none': 'لا مستوى بعد',
  'tier.open': 'مستواك \u2068{tier}\u2069. اعرف مزاياه',
  'tier.unlocks': 'مزايا \u2068{tier}\u2069',
  'tier.unlocks-nothing': 'هنا يبدأ الجميع، وكل زيارة تُحتسب للمستوى التالي.',
  'tier.missing': 'بقي {money} للوصول إلى \u2068{tier}\u2069',
  'tier.top': 'هذا أعلى مستوى.',
  'tier.kept-until': 'هو لك حتى {day}، ولمدة أطول مع زياراتك القادمة.',
  'tier.changed': 'مستواك الآن \u2068{tier}\u2069.',
  'tier.close': 'إغلاق',
  'tier.per-quarter': {
    zero: '\u2068{name}\u2069، {count} مرة كل ثلاثة أشهر',
    one: '\u2068{name}\u2069، مرة كل ثلاثة أشهر',
    two: '\u2068{name}\u2069، مرتين كل ثلاثة أشهر',
    few: '\u2068{name}\u2069، {count} مرات كل ثلاثة أشهر',
    many: '\u2068{name}\u2069، {count} مرة كل ثلاثة أشهر',
    other: '\u2068{name}\u2069، {count} مرة كل ثلاثة أشهر',
  },
};
