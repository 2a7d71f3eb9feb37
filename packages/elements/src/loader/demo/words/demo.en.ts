/** What a demo page says of itself. */
export const words = {
  'demo.badge': 'Demo, no real points',
  'demo.about':
    'This clinic and its people are made up. Everything stays in the memory of this page; load it again to start over.',
  'demo.sign-in': 'To sign in, use {phone} and the code {code}. Any other 555-01 number joins.',
  'demo.code': 'Your code for this demo: {code}',
} as const;
