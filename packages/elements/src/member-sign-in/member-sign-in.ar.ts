import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-sign-in.en.js';

/** What member-sign-in says in Arabic. */
export const words: WordsLike<typeof english> = {
  'sign-in.title': 'مزاياك في \u2068{clinic}\u2069',
  'sign-in.purpose': 'سجّل الدخول برقم جوالك. نرسل إليك رمزًا في رسالة نصية، بلا كلمة مرور.',
  'sign-in.phone': 'رقم الجوال',
  'sign-in.send': 'أرسل لي رمزًا',
  'sign-in.waiting': 'جارٍ تحميل تسجيل الدخول',

  'sign-in.code-title': 'أدخل رمزك',
  'sign-in.code-sent': 'أرسلنا ستة أرقام إلى \u2068{hint}\u2069.',
  'sign-in.code': 'الرمز',
  'sign-in.remember': 'إبقاء الدخول على هذا الجهاز',
  'sign-in.remember-hint': 'لمدة 90 يومًا. لا تفعّله على هاتف يستخدمه غيرك.',
  'sign-in.submit': 'تسجيل الدخول',
  'sign-in.other-number': 'استخدم رقمًا آخر',
  'sign-in.resend': 'أرسل رمزًا جديدًا',
  'sign-in.resend-in': {
    zero: 'يمكنك طلب رمز جديد الآن.',
    one: 'يمكنك طلب رمز جديد بعد ثانية واحدة.',
    two: 'يمكنك طلب رمز جديد بعد ثانيتين.',
    few: 'يمكنك طلب رمز جديد بعد {count} ثوانٍ.',
    many: 'يمكنك طلب رمز جديد بعد {count} ثانية.',
    other: 'يمكنك طلب رمز جديد بعد {count} ثانية.',
  },
  'sign-in.resent': 'رمز جديد في الطريق إليك.',

  'sign-in.join-title': 'أهلًا بك في \u2068{clinic}\u2069',
  'sign-in.join-purpose': 'تم تأكيد رقمك. بقيت خطوة واحدة لتصبح عضوًا، والعضوية مجانية.',
  'sign-in.join-points': {
    zero: 'تبدأ بلا نقاط.',
    one: 'تبدأ بنقطة واحدة.',
    two: 'تبدأ بنقطتين.',
    few: 'تبدأ بـ {count} نقاط.',
    many: 'تبدأ بـ {count} نقطة.',
    other: 'تبدأ بـ {count} نقطة.',
  },
  'sign-in.first-name': 'الاسم الأول',
  'sign-in.optional': 'اختياري',
  'sign-in.friend-code': 'رمز من صديق أو من العيادة',
  'sign-in.friend-offer': 'من صديقك: \u2068{offer}\u2069',
  'sign-in.terms': 'أوافق على شروط البرنامج.',
  'sign-in.terms-link': 'الشروط',
  'sign-in.privacy-link': 'الخصوصية',
  'sign-in.marketing': 'أرغب في تلقي الأخبار والعروض برسائل نصية، ويمكنني التوقف متى شئت.',
  'sign-in.marketing-terms':
    'يختلف عدد الرسائل، وقد تُطبَّق رسوم الرسائل والبيانات. أرسل \u2066STOP\u2069 لإيقافها أو \u2066HELP\u2069 للمساعدة.',
  'sign-in.share-name': 'يمكن للصديق الذي دعاني أن يرى اسمي الأول.',
  'sign-in.join': 'انضمام',

  'sign-in.hello': 'مرحبًا \u2068{name}\u2069',
  'sign-in.hello-unnamed': 'مرحبًا',
  'sign-in.signed-in': 'تم تسجيل دخولك في \u2068{clinic}\u2069.',
  'sign-in.since': 'عضو منذ {day}.',
  'sign-in.sign-out': 'تسجيل الخروج',
  'sign-in.close': 'إغلاق',
  'sign-in.working': 'لحظة من فضلك',

  'sign-in.phone_invalid': 'لا يبدو هذا رقم جوال. تحقق منه وحاول مرة أخرى.',
  'sign-in.code_invalid': 'ليس هذا الرمز الذي أرسلناه. راجع الرسالة وحاول مرة أخرى.',
  'sign-in.code_expired': 'انتهت صلاحية رمزك. يمكننا إرسال رمز جديد.',
  'sign-in.code_attempts_exceeded': 'جُرّب هذا الرمز مرات كثيرة. يمكننا إرسال رمز جديد.',
  'sign-in.consent_required': 'للانضمام، وافق على الشروط من فضلك.',
  'sign-in.referral_code_unknown': 'لا يوجد رمز كهذا. تحقق منه أو اترك الحقل فارغًا.',
  'sign-in.member_ambiguous': 'هذا الرقم مسجّل مرتين لدى العيادة. اتصل بها لحل الأمر.',
  'sign-in.rate_limited': 'أُرسلت رموز كثيرة. انتظر بضع دقائق وحاول مرة أخرى.',
};
