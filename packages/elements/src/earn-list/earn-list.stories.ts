import { html } from 'lit';
import { earningProgram } from '../testing/earning-program.js';
import { handSummary } from '../testing/hand-made.js';
import { appears } from '../testing/played.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const nothingToEarn = {
  program: earningProgram({
    ...{ joiningPoints: 0, earning: [], promotions: [], bonuses: [], packages: [] },
    ...{ milestones: [], occasions: [] },
    tiers: { ...earningProgram().tiers, levels: [] },
    referral: { ...earningProgram().referral, active: false },
  }),
};

/** It is November 21, so that one promotion is in force and one to come. */
const { meta, story } = faceStories(
  'earn-list',
  () => html`<earn-list as-of="2026-11-21"></earn-list>`,
  (face) => (face === 'empty' ? nothingToEarn : { program: earningProgram() }),
);
export default { ...meta, title: 'Patients/earn-list' };

export const Ready = story('ready');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');

const showAll = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  (await appears(canvasElement.querySelector('earn-list'), '.all')).click();
};
/** After five visits: what was given for the fourth is not shown any more. */
export const AllShown = {
  ...story('ready', { program: earningProgram(), summary: handSummary({ visits: 5 }) }),
  play: showAll,
};
/** One rate for everything, as in a small program. */
export const OneRate = story('ready', {
  program: earningProgram({
    ...{ joiningPoints: 0, promotions: [], bonuses: [], packages: [] },
    ...{ milestones: [], occasions: [], ineligible: [] },
    earning: [{ id: 'all', match: {}, rate: { points: 5, perMinorUnits: 100 } }],
    tiers: { ...earningProgram().tiers, levels: [] },
    referral: { ...earningProgram().referral, active: false },
  }),
});
export const InSpanish = { ...story('ready', undefined, { lang: 'es' }), play: showAll };
export const InArabic = { ...story('ready', undefined, { lang: 'ar', dir: 'rtl' }), play: showAll };
