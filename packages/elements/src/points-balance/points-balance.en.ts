/** What points-balance says in English. `{points}` is the clinic's name of the points. */
export const words = {
  'points.waiting': 'Loading your points',
  'points.signed-out': 'Sign in to see your points.',
  'points.worth': 'worth {money}',
  'points.lapse': '{amount} lapse on {day}',
  'points.kept': 'Your points stay for as long as you keep coming.',
  'points.empty': 'Points arrive by themselves after your next visit.',
  'points.below-zero':
    'A correction took your balance below zero. It fills up with your next visit.',
  'points.changed': 'Your balance is now {amount} {points}.',
} as const;
