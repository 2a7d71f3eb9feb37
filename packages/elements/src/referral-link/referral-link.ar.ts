import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-link.en.js';

/** What referral-link says in Arabic. */
export const words: WordsLike<typeof english> = {
  'referral.waiting': 'جارٍ تحميل رابطك',
  'referral.empty': 'لا يوجد عرض إحالة لدى عيادتك في الوقت الحالي.',
  'referral.signed-out': 'سجّل الدخول لتحصل على رابطك.',
  'referral.for-friend': 'لصديقك',
  'referral.for-you': 'لك: \u2068{offer}\u2069',
  'referral.link': 'رابطك، اضغط لنسخه',
  'referral.copy-link': 'نسخ الرابط',
  'referral.copied': 'تم النسخ',
  'referral.copied-said': 'نُسخ رابطك.',
  'referral.not-copied': 'لم يسمح متصفحك بالنسخ. الرابط محدّد، فانسخه يدويًا.',
  'referral.share': 'مشاركة',
  'referral.sms': 'رسالة',
  'referral.email': 'بريد',
  'referral.whatsapp': 'واتساب',
  'referral.subject': 'لزيارتك إلى \u2068{clinic}\u2069',
  'referral.message':
    '\u2068{offer}\u2069. بهذا الرابط من \u2068{name}\u2069 يصبح لك في \u2068{clinic}\u2069: {link}',
  'referral.message-unnamed':
    '\u2068{offer}\u2069. بهذا الرابط يصبح لك في \u2068{clinic}\u2069: {link}',
  'referral.pending': '{amount}\u00a0من \u2068{points}\u2069 في الطريق إليك',
  'referral.joined': {
    zero: 'لم ينضم أصدقاء بعد',
    one: 'انضم صديق واحد',
    two: 'انضم صديقان',
    few: 'انضم {count} أصدقاء',
    many: 'انضم {count} صديقًا',
    other: 'انضم {count} صديق',
  },
  'referral.completed': {
    zero: 'لا علاجات مكتملة',
    one: 'علاج واحد مكتمل',
    two: 'علاجان مكتملان',
    few: '{count} علاجات مكتملة',
    many: '{count} علاجًا مكتملًا',
    other: '{count} علاج مكتمل',
  },
  'referral.qr-open': 'عرض كرمز QR',
  'referral.qr-title': 'امسح الرمز لفتح الرابط',
  'referral.qr-image': 'رمز QR لرابطك',
  'referral.qr-save': 'حفظ {kind}',
  'referral.qr-print': 'طباعة',
  'referral.qr-close': 'إغلاق',
  'referral.qr-failed': 'تعذّر تحميل الرمز. تحقق من اتصالك وحاول مرة أخرى.',
};
