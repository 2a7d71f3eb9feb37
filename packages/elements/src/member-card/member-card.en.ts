/** What member-card says in English. */
export const words = {
  'card.title': 'Your member card',
  'card.waiting': 'Loading your card',
  'card.signed-out': 'Sign in to see your member card.',
  'card.since': 'Member since {year}',
  'card.vip': 'VIP',
  'card.show': 'Show this at the front desk, and your visit counts by itself.',
  'card.image': 'QR code of your member number',
  'card.number': 'Member number',
  'card.failed': 'The code could not be drawn. The number works as well.',
} as const;
