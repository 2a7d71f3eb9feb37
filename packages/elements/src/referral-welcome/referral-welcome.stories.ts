import { html } from 'lit';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { appears, write } from '../testing/played.js';
import { servedStory } from '../testing/served-story.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const stranger = { isNobody: true };
const off = handProgram({ referral: { ...handProgram().referral, active: false } });

/** Somebody who joined with the link, so that the offer lies in the account. */
const joined = handSummary({
  offers: [
    {
      id: 'off_01jd8x5m2q4r6t8v0w2y4z6a8c',
      name: '$50 off your first treatment',
      expiresOn: '2027-02-19',
      source: 'friend',
      grant: {
        kind: 'offer',
        name: '$50 off your first treatment',
        amountOff: { amount: 5_000, currency: 'USD' },
        validDays: 90,
      },
    },
  ],
});

const { meta, story } = faceStories(
  'referral-welcome',
  () => html`<referral-welcome code="ANA4K7QX"></referral-welcome>`,
  (face) => (face === 'empty' ? { summary: handSummary() } : stranger),
);
export default { ...meta, title: 'Patients/referral-welcome' };

export const Ready = story('ready');
export const Waiting = story('waiting');
/** Who is a member already is no new friend. */
export const Empty = story('empty');
export const Failed = story('failed');
/** The clinic's state forbids it, or the clinic ended it. */
export const NoOffer = story('empty', { ...stranger, program: off });
/** After joining with the link. */
export const Joined = story('ready', { summary: joined });
export const InSpanish = story('ready', stranger, { lang: 'es' });
export const InArabic = story('ready', stranger, { lang: 'ar', dir: 'rtl' });

const { story: withoutLink } = faceStories(
  'referral-welcome',
  () => html`<referral-welcome></referral-welcome>`,
  () => stranger,
);
/** The page was opened without a friend's link. */
export const NoLink = withoutLink('empty');

/** On the real server: the offer is kept for a phone. */
export const Kept = servedStory({
  shows: { 'referral-welcome': 'ready' },
  content: html`<referral-welcome></referral-welcome>`,
  before: async (server) => {
    code = (await server.people.dora()).answer.summary.referral?.code;
    return undefined;
  },
  play: async ({ element }) => {
    Object.assign(element, { code });
    write(await appears<HTMLInputElement>(element, '#phone'), '3125550142');
    (await appears(element, '.primary')).click();
    await appears(element, '.kept');
  },
});
let code: string | undefined;
