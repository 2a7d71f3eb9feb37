/** What membership-credit says in English. */
export const words = {
  'credit.title': 'Your credit',
  'credit.waiting': 'Loading your credit',
  'credit.signed-out': 'Sign in to see your credit.',
  'credit.empty': 'You have no credit at the moment.',
  'credit.usable': 'to use on your visits',
  'credit.next': '{money} more on {day}',
  'credit.paused': 'Paused. What is banked stays until its own end.',
  'credit.ended': 'Ended. What is banked stays until its own end.',
  'credit.below-zero': 'A correction took your credit below zero.',
  'credit.until': 'use by {day}',
  'credit.no-end': 'no end date',
  'credit.all': 'Show all {count}',
  'credit.terms': 'Terms of {plan}',
  'credit.rolls': {
    one: '{money} a month. The credit of a month can be used for {count} month.',
    other: '{money} a month. The credit of a month can be used for {count} months.',
  },
  'credit.plan': '{price} a month, with {money} of credit each month.',
  'credit.perk': 'Each quarter: {perk}.',
  'credit.visits-left': {
    one: '{count} more visit and you can join.',
    other: '{count} more visits and you can join.',
  },
  'credit.may-join': 'You can join at your next visit.',
  'credit.changed': 'Your credit is now {money}.',
} as const;
