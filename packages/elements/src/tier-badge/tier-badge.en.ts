/** What tier-badge says in English. */
export const words = {
  'tier.waiting': 'Loading your tier',
  'tier.signed-out': 'See your tier',
  'tier.failed': 'Tier not loaded. Retry',
  'tier.none': 'No tier yet',
  'tier.open': '{tier}, your tier. What it unlocks',
  'tier.unlocks': '{tier} unlocks',
  'tier.unlocks-nothing':
    'This is where everybody starts. Every visit counts toward the next tier.',
  'tier.missing': '{money} to {tier}',
  'tier.top': 'This is the highest tier.',
  'tier.kept-until': 'Yours until {day}, and longer with your next visits.',
  'tier.changed': 'Your tier is now {tier}.',
  'tier.close': 'Close',
  'tier.per-quarter': {
    one: '{name}, once a quarter',
    other: '{name}, {count} times a quarter',
  },
} as const;
