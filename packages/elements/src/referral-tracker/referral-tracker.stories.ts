import type { ReferralRow } from '@afterglow/contract';
import { html } from 'lit';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { appears } from '../testing/played.js';
import { faceStories } from '../testing/story.js';
import './define.js';

let number = 0;

/** A friend; named where the friend agreed. */
function friend(status: string, joinedOn: string, more: Partial<ReferralRow> = {}): ReferralRow {
  number += 1;
  const id = `ref_${String(number).padStart(26, '0')}`;
  return { id, status, firstName: null, joinedOn, releasesOn: null, ...more };
}

const onItsWay = friend('completed', '2026-05-11', { releasesOn: '2026-12-04' });
const maya = friend('booked', '2026-11-02', { firstName: 'Maya' });
const noor = friend('released', '2025-09-20', { firstName: 'Noor', releasesOn: '2025-11-01' });
const justJoined = friend('joined', '2026-11-19');
const held = friend('held', '2026-10-03');
const invited = friend('invited', '2026-11-18');
const expired = friend('expired', '2026-02-14', { firstName: 'Ines' });
const rejected = friend('rejected', '2026-01-30');
const limit = friend('completed', '2026-06-02', { firstName: 'Theo' });

const owning = (pendingPoints: number, ...referrals: ReferralRow[]) => {
  const own = handSummary().referral;
  return { summary: handSummary({ referral: own && { ...own, pendingPoints }, referrals }) };
};
const usual = owning(500, maya, onItsWay, noor);

const { meta, story } = faceStories(
  'referral-tracker',
  () => html`<referral-tracker></referral-tracker>`,
  (face) => (face === 'empty' ? owning(0) : usual),
);
export default { ...meta, title: 'Patients/referral-tracker' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
/** One friend, who joined a moment ago. */
export const OneFriend = story('ready', owning(0, justJoined));
/** The offer of the link is kept for a phone, and nobody has come yet. */
export const Invited = story('ready', owning(0, invited));
/** Credit or an add-on in place of points: what is on its way is counted. */
export const RewardsOfAnotherKind = story('ready', owning(0, onItsWay, maya));
/** The clinic has ended its offer and nobody had joined. */
export const NoOffer = story('empty', { summary: handSummary({ referral: null }) });
/** The law of the state lets friends be welcomed and nobody be paid for them. */
export const NoRewardForTheOwner = story('ready', {
  ...owning(0, maya, limit),
  program: handProgram({ referral: { ...handProgram().referral, owner: null } }),
});
export const InSpanish = story('ready', usual, { lang: 'es' });
export const InArabic = story('ready', usual, { lang: 'ar', dir: 'rtl' });

/** Every status, after the button was pressed. */
export const EveryStatus = {
  ...story(
    'ready',
    owning(500, justJoined, maya, onItsWay, limit, noor, held, expired, rejected, invited),
  ),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    (await appears(canvasElement.querySelector('referral-tracker'), '.all')).click();
  },
};
