/** What all elements say in English; `<tag>/<tag>.en.ts` has each element's own texts. */
export const words = {
  'face.signed-out': 'Sign in to see this.',
  'face.sign-in': 'Sign in',
  'face.waiting': 'Loading',
  'face.retry': 'Try again',
  'face.stale': 'This may be out of date. We will try again soon.',

  'failed.network': 'We could not reach the clinic. Check your connection and try again.',
  'failed.set-up': 'The rewards are not set up for this page yet. Please tell the clinic.',
  'failed.other': 'This could not be loaded. Try again in a moment.',
} as const;
