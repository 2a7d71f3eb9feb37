import type { Summary } from '@afterglow/contract';
import { html } from 'lit';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const { tier } = handSummary();
const { levels } = handProgram().tiers;

/** The member in a tier of the program, by its place from the lowest. */
function inTier(index: number, changes: Partial<Summary['tier']> = {}) {
  const refs = levels.map(({ id, name, threshold }, at) => ({ id, name, threshold, rank: at + 1 }));
  const next = refs[index + 1] ?? null;
  return {
    summary: handSummary({
      tier: { ...tier, current: refs[index] ?? null, next, ...changes },
    }),
  };
}

const { meta, story } = faceStories(
  'tier-progress',
  () => html`<tier-progress></tier-progress>`,
  (face) => (face === 'empty' ? inTier(9) : {}),
);
export default { ...meta, title: 'Patients/tier-progress' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');

/** Nothing was bought so far. */
export const Newcomer = story(
  'ready',
  inTier(0, {
    spend: usd(0),
    missing: usd(150_000),
    missingBy: null,
    keptUntil: null,
    toKeep: null,
  }),
);
/** The tier is lost in three weeks: what keeps it, and what goes with it. */
export const AtRisk = story(
  'ready',
  inTier(1, {
    spend: usd(138_000),
    missing: usd(162_000),
    missingBy: '2026-11-29',
    keptUntil: '2026-12-14',
    toKeep: usd(42_000),
  }),
);
export const HighestTier = story(
  'ready',
  inTier(2, {
    spend: usd(412_500),
    missing: null,
    missingBy: null,
    keptUntil: '2027-08-02',
    toKeep: usd(120_000),
  }),
);
/** The staff gave a tier that spend does not reach. */
export const Given = story(
  'ready',
  inTier(2, {
    spend: usd(64_000),
    missing: null,
    missingBy: null,
    keptUntil: null,
    toKeep: null,
    givenUntil: '2026-12-31',
  }),
);
export const InSpanish = story('ready', undefined, { lang: 'es' });
export const InArabic = story('ready', undefined, { lang: 'ar', dir: 'rtl' });
