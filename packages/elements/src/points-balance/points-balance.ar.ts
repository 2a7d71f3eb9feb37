import type { WordsLike } from '../internal/words.js';
import type { words as english } from './points-balance.en.js';

/** What points-balance says in Arabic. */
export const words: WordsLike<typeof english> = {
  'points.waiting': 'جارٍ تحميل نقاطك',
  'points.signed-out': 'سجّل الدخول لترى نقاطك.',
  'points.worth': 'بقيمة {money}',
  'points.lapse': 'تنتهي {amount} في {day}',
  'points.kept': 'تبقى نقاطك لك ما دمت تزورنا.',
  'points.empty': 'تصل النقاط تلقائيًا بعد زيارتك القادمة.',
  'points.below-zero': 'أدى تصحيح إلى نزول رصيدك عن الصفر، وسيرتفع مع زيارتك القادمة.',
  'points.changed': 'رصيدك الآن {amount} من \u2068{points}\u2069.',
};
