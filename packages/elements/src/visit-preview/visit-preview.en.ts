/** What visit-preview says in English. `{points}` is the clinic's name of the points. */
export const words = {
  'preview.waiting': 'Reckoning what this visit earns',
  'preview.choose': 'Choose a treatment to see what the visit earns.',
  'preview.label': 'This visit earns',
  'preview.least': 'This visit earns at least',
  'preview.due': '{money} is left to pay, after what you have here.',
  'preview.rises': 'It brings you to {tier}.',
  'preview.alone': 'It reaches {tier} by itself.',
  'preview.missing': '{tier} is then {money} away.',
  'preview.top': '{tier} is yours, the highest tier.',
  'preview.signed-out': 'Sign in to see it with your tier and offers.',
  'preview.changed': 'This visit earns {amount} {points}. {tier}',
} as const;
