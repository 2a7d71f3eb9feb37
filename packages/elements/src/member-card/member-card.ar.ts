import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-card.en.js';

/** What member-card says in Arabic. */
export const words: WordsLike<typeof english> = {
  'card.title': 'بطاقة عضويتك',
  'card.waiting': 'جارٍ تحميل بطاقتك',
  'card.signed-out': 'سجّل الدخول لترى بطاقة عضويتك.',
  'card.since': 'عضو منذ {year}',
  'card.vip': 'عضو VIP',
  'card.show': 'أظهرها في الاستقبال وستُحتسب زيارتك تلقائيًا.',
  'card.image': 'رمز QR لرقم عضويتك',
  'card.number': 'رقم العضوية',
  'card.failed': 'تعذر رسم الرمز، والرقم يكفي أيضًا.',
};
