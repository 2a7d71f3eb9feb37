import { html } from 'lit';
import { handSummary } from '../testing/hand-made.js';
import { earned, historyProgram, madeEntries, madeEntry, reason } from '../testing/made-entries.js';
import { appears } from '../testing/played.js';
import { servedStory } from '../testing/served-story.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const given = (entries = madeEntries) => ({
  program: historyProgram(),
  summary: handSummary({ entries: [...entries] }),
});

const { meta, story } = faceStories(
  'points-history',
  () => html`<points-history></points-history>`,
  (face) => given(face === 'empty' ? [] : madeEntries),
);
export default { ...meta, title: 'Patients/points-history' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
/** A correction says what it puts right, and what was there before. */
export const Corrected = story(
  'ready',
  given([
    madeEntry(
      9,
      -140,
      [earned('treatments', 28_000, 50), reason('correction', { desired: 140, posted: 280 })],
      { at: '2026-11-09T16:00:00.000Z', cause: { kind: 'refund', id: null }, balanceAfter: 140 },
    ),
    madeEntry(8, -60, [reason('correction', { desired: 0, posted: 60 })], {
      at: '2026-11-04T16:00:00.000Z',
      cause: { kind: 'void', id: null },
      balanceAfter: 280,
    }),
    madeEntry(7, 60, [earned('treatments', 12_000, 50)], { balanceAfter: 340 }),
    madeEntry(6, 280, [earned('treatments', 56_000, 50)], { balanceAfter: 280 }),
  ]),
);
/** All points lapsed a year after the last purchase. */
export const Lapsed = story(
  'ready',
  given([
    madeEntry(9, -852, [reason('lapse', { purchasedOn: '2025-11-02', months: 12, points: 852 })], {
      cause: { kind: 'lapse', id: null },
      balanceAfter: 0,
    }),
  ]),
);
export const InSpanish = story('ready', undefined, { lang: 'es' });
export const RightToLeft = story('ready', undefined, { lang: 'ar', dir: 'rtl' });

const { story: withBalances } = faceStories(
  'points-history',
  () => html`<points-history balances></points-history>`,
);
/** With the balance after each entry. */
export const Balances = withBalances('ready', given());

/** A member of many visits asks for what is older. */
export const Older = servedStory({
  shows: { 'points-history': 'ready' },
  content: html`<points-history></points-history>`,
  before: async (server) => {
    const ana = await server.people.ana();
    for (const amount of [16_500, 36_000, 56_000, 19_000]) {
      await server.clock.advance({ days: 21 });
      await server.till.visit(ana.phone, { amount });
    }
    // The visits took weeks: a sign-in of before them is over.
    return server.signIn(ana.phone);
  },
  play: async ({ element }) => {
    (await appears(element, '.all')).click();
    await appears(element, '.row:nth-child(7)');
  },
});
