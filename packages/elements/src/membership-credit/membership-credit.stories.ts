import { html } from 'lit';
import { clublessSummary, clubProgram, clubSummary } from '../testing/made-credit.js';
import { handSummary } from '../testing/hand-made.js';
import { appears } from '../testing/played.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const program = clubProgram();
const usd = (amount: number) => ({ amount, currency: 'USD' });

const { meta, story } = faceStories(
  'membership-credit',
  () => html`<membership-credit></membership-credit>`,
  (face) => ({ program, summary: face === 'empty' ? clublessSummary(1) : clubSummary() }),
);
export default { ...meta, title: 'Patients/membership-credit' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');

export const Paused = story('ready', {
  program,
  summary: clubSummary({ status: 'paused', nextCreditOn: null }),
});
/** It has ended; what was banked is still there. */
export const Ended = story('ready', {
  program,
  summary: clubSummary({ status: 'ended', nextCreditOn: null }, [[12_900, '2027-03-14']]),
});
/** After enough visits. */
export const MayJoin = story('empty', { program, summary: clublessSummary(0) });
/** Credit that a milestone gave, without a membership. */
export const CreditAlone = story('ready', {
  program,
  summary: handSummary({
    credit: { balance: usd(2_500), lots: [{ amount: usd(2_500), expiresOn: null }] },
  }),
});
/** A year in: six months of credit, of which three are shown. */
export const SixMonths = story('ready', {
  program,
  summary: clubSummary(
    {},
    [12, 1, 2, 3, 4, 5].map((month) => [
      12_900,
      `${month === 12 ? 2026 : 2027}-${String(month).padStart(2, '0')}-14`,
    ]),
  ),
});
export const TermsOpen = {
  ...story('ready'),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    (await appears(canvasElement.querySelector('membership-credit'), 'summary')).click();
  },
};
export const InSpanish = story('ready', undefined, { lang: 'es' });
export const InArabic = story('ready', undefined, { lang: 'ar', dir: 'rtl' });
