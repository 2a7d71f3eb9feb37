import { words as packages } from '../../package-balance/package-balance.en.js';
import { words as points } from '../../points-balance/points-balance.en.js';
import { words as referral } from '../../referral-link/referral-link.en.js';
import { words as tier } from '../../tier-badge/tier-badge.en.js';

/**
 * What elements say in English: the faces that all of them share, then each element's own words,
 * spread in from `<tag>/<tag>.en.ts` so that a text lies in the folder of its element.
 */
export const words = {
  'face.signed-out': 'Sign in to see this.',
  'face.sign-in': 'Sign in',
  'face.waiting': 'Loading',
  'face.retry': 'Try again',
  'face.stale': 'This may be out of date. We will try again soon.',

  'failed.network': 'We could not reach the clinic. Check your connection and try again.',
  'failed.timeout': 'The clinic took too long to answer. Try again in a moment.',
  'failed.rate_limited': 'That was a lot at once. Wait a minute, then try again.',
  'failed.unavailable': 'The rewards are being worked on. Try again in a few minutes.',
  'failed.set-up': 'The rewards are not set up for this page yet. Please tell the clinic.',
  'failed.other': 'This could not be loaded. Try again in a moment.',

  ...packages,
  ...points,
  ...referral,
  ...tier,
} as const;
