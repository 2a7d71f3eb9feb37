import type { Summary } from '@afterglow/contract';

type Offer = Summary['offers'][number];

/** What a friend's link gave; ends in February. */
export const friendsOffer: Offer = {
  id: 'off_01jd8x5m2q4r6t8v0w2y4z6a01',
  name: {
    en: '$50 off your first treatment',
    es: '$50 de descuento en tu primer tratamiento',
  },
  expiresOn: '2027-02-19',
  source: 'friend',
  grant: {
    kind: 'offer',
    name: '$50 off your first treatment',
    amountOff: { amount: 5_000, currency: 'USD' },
    minimum: { amount: 20_000, currency: 'USD' },
    validDays: 90,
  },
};

/** The birthday's; ends in nine days. */
export const birthdayOffer: Offer = {
  id: 'off_01jd8x5m2q4r6t8v0w2y4z6a02',
  name: { en: '$25 off for your birthday', es: '$25 por tu cumpleaños' },
  expiresOn: '2026-11-30',
  source: 'birthday',
  grant: {
    kind: 'offer',
    name: '$25 off for your birthday',
    amountOff: { amount: 2_500, currency: 'USD' },
    validDays: 30,
  },
};

/** For who was away for a while. */
export const percentOffer: Offer = {
  id: 'off_01jd8x5m2q4r6t8v0w2y4z6a03',
  name: { en: '15% off your next laser treatment', es: '15 % en tu próximo láser' },
  expiresOn: '2027-01-05',
  source: 'welcome-back',
  grant: {
    kind: 'offer',
    name: '15% off your next laser treatment',
    percentOff: 15,
    validDays: 45,
  },
};

/** A card that pays until it is used. */
export const giftCard: Offer = {
  id: 'off_01jd8x5m2q4r6t8v0w2y4z6a04',
  name: { en: 'A gift card from the house', es: 'Una tarjeta regalo de la casa' },
  expiresOn: null,
  source: 'milestone',
  grant: { kind: 'giftCard', amount: { amount: 10_000, currency: 'USD' } },
};

/** Something that the staff hand over, with no amount. */
export const addOnOffer: Offer = {
  id: 'off_01jd8x5m2q4r6t8v0w2y4z6a05',
  name: { en: 'A complimentary LED session', es: 'Una sesión de LED de cortesía' },
  expiresOn: '2027-03-01',
  source: 'milestone',
  grant: { kind: 'offer', name: 'A complimentary LED session', validDays: 120 },
};
