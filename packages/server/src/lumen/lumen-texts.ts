/** The languages that the default program does not speak; `es` where it has one text for everybody. */
interface Translations {
  readonly es?: string;
  readonly fr: string;
  readonly 'pt-BR': string;
  readonly 'zh-Hans': string;
  readonly ar: string;
}

/**
 * What the texts of the default program are in the other languages of the elements, by the English
 * ones. An amount has its sign where the elements put it; what is Latin stands isolated in Arabic.
 */
export const lumenTexts: Readonly<Record<string, Translations>> = {
  'Glow points': {
    fr: 'Points Éclat',
    'pt-BR': 'Pontos Glow',
    'zh-Hans': '焕采积分',
    ar: 'نقاط التألق',
  },

  // Tiers and what they unlock.
  Glow: { es: 'Glow', fr: 'Éclat', 'pt-BR': 'Glow', 'zh-Hans': '焕采', ar: 'تألق' },
  Radiant: {
    es: 'Radiante',
    fr: 'Radiance',
    'pt-BR': 'Radiante',
    'zh-Hans': '光耀',
    ar: 'إشراق',
  },
  Luminous: {
    es: 'Luminoso',
    fr: 'Lumière',
    'pt-BR': 'Luminoso',
    'zh-Hans': '璀璨',
    ar: 'ضياء',
  },
  '5% off products': {
    fr: '5\u00a0% de remise sur les produits',
    'pt-BR': '5% de desconto em produtos',
    'zh-Hans': '产品优惠 5%',
    ar: 'خصم 5% على المنتجات',
  },
  '10% off products': {
    fr: '10\u00a0% de remise sur les produits',
    'pt-BR': '10% de desconto em produtos',
    'zh-Hans': '产品优惠 10%',
    ar: 'خصم 10% على المنتجات',
  },
  '3% off treatments': {
    fr: '3\u00a0% de remise sur les soins',
    'pt-BR': '3% de desconto em tratamentos',
    'zh-Hans': '护理优惠 3%',
    ar: 'خصم 3% على العلاجات',
  },
  'Priority booking': {
    fr: 'Réservation prioritaire',
    'pt-BR': 'Prioridade na agenda',
    'zh-Hans': '优先预约',
    ar: 'أولوية في الحجز',
  },
  'A complimentary LED add-on': {
    fr: 'Un complément LED offert',
    'pt-BR': 'Um LED de cortesia',
    'zh-Hans': '赠送 LED 光疗加项',
    ar: 'إضافة LED مجانية',
  },

  // Friends.
  '$50 off your first treatment': {
    fr: '50\u00a0$ de remise sur le premier soin',
    'pt-BR': '$\u00a050 de desconto no primeiro tratamento',
    'zh-Hans': '首次护理立减 $50',
    ar: 'خصم 50 دولارًا على أول علاج',
  },
  '500 points when your friend’s first treatment is done': {
    fr: '500 points une fois le premier soin de votre proche effectué',
    'pt-BR': '500 pontos quando a pessoa indicada fizer o primeiro tratamento',
    'zh-Hans': '500 积分，朋友完成首次护理后到账',
    ar: '500 نقطة عندما يكمل صديقك علاجه الأول',
  },
  'A gift for you at Lumen Aesthetics: $50 off your first treatment. {link}': {
    fr: 'Un cadeau pour toi chez Lumen Aesthetics\u00a0: 50\u00a0$ de remise sur ton premier soin. {link}',
    'pt-BR':
      'Um presente para você na Lumen Aesthetics: $\u00a050 de desconto no primeiro tratamento. {link}',
    'zh-Hans': '送你一份 Lumen Aesthetics 的礼物：首次护理立减 $50。{link}',
    ar: 'هدية لك من \u2068Lumen Aesthetics\u2069: خصم 50 دولارًا على أول علاج. {link}',
  },

  // Packages, and the membership.
  'Microneedling, 3 sessions': {
    fr: 'Microneedling, 3 séances',
    'pt-BR': 'Microagulhamento, 3 sessões',
    'zh-Hans': '微针护理 3 次',
    ar: 'الوخز بالإبر الدقيقة، 3 جلسات',
  },
  'Signature facial, 5 sessions': {
    fr: 'Soin visage signature, 5 séances',
    'pt-BR': 'Facial da casa, 5 sessões',
    'zh-Hans': '招牌面部护理 5 次',
    ar: 'عناية الوجه المميزة، 5 جلسات',
  },
  'Laser hair removal, 10 sessions': {
    fr: 'Épilation laser, 10 séances',
    'pt-BR': 'Depilação a laser, 10 sessões',
    'zh-Hans': '激光脱毛 10 次',
    ar: 'إزالة الشعر بالليزر، 10 جلسات',
  },
  'Glow Club': {
    fr: 'Club Éclat',
    'pt-BR': 'Clube Glow',
    'zh-Hans': '焕采会',
    ar: 'نادي التألق',
  },
  'Each month you bank $129 of treatment credit. Unused credit can be used for six months, then it ends. Pause or end whenever you like; what is banked stays until its own end.':
    {
      fr: 'Chaque mois, vous mettez 129\u00a0$ de crédit de côté pour vos soins. Le crédit non utilisé reste valable six mois, puis il prend fin. Faites une pause ou arrêtez quand vous voulez\u00a0; ce qui est acquis reste valable jusqu’à sa date.',
      'pt-BR':
        'A cada mês você guarda $\u00a0129 de crédito para tratamentos. O crédito não usado vale por seis meses e depois termina. Faça uma pausa ou encerre quando quiser; o que está guardado vale até a própria data.',
      'zh-Hans':
        '每月存入 $129 护理余额。未用的余额六个月内有效，之后失效。您可以随时暂停或结束；已存入的余额在各自到期日前一直有效。',
      ar: 'تدّخر كل شهر رصيدًا للعلاجات بقيمة 129 دولارًا. يمكن استخدام الرصيد المتبقي خلال ستة أشهر ثم ينتهي. أوقف العضوية مؤقتًا أو أنهها متى شئت، وما ادّخرته يبقى حتى تاريخ انتهائه.',
    },
  'A complimentary LED session': {
    fr: 'Une séance LED offerte',
    'pt-BR': 'Uma sessão de LED de cortesia',
    'zh-Hans': '赠送一次 LED 光疗',
    ar: 'جلسة LED مجانية',
  },

  // Bonuses, visits and days.
  'Booked before leaving': {
    fr: 'Réservation avant de partir',
    'pt-BR': 'Próxima visita marcada antes de sair',
    'zh-Hans': '离店前预约下一次',
    ar: 'الحجز قبل المغادرة',
  },
  'Booked within two weeks': {
    fr: 'Réservation sous deux semaines',
    'pt-BR': 'Próxima visita marcada em duas semanas',
    'zh-Hans': '两周内预约',
    ar: 'الحجز خلال أسبوعين',
  },
  'Baseline photos': {
    fr: 'Photos de départ',
    'pt-BR': 'Fotos de antes',
    'zh-Hans': '护理前照片',
    ar: 'صور ما قبل العلاج',
  },
  'Evaluation after a visit': {
    fr: 'Évaluation après la visite',
    'pt-BR': 'Avaliação após a visita',
    'zh-Hans': '到访后的评估',
    ar: 'تقييم بعد الزيارة',
  },
  'Safety check': {
    fr: 'Contrôle de sécurité',
    'pt-BR': 'Revisão de segurança',
    'zh-Hans': '安全复查',
    ar: 'فحص السلامة',
  },
  'Open house': {
    fr: 'Journée portes ouvertes',
    'pt-BR': 'Dia de portas abertas',
    'zh-Hans': '开放日',
    ar: 'اليوم المفتوح',
  },
  '$15 off a product': {
    fr: '15\u00a0$ de remise sur un produit',
    'pt-BR': '$\u00a015 de desconto em um produto',
    'zh-Hans': '任一产品立减 $15',
    ar: 'خصم 15 دولارًا على أحد المنتجات',
  },
  '$25 off for your birthday': {
    fr: '25\u00a0$ offerts pour votre anniversaire',
    'pt-BR': '$\u00a025 de presente no seu aniversário',
    'zh-Hans': '生日立减 $25',
    ar: 'خصم 25 دولارًا في عيد ميلادك',
  },
  '$30 off your next visit': {
    fr: '30\u00a0$ de remise sur votre prochaine visite',
    'pt-BR': '$\u00a030 de desconto na sua próxima visita',
    'zh-Hans': '下次到访立减 $30',
    ar: 'خصم 30 دولارًا على زيارتك القادمة',
  },

  // Rewards.
  '$50 off any treatment': {
    fr: '50\u00a0$ de remise sur un soin',
    'pt-BR': '$\u00a050 de desconto em um tratamento',
    'zh-Hans': '任一护理立减 $50',
    ar: 'خصم 50 دولارًا على أي علاج',
  },
  'A product of your choice, up to $75': {
    fr: 'Un produit au choix, jusqu’à 75\u00a0$',
    'pt-BR': 'Um produto à escolha, até $\u00a075',
    'zh-Hans': '任选产品一件，最高 $75',
    ar: 'منتج من اختيارك، حتى 75 دولارًا',
  },
  'A signature facial': {
    fr: 'Un soin visage signature',
    'pt-BR': 'Um facial da casa',
    'zh-Hans': '招牌面部护理一次',
    ar: 'جلسة العناية المميزة بالوجه',
  },
  '$500 of credit': {
    fr: '500\u00a0$ de crédit',
    'pt-BR': '$\u00a0500 de crédito',
    'zh-Hans': '$500 余额',
    ar: 'رصيد بقيمة 500 دولار',
  },

  // Treatments, in the calculator and as they stand on receipts.
  'Wrinkle relaxer': {
    fr: 'Lissage des rides',
    'pt-BR': 'Suavização de rugas',
    'zh-Hans': '抚纹护理',
    ar: 'إرخاء التجاعيد',
  },
  'Dermal filler': {
    fr: 'Comblement',
    'pt-BR': 'Preenchimento',
    'zh-Hans': '皮肤填充',
    ar: 'حشو البشرة',
  },
  'Signature facial': {
    fr: 'Soin visage signature',
    'pt-BR': 'Facial da casa',
    'zh-Hans': '招牌面部护理',
    ar: 'عناية الوجه المميزة',
  },
  'Chemical peel': {
    fr: 'Peeling chimique',
    'pt-BR': 'Peeling químico',
    'zh-Hans': '化学换肤',
    ar: 'التقشير الكيميائي',
  },
  Microneedling: {
    fr: 'Microneedling',
    'pt-BR': 'Microagulhamento',
    'zh-Hans': '微针护理',
    ar: 'الوخز بالإبر الدقيقة',
  },
  'Laser resurfacing': {
    fr: 'Resurfaçage laser',
    'pt-BR': 'Resurfacing a laser',
    'zh-Hans': '激光焕肤',
    ar: 'تجديد البشرة بالليزر',
  },
  'IPL photofacial': {
    fr: 'Lumière pulsée IPL',
    'pt-BR': 'Luz pulsada IPL',
    'zh-Hans': 'IPL 光子嫩肤',
    ar: 'نضارة البشرة بضوء IPL',
  },
  Treatment: { fr: 'Soin', 'pt-BR': 'Tratamento', 'zh-Hans': '护理', ar: 'علاج' },
  'Home care': {
    fr: 'Soins à la maison',
    'pt-BR': 'Cuidados em casa',
    'zh-Hans': '居家护理',
    ar: 'العناية المنزلية',
  },
};
