import type { WordsLike } from '../internal/words.js';
import type { words as english } from './package-balance.en.js';

/** What package-balance says in Arabic. */
export const words: WordsLike<typeof english> = {
  'packages.title': 'باقاتك',
  'packages.waiting': 'جارٍ تحميل باقاتك',
  'packages.signed-out': 'سجّل الدخول لترى الجلسات المتبقية لك.',
  'packages.empty': 'لا توجد لديك باقة حاليًا. الباقات التي تشتريها تظهر هنا تلقائيًا.',
  'packages.left': {
    zero: 'لم تبق جلسات من أصل {total}',
    one: 'بقيت جلسة واحدة من أصل {total}',
    two: 'بقيت جلستان من أصل {total}',
    few: 'بقيت {count} جلسات من أصل {total}',
    many: 'بقيت {count} جلسة من أصل {total}',
    other: 'بقيت {count} جلسة من أصل {total}',
  },
  'packages.none': 'لا جلسات متبقية',
  'packages.none-left': 'استُخدمت كل الجلسات ({total})',
  'packages.until': 'صالحة حتى {day}',
  'packages.no-end': 'بلا تاريخ انتهاء',
  'packages.expired': 'انتهت في {day}',
  'packages.book': 'احجز',
  'packages.book-with': 'احجز باستخدام \u2068{name}\u2069',
  'packages.all': 'عرض الكل ({count})',
  'packages.changed': 'تغيّرت باقتك \u2068{name}\u2069. {left}.',
};
