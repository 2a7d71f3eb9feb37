import { html } from 'lit';
import { handSummary } from '../testing/hand-made.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const newcomer = handSummary({
  points: { balance: 0, value: usd(0), next: null },
  entries: [],
});
const corrected = handSummary({ points: { balance: -120, value: usd(0), next: null } });
const keeping = handSummary({ points: { balance: 640, value: usd(640), next: null } });

const { meta, story } = faceStories(
  'points-balance',
  () => html`<points-balance></points-balance>`,
  (face) => (face === 'empty' ? { summary: newcomer } : {}),
);
export default { ...meta, title: 'Patients/points-balance' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
/** Nothing lapses while the member keeps coming. */
export const NothingLapses = story('ready', { summary: keeping });
/** A correction may take more than there is. */
export const BelowZero = story('ready', { summary: corrected });
export const RightToLeft = story('ready', undefined, { lang: 'ar', dir: 'rtl' });
