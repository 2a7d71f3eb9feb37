import type { WordsLike } from '../internal/words.js';
import type { words as english } from './visit-preview.en.js';

/** What visit-preview says in Arabic. A name that may be Latin stands isolated, so that the line stays Arabic. */
export const words: WordsLike<typeof english> = {
  'preview.waiting': 'جارٍ حساب ما تكسبه من هذه الزيارة',
  'preview.choose': 'اختر علاجًا لترى ما تكسبه من الزيارة.',
  'preview.label': 'تكسب من هذه الزيارة',
  'preview.least': 'تكسب من هذه الزيارة على الأقل',
  'preview.due': 'يبقى عليك دفع {money} بعد استخدام ما لديك هنا.',
  'preview.rises': 'توصلك إلى \u2068{tier}\u2069.',
  'preview.alone': 'تكفي وحدها لبلوغ \u2068{tier}\u2069.',
  'preview.missing': 'يبقى بعدها {money} لبلوغ \u2068{tier}\u2069.',
  'preview.top': '\u2068{tier}\u2069 لك، وهو أعلى مستوى.',
  'preview.signed-out': 'سجّل الدخول لتراها بحسب مستواك وعروضك.',
  'preview.changed': 'تكسب من هذه الزيارة {amount} من \u2068{points}\u2069. \u2068{tier}\u2069',
};
