import type { WordsLike } from '../internal/words.js';
import type { words as english } from './offer-list.en.js';

/** What offer-list says in Arabic. A name that may be Latin stands isolated, so that the line stays Arabic. */
export const words: WordsLike<typeof english> = {
  'offers.title': 'عروضك',
  'offers.waiting': 'جارٍ تحميل عروضك',
  'offers.signed-out': 'سجّل الدخول لترى عروضك.',
  'offers.empty': 'لا عروض لديك في الوقت الحالي. تظهر العروض الجديدة هنا تلقائيًا.',
  'offers.off': 'خصم',
  'offers.gift-card': 'بطاقة هدية',
  'offers.minimum': 'عند دفع {money} فأكثر',
  'offers.until': 'صالح حتى {day}',
  'offers.soon': {
    zero: 'صالح حتى {day}',
    one: 'صالح حتى {day}، بقي يوم واحد',
    two: 'صالح حتى {day}، بقي يومان',
    few: 'صالح حتى {day}، بقيت {count} أيام',
    many: 'صالح حتى {day}، بقي {count} يومًا',
    other: 'صالح حتى {day}، بقي {count} يوم',
  },
  'offers.today': 'اليوم هو اليوم الأخير',
  'offers.no-end': 'بلا تاريخ انتهاء',
  'offers.book': 'احجز',
  'offers.book-with': 'احجز مع \u2068{name}\u2069',
  'offers.all': {
    zero: 'عرض الكل',
    one: 'عرض الكل',
    two: 'عرض الاثنين',
    few: 'عرض الكل ({count})',
    many: 'عرض الكل ({count})',
    other: 'عرض الكل ({count})',
  },
  'offers.new': 'لديك عرض جديد: \u2068{name}\u2069.',
};
