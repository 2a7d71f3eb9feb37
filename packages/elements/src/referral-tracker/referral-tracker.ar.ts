import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-tracker.en.js';

/** What referral-tracker says in Arabic. A name that may be Latin stands isolated, so that the line stays Arabic. */
export const words: WordsLike<typeof english> = {
  'tracker.title': 'أصدقاؤك',
  'tracker.waiting': 'جارٍ تحميل قائمة أصدقائك',
  'tracker.signed-out': 'سجّل الدخول لترى ما حققه رابطك.',
  'tracker.empty': 'لم ينضم أحد عبر رابطك بعد. سترى هنا كم اقتربت كل مكافأة.',
  'tracker.off': 'لا يوجد عرض إحالة لدى عيادتك في الوقت الحالي.',
  'tracker.pending': '{amount} من \u2068{points}\u2069 في الطريق إليك',
  'tracker.rewards': {
    zero: 'لا مكافآت في الطريق إليك',
    one: 'مكافأة واحدة في الطريق إليك',
    two: 'مكافأتان في الطريق إليك',
    few: '{count} مكافآت في الطريق إليك',
    many: '{count} مكافأة في الطريق إليك',
    other: '{count} مكافأة في الطريق إليك',
  },
  'tracker.friend': 'أحد الأصدقاء',
  'tracker.since': 'منذ {month}',
  'tracker.invited': 'احتفظ بعرضك في {month}',
  'tracker.joined': 'تصلك مكافأتك بعد الزيارة الأولى.',
  'tracker.booked': 'الزيارة الأولى محجوزة، وبعدها تصلك مكافأتك.',
  'tracker.completed': 'مكافأتك في الطريق وتصل في {day}.',
  'tracker.thanks': 'شكرًا لك. لا مكافأة إضافية هذه المرة.',
  'tracker.released': 'وصلت مكافأتك.',
  'tracker.expired': 'انتهت مدة الحصول على المكافأة.',
  'tracker.held': 'تراجع العيادة الأمر قبل إرسال مكافأتك.',
  'tracker.rejected': 'لا مكافأة هذه المرة، ويمكن للعيادة أن تخبرك بالسبب.',
  'tracker.all': {
    zero: 'عرض الكل',
    one: 'عرض الكل',
    two: 'عرض الاثنين',
    few: 'عرض الكل ({count})',
    many: 'عرض الكل ({count})',
    other: 'عرض الكل ({count})',
  },
  'tracker.more': 'عرض المزيد',
  'tracker.more-failed': 'تعذر تحميل البقية. حاول مرة أخرى بعد قليل.',
  'tracker.changed': '\u2068{friend}\u2069: {status}',
};
