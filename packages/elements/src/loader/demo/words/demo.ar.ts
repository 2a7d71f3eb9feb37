import type { WordsLike } from '../../../internal/words.js';
import type { words as english } from './demo.en.js';

/** What a demo page says of itself in Arabic. */
export const words: WordsLike<typeof english> = {
  'demo.badge': 'عرض تجريبي، النقاط غير حقيقية',
  'demo.about':
    'هذه العيادة وأشخاصها من وحي الخيال. يبقى كل شيء في ذاكرة هذه الصفحة؛ أعد تحميلها للبدء من جديد.',
  'demo.sign-in':
    'لتسجيل الدخول استخدم {phone} والرمز {code}. أي رقم آخر يبدأ بـ ‎555-01 ينشئ حسابًا.',
  'demo.code': 'رمزك لهذا العرض: {code}',
};
