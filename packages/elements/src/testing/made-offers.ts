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
