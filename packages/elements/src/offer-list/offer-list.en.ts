/** What offer-list says in English. */
export const words = {
  'offers.title': 'Your offers',
  'offers.waiting': 'Loading your offers',
  'offers.signed-out': 'Sign in to see the offers that are yours.',
  'offers.empty': 'You have no offer at the moment. New ones show here by themselves.',
  'offers.off': 'off',
  'offers.gift-card': 'gift card',
  'offers.minimum': 'On {money} or more',
  'offers.until': 'Use by {day}',
  'offers.soon': {
    one: 'Use by {day}, {count} day left',
    other: 'Use by {day}, {count} days left',
  },
  'offers.today': 'Today is the last day',
  'offers.no-end': 'No end date',
  'offers.book': 'Book',
  'offers.book-with': 'Book with {name}',
  'offers.all': 'Show all {count}',
  'offers.new': 'You have a new offer: {name}.',
} as const;
