/** A text of the clinic in every language that the elements speak. */
type Text = Readonly<Record<'en' | 'es' | 'fr' | 'pt-BR' | 'zh-Hans' | 'ar', string>>;

const text = (
  en: string,
  [es, fr, ptBR, zhHans, ar]: readonly [string, string, string, string, string],
): Text => ({ en, es, fr, 'pt-BR': ptBR, 'zh-Hans': zhHans, ar });

/**
 * What programs and members made by hand say beside the example clinic's own program. What is Latin
 * stands isolated in Arabic, but for words in capitals, which are no turn of the line.
 */
export const clinicTexts: readonly Text[] = [
  text('points', ['puntos', 'points', 'pontos', '积分', 'نقاط']),

  // What tiers unlock.
  text('A complimentary add-on', [
    'Un complemento de cortesía',
    'Un complément offert',
    'Um complemento de cortesia',
    '赠送一次护理加项',
    'إضافة مجانية',
  ]),
  text('First choice of appointments', [
    'Prioridad al reservar',
    'Premier choix des rendez-vous',
    'Prioridade na escolha do horário',
    '优先挑选预约时间',
    'أولوية اختيار الموعد',
  ]),
  text('10% off skincare', [
    '10 % en cosmética',
    '10\u00a0% de remise sur les cosmétiques',
    '10% de desconto em cosméticos',
    '护肤品优惠 10%',
    'خصم 10% على منتجات البشرة',
  ]),
  text('More points', ['Más puntos', 'Plus de points', 'Mais pontos', '更多积分', 'نقاط أكثر']),

  // Ways to earn.
  text('Skincare to take home', [
    'Cosmética para casa',
    'Cosmétiques pour la maison',
    'Cosméticos para casa',
    '带回家的护肤品',
    'منتجات عناية للمنزل',
  ]),
  text('Double points on facials', [
    'Puntos dobles en faciales',
    'Points doublés sur les soins visage',
    'Pontos em dobro nos faciais',
    '面部护理双倍积分',
    'نقاط مضاعفة على عناية الوجه',
  ]),
  text('Spring of microneedling', [
    'Primavera de microneedling',
    'Le printemps du microneedling',
    'Primavera do microagulhamento',
    '微针护理之春',
    'ربيع الوخز بالإبر الدقيقة',
  ]),
  text('Booked again soon', [
    'Reserva pronto',
    'Nouvelle réservation rapide',
    'Nova visita marcada logo',
    '尽早再次预约',
    'حجز جديد بعد وقت قصير',
  ]),

  // Offers.
  text('15% off your next laser treatment', [
    '15 % en tu próximo láser',
    '15\u00a0% de remise sur votre prochain soin laser',
    '15% de desconto no próximo laser',
    '下次激光护理优惠 15%',
    'خصم 15% على جلسة الليزر القادمة',
  ]),
  text('A gift card from the house', [
    'Una tarjeta regalo de la casa',
    'Une carte cadeau de la maison',
    'Um cartão-presente da casa',
    '本店赠送的礼品卡',
    'بطاقة هدية من العيادة',
  ]),
  text('I go to Lumen, and there is $50 for you. {link} — {name}', [
    'Voy a Lumen y hay $50 para ti. {link} — {name}',
    'Je vais chez Lumen, et il y a 50\u00a0$ pour toi. {link} — {name}',
    'Eu vou à Lumen, e há $\u00a050 para você. {link} — {name}',
    '我常去 Lumen，这里有 $50 送给你。{link} — {name}',
    'أزور \u2068Lumen\u2069، ولك هناك 50 دولارًا. {link} — {name}',
  ]),

  // Packages, and the membership's terms.
  text('LED light, a year of evenings', [
    'Luz LED, un año de tardes',
    'Lumière LED, une année de soirées',
    'Luz LED, um ano de fins de tarde',
    'LED 光疗，一整年的傍晚',
    'ضوء LED، سنة من الأمسيات',
  ]),
  text('Fractional laser resurfacing for face, neck and décolletage with aftercare, 10 sessions', [
    'Láser fraccionado para rostro, cuello y escote con cuidados posteriores, 10 sesiones',
    'Laser fractionné du visage, du cou et du décolleté avec soins de suite, 10 séances',
    'Laser fracionado para rosto, pescoço e colo com cuidados posteriores, 10 sessões',
    '面部、颈部与胸前点阵激光焕肤，含后续护理，10 次',
    'ليزر تجزيئي للوجه والرقبة وأعلى الصدر مع عناية لاحقة، 10 جلسات',
  ]),
  text(
    'Unused credit can be used for six months, then it ends. Pause or end whenever you like; what is banked stays until its own end.',
    [
      'El crédito que no uses vale durante seis meses y luego termina. Haz una pausa o termina cuando quieras; lo guardado vale hasta su propia fecha.',
      'Le crédit non utilisé reste valable six mois, puis il prend fin. Faites une pause ou arrêtez quand vous voulez\u00a0; ce qui est acquis reste valable jusqu’à sa date.',
      'O crédito não usado vale por seis meses e depois termina. Faça uma pausa ou encerre quando quiser; o que está guardado vale até a própria data.',
      '未用的余额六个月内有效，之后失效。您可以随时暂停或结束；已存入的余额在各自到期日前一直有效。',
      'يمكن استخدام الرصيد المتبقي خلال ستة أشهر ثم ينتهي. أوقف العضوية مؤقتًا أو أنهها متى شئت، وما ادّخرته يبقى حتى تاريخ انتهائه.',
    ],
  ),
];
