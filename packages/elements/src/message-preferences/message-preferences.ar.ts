import type { WordsLike } from '../internal/words.js';
import type { words as english } from './message-preferences.en.js';

/** What message-preferences says in Arabic. Marks keep numbers, addresses and commands in order. */
export const words: WordsLike<typeof english> = {
  'preferences.title': 'رسائلك',
  'preferences.about': 'يُحفظ كل تغيير فورًا.',
  'preferences.waiting': 'جارٍ تحميل اختياراتك',
  'preferences.signed-out': 'سجّل الدخول لتختار ما يمكننا إرساله إليك.',
  'preferences.empty': 'لا يوجد هنا ما تختاره بعد.',

  'preferences.reminders': 'نقاطك وزياراتك',
  'preferences.reminders-about': 'ما ينتهي قريبًا وما هو جاهز لك.',
  'preferences.marketing': 'العروض والأخبار',
  'preferences.marketing-about': 'إن رغبت فقط، ولا يتوقف عليها أي شراء.',
  'preferences.sms': 'رسائل نصية إلى \u2066{address}\u2069',
  'preferences.email': 'رسائل بريد إلى \u2066{address}\u2069',
  'preferences.sms-terms':
    'بتفعيل هذا الخيار توافق على تلقي رسائل نصية تسويقية من \u2068{clinic}\u2069 على هذا الرقم. يختلف عدد الرسائل، وقد تُطبَّق رسوم الرسائل والبيانات. أرسل \u2066STOP\u2069 لإيقافها أو \u2066HELP\u2069 للمساعدة.',
  'preferences.email-terms': 'في كل منها رابط لإيقافها.',
  'preferences.no-sms': 'رسائل نصية، عندما يكون لدينا رقمك',
  'preferences.no-email': 'رسائل بريد، عندما يكون لدينا عنوانك',
  'preferences.name': 'اسمك',
  'preferences.name-share': 'يمكن لمن دعاني أن يرى اسمي الأول',
  'preferences.language': 'اللغة',
  'preferences.language-clinic': 'لغة العيادة',
  'preferences.terms': 'الشروط',
  'preferences.privacy': 'الخصوصية',

  'preferences.saving': 'جارٍ الحفظ',
  'preferences.saved': 'تم الحفظ',
  'preferences.saved-named': 'تم الحفظ: \u2068{name}\u2069',
  'preferences.failed': 'لم يُحفظ هذا، وبقي كما كان.',
  'preferences.unanswered':
    'تعذّر الوصول إلى العيادة ولا نعرف هل حُفظ هذا. ألقِ نظرة هنا مجددًا عندما تكون متصلًا.',
};
