import { html } from 'lit';
import { madeRewards, madeVoucher, rewardProgram, rewardSummary } from '../testing/made-rewards.js';
import { appears } from '../testing/played.js';
import { servedStory } from '../testing/served-story.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const given = (summary = rewardSummary(580)) => ({ program: rewardProgram(), summary });

const { meta, story } = faceStories(
  'reward-list',
  () => html`<reward-list></reward-list>`,
  (face) =>
    face === 'empty'
      ? { program: rewardProgram([]), summary: rewardSummary(580, { rewards: [] }) }
      : given(),
);
export default { ...meta, title: 'Patients/reward-list' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
/** Somebody who joined a moment ago: everything says what is missing. */
export const NothingInReach = story('ready', given(rewardSummary(50)));
/** An exclusive offer, seen by somebody who has had too few treatments for it. */
export const ForVips = story('ready', {
  program: rewardProgram(madeRewards.map((one, nth) => ({ ...one, vipOnly: nth === 0 }))),
  summary: rewardSummary(580, {
    rewards: rewardSummary(580).rewards.map((one, nth) =>
      nth === 0 ? { ...one, claimable: false, reason: 'vip_only' } : one,
    ),
  }),
});
/** What was claimed stands first. */
export const WithVoucher = story('ready', given(rewardSummary(1_980, { vouchers: [madeVoucher] })));
/** A voucher whose last day is near is marked; so is what a year no longer allows. */
export const EndsSoon = story(
  'ready',
  given(
    rewardSummary(80, {
      vouchers: [{ ...madeVoucher, expiresOn: '2026-11-28' }],
      rewards: rewardSummary(80).rewards.map((reward) =>
        reward.id === 'facial' ? { ...reward, reason: 'claim_limit_reached' } : reward,
      ),
    }),
  ),
);
export const InSpanish = story('ready', given(rewardSummary(1_980, { vouchers: [madeVoucher] })), {
  lang: 'es',
});
export const RightToLeft = story('ready', given(rewardSummary(1_980)), {
  lang: 'ar',
  dir: 'rtl',
});

const list = html`<reward-list></reward-list>`;

/** Somebody with points enough for one reward and nearly for the next. */
const before = async (server: Parameters<NonNullable<Served['before']>>[0]) => {
  const dora = await server.people.dora();
  await server.till.visit(dora.phone, { amount: 100_000 });
  return dora;
};
type Served = Parameters<typeof servedStory>[0];

/** The question before anything is spent. */
export const Claiming = servedStory({
  shows: { 'reward-list': 'ready' },
  content: list,
  before,
  play: async ({ element }) => {
    (await appears(element, '.do')).click();
    await appears(element, '#sheet-title');
  },
});

/** What stands there afterwards, to be shown at the desk. */
export const Claimed = servedStory({
  shows: { 'reward-list': 'ready' },
  content: list,
  before,
  play: async ({ element }) => {
    (await appears(element, '.do')).click();
    (await appears(element, 'dialog .primary')).click();
    await appears(element, '.code');
  },
});

/** Given back unused: the points are there again. */
export const GivenBack = servedStory({
  shows: { 'reward-list': 'ready' },
  content: list,
  before,
  play: async ({ element }) => {
    (await appears(element, '.do')).click();
    (await appears(element, 'dialog .primary')).click();
    (await appears(element, '.back')).click();
    // The way to booking looks the same, and is a link.
    (await appears(element, 'dialog button.primary')).click();
    await appears(element, '.note');
  },
});
