import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-welcome.en.js';

/** What referral-welcome says in Arabic. */
export const words: WordsLike<typeof english> = {
  'welcome.waiting': 'جارٍ تحميل عرضك',
  'welcome.from': 'صديق فكّر فيك',
  'welcome.how': 'العرض لك في \u2068{clinic}\u2069. احفظه برقم هاتفك ليُحتسب أينما حجزت أو انضممت.',
  'welcome.phone': 'رقم الجوال',
  'welcome.keep': 'احفظ عرضي',
  'welcome.working': 'لحظة من فضلك',
  'welcome.use': 'نستخدم الرقم للعثور على عرضك فقط، ولا نرسل إليه شيئًا.',
  'welcome.kept': 'عرضك محفوظ للرقم \u2068{hint}\u2069 حتى {day}.',
  'welcome.next': 'اذكر هذا الرقم عند الحجز أو الانضمام، وسيُحتسب العرض تلقائيًا.',
  'welcome.book': 'احجز زيارة',
  'welcome.join': 'انضم إلى البرنامج',
  'welcome.other': 'استخدم رقمًا آخر',
  'welcome.no-code': 'افتح رابط صديقك مرة أخرى لترى عرضك هنا.',
  'welcome.off': 'لا يوجد عرض للأصدقاء في الوقت الحالي.',
  'welcome.member': 'أنت عضو هنا بالفعل. هذا العرض للأصدقاء الجدد.',
  'welcome.yours': 'هذا العرض لك، وتجده في حسابك.',
  'welcome.phone_invalid': 'لا يبدو هذا رقم جوال. تحقق منه وحاول مرة أخرى.',
  'welcome.referral_code_unknown': 'لم يعد هذا الرابط معروفًا هنا. اطلب من صديقك رابطًا جديدًا.',
  'welcome.rate_limited': 'كثرت المحاولات قليلًا. انتظر ساعة ثم حاول مرة أخرى.',
};
