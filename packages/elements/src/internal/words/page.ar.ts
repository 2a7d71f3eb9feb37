import type { WordsLike } from '../words.js';
import type { words as english } from './page.en.js';

/** What all elements say in Arabic. */
export const words: WordsLike<typeof english> = {
  'face.signed-out': 'سجّل الدخول لترى هذا.',
  'face.sign-in': 'تسجيل الدخول',
  'face.waiting': 'جارٍ التحميل',
  'face.retry': 'حاول مرة أخرى',
  'face.stale': 'قد لا يكون هذا محدّثًا. سنحاول مجددًا قريبًا.',

  'failed.network': 'تعذّر الاتصال بالعيادة. تحقق من اتصالك وحاول مرة أخرى.',
  'failed.set-up': 'لم يُفعّل البرنامج على هذه الصفحة بعد. أخبر العيادة من فضلك.',
  'failed.other': 'تعذّر التحميل. حاول مرة أخرى بعد قليل.',
};
