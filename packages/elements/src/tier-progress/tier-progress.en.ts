/** What tier-progress says in English. */
export const words = {
  'progress.waiting': 'Loading your progress',
  'progress.signed-out': 'Sign in to see how far the next tier is.',
  'progress.empty': 'This clinic has no tiers at the moment.',
  'progress.missing': '{money} to {tier}',
  'progress.missing-by': '{money} to {tier} by {day}',
  'progress.top': '{tier} is the highest tier',
  'progress.spend': {
    one: '{money} so far, counting the last month',
    other: '{money} so far, counting the last {count} months',
  },
  'progress.meter': 'Spend toward {tier}',
  'progress.of': '{money} of {goal}',
  'progress.mine': 'your tier',
  'progress.kept': '{tier} is yours until {day}.',
  'progress.keep': 'Spend {money} before then and it stays.',
  'progress.at-risk': 'What goes with it: {benefits}.',
  'progress.unlocks': '{tier} unlocks: {benefits}.',
  'progress.given': '{tier} is our gift to you through {day}.',
  'progress.changed': 'Now {money} to {tier}.',
} as const;
