import type { WordsLike } from '../internal/words.js';
import type { words as english } from './book-button.en.js';

/** What book-button says in Arabic. */
export const words: WordsLike<typeof english> = {
  'book.label': 'احجز زيارة',
  'book.waiting': 'جارٍ تحميل رابط الحجز',
  'book.none': 'لا يوجد حجز عبر الإنترنت',
  'book.failed': 'تعذّر ذلك. أعد المحاولة',
  'book.copy': 'انسخ رابط الحجز',
  'book.copied': 'تم النسخ',
  'book.not-copied': 'تعذر النسخ. الرابط محدد لتنسخه بنفسك.',
};
