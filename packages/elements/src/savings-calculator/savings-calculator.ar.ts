import type { WordsLike } from '../internal/words.js';
import type { words as english } from './savings-calculator.en.js';

/** What savings-calculator says in Arabic. */
export const words: WordsLike<typeof english> = {
  'calculator.title': 'عامك في \u2068{clinic}\u2069',
  'calculator.waiting': 'جارٍ تحميل الحاسبة',
  'calculator.empty': 'لا يوجد ما يُحسب هنا بعد. اسألنا عما تعود به زياراتك.',
  'calculator.visits': 'الزيارات في السنة',
  'calculator.treatments': 'في كل زيارة',
  'calculator.tier': 'المستوى',
  'calculator.tier-reached': '\u2068{tier}\u2069، حسب إنفاقك',
  'calculator.package': 'الباقة',
  'calculator.no-package': 'بدون',
  'calculator.saving': 'التوفير المتوقع في السنة',
  'calculator.share': '\u2068{percent}\u2069 من {money} للعلاجات',
  'calculator.choose': 'اختر علاجًا لترى ما يعود به.',
  'calculator.from-points': '{amount} من {points}',
  'calculator.from-tier': 'خصم \u2068{tier}\u2069',
  'calculator.package-gain': 'خصم الباقة',
  'calculator.package-loss': 'الباقة أغلى من الزيارات',
  'calculator.package-idle': 'الباقة: لعلاجات أخرى',
  'calculator.how': 'كيف نحسب',

  'count.spend': '\u2068{treatment}\u2069: {visits}\u00a0×\u00a0{price}',
  'count.year': 'سنة بأسعار مفردة',
  'count.package':
    '\u2068{package}\u2069: {packages}\u00a0×\u00a0{price} بدلًا من {singly}، عدد الزيارات {sessions}',
  'count.tier':
    '\u2068{tier}\u2069: خصم {percent} على \u2068{treatment}\u2069، {visits}\u00a0×\u00a0{price}',
  'count.earn': '{visits}\u00a0×\u00a0{paid}، \u2068{rate}\u2069 لكل \u2068{per}\u2069',
  'count.bonus': 'مع الباقة: {packages}\u00a0×\u00a0\u2068{amount}\u2069',
  'count.joined': '\u2068{points}\u2069 عند الانضمام',
  'count.worth': '\u2068{amount}\u2069، بقيمة {money} لكل \u2068{per}\u2069',
  'count.note': 'تقدير بأسعار اليوم وقواعده. تُقرّب النقاط إلى الأدنى، ولا تشمل عروض المواسم.',
};
