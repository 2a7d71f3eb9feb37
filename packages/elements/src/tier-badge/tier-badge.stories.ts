import { html } from 'lit';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const { tier } = handSummary();
const { levels } = handProgram().tiers;

/** The member in a tier of the program, by its place from the lowest. */
function inTier(index: number) {
  const refs = levels.map(({ id, name, threshold }, at) => ({ id, name, threshold, rank: at + 1 }));
  const next = refs[index + 1] ?? null;
  const missing = next && { amount: 32_000, currency: 'USD' };
  return {
    summary: handSummary({ tier: { ...tier, current: refs[index] ?? null, next, missing } }),
  };
}

const { meta, story } = faceStories(
  'tier-badge',
  () => html`<tier-badge></tier-badge>`,
  (face) =>
    face === 'empty' ? { summary: handSummary({ tier: { ...tier, current: null } }) } : {},
);
export default { ...meta, title: 'Patients/tier-badge' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
export const FirstTier = story('ready', inTier(0));
export const HighestTier = story('ready', inTier(2));

const { story: openStory } = faceStories(
  'tier-badge',
  () => html`<tier-badge ?open=${true}></tier-badge>`,
);
export const Opened = openStory('ready');
export const InArabic = openStory('ready', undefined, { lang: 'ar', dir: 'rtl' });
