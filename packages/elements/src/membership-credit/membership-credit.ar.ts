import type { WordsLike } from '../internal/words.js';
import type { words as english } from './membership-credit.en.js';

/** What membership-credit says in Arabic. */
export const words: WordsLike<typeof english> = {
  'credit.title': 'رصيدك',
  'credit.waiting': 'جارٍ تحميل رصيدك',
  'credit.signed-out': 'سجّل الدخول لترى رصيدك.',
  'credit.empty': 'لا يوجد لديك رصيد حاليًا.',
  'credit.usable': 'للاستخدام في زياراتك',
  'credit.next': 'يُضاف {money} في {day}',
  'credit.paused': 'متوقفة مؤقتًا. ما ادّخرته يبقى حتى تاريخ انتهائه.',
  'credit.ended': 'منتهية. ما ادّخرته يبقى حتى تاريخ انتهائه.',
  'credit.below-zero': 'جعل تصحيحٌ رصيدك أقل من الصفر.',
  'credit.until': 'يُستخدم حتى نهاية يوم {day}',
  'credit.no-end': 'بلا تاريخ انتهاء',
  'credit.all': 'عرض الكل ({count})',
  'credit.terms': 'شروط \u2068{plan}\u2069',
  'credit.rolls': {
    zero: '{money} شهريًا.',
    one: '{money} شهريًا. يمكن استخدام رصيد كل شهر لمدة شهر واحد.',
    two: '{money} شهريًا. يمكن استخدام رصيد كل شهر لمدة شهرين.',
    few: '{money} شهريًا. يمكن استخدام رصيد كل شهر لمدة {count} أشهر.',
    many: '{money} شهريًا. يمكن استخدام رصيد كل شهر لمدة {count} شهرًا.',
    other: '{money} شهريًا. يمكن استخدام رصيد كل شهر لمدة {count} شهر.',
  },
  'credit.plan': 'مقابل {price} شهريًا، مع رصيد قدره {money} كل شهر.',
  'credit.perk': 'كل ثلاثة أشهر: \u2068{perk}\u2069.',
  'credit.visits-left': {
    zero: 'يمكنك الانضمام الآن.',
    one: 'بعد زيارة واحدة يمكنك الانضمام.',
    two: 'بعد زيارتين يمكنك الانضمام.',
    few: 'بعد {count} زيارات يمكنك الانضمام.',
    many: 'بعد {count} زيارة يمكنك الانضمام.',
    other: 'بعد {count} زيارة يمكنك الانضمام.',
  },
  'credit.may-join': 'يمكنك الانضمام في زيارتك القادمة.',
  'credit.changed': 'أصبح رصيدك {money}.',
};
