import { pickText } from '@afterglow/contract/languages';

/** What the clinic's page says around the elements, and the story's own till. */
const words = {
  rewards: {
    en: 'Your rewards',
    es: 'Tus recompensas',
    fr: 'Vos récompenses',
    'pt-BR': 'Suas recompensas',
    'zh-Hans': '您的奖励',
    ar: 'مكافآتك',
  },
  till: {
    en: 'What happens at the clinic',
    es: 'Lo que pasa en la clínica',
    fr: 'Ce qui se passe à la clinique',
    'pt-BR': 'O que acontece na clínica',
    'zh-Hans': '诊所里发生的事',
    ar: 'ما يحدث في العيادة',
  },
  treatment: {
    en: 'A treatment for $450',
    es: 'Un tratamiento de $450',
    fr: 'Un soin à 450\u00a0$',
    'pt-BR': 'Um tratamento de $\u00a0450',
    'zh-Hans': '一次 $450 的护理',
    ar: 'علاج بقيمة 450 دولارًا',
  },
  skincare: {
    en: 'Skincare for $120',
    es: 'Cosmética por $120',
    fr: 'Cosmétiques pour 120\u00a0$',
    'pt-BR': 'Cosméticos por $\u00a0120',
    'zh-Hans': '$120 的护肤品',
    ar: 'منتجات عناية بقيمة 120 دولارًا',
  },
  package: {
    en: 'A package is sold',
    es: 'Se vende un paquete',
    fr: 'Un forfait est vendu',
    'pt-BR': 'Um pacote é vendido',
    'zh-Hans': '售出一个套餐',
    ar: 'تُباع باقة',
  },
  session: {
    en: 'A session is used',
    es: 'Se usa una sesión',
    fr: 'Une séance est utilisée',
    'pt-BR': 'Uma sessão é usada',
    'zh-Hans': '用掉一次护理',
    ar: 'تُستخدم جلسة',
  },
  month: {
    en: 'A month passes',
    es: 'Pasa un mes',
    fr: 'Un mois passe',
    'pt-BR': 'Passa um mês',
    'zh-Hans': '过了一个月',
    ar: 'يمر شهر',
  },
  lapse: {
    en: 'Past the day of lapse',
    es: 'Pasada la fecha de caducidad',
    fr: 'Après le jour de l’échéance',
    'pt-BR': 'Depois do dia do vencimento',
    'zh-Hans': '过了失效日',
    ar: 'بعد يوم الانتهاء',
  },
  line: {
    en: 'The line breaks once',
    es: 'La conexión falla una vez',
    fr: 'La connexion coupe une fois',
    'pt-BR': 'A conexão cai uma vez',
    'zh-Hans': '断网一次',
    ar: 'ينقطع الاتصال مرة',
  },
  done: {
    en: 'Done.',
    es: 'Hecho.',
    fr: 'C’est fait.',
    'pt-BR': 'Feito.',
    'zh-Hans': '完成。',
    ar: 'تم.',
  },
} as const;

/** The name of one of these texts. */
export type PageWord = keyof typeof words;

/** A text in a language; left out, that of the document. */
export const pageWord = (
  name: PageWord,
  language: string = document.documentElement.lang,
): string => pickText(words[name], language, 'en');
