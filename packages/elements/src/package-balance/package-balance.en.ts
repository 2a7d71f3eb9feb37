/** What package-balance says in English. */
export const words = {
  'packages.title': 'Your packages',
  'packages.waiting': 'Loading your packages',
  'packages.signed-out': 'Sign in to see the sessions that you have left.',
  'packages.empty':
    'You have no package at the moment. Packages that you buy show here by themselves.',
  'packages.left': '{count} of {total} sessions left',
  'packages.none': 'No sessions left',
  'packages.none-left': 'All {total} sessions used',
  'packages.until': 'Use by {day}',
  'packages.no-end': 'No end date',
  'packages.expired': 'Ended on {day}',
  'packages.book': 'Book',
  'packages.book-with': 'Book with {name}',
  'packages.all': 'Show all {count}',
  'packages.changed': 'Your package {name} changed. {left}.',
} as const;
