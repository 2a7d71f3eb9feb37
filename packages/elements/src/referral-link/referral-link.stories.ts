import { html } from 'lit';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { appears } from '../testing/played.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const own = handSummary().referral;
const newLink = own && {
  ...own,
  counts: { joined: 0, completed: 0, released: 0 },
  pendingPoints: 0,
};
const worded = handProgram({
  referral: {
    ...handProgram().referral,
    shareText: 'I go to Lumen, and there is $50 for you. {link} — {name}',
  },
});

const { meta, story } = faceStories(
  'referral-link',
  () => html`<referral-link></referral-link>`,
  (face) => (face === 'empty' ? { summary: handSummary({ referral: null }) } : {}),
);
export default { ...meta, title: 'Patients/referral-link' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
/** Nobody has joined yet. */
export const NoFriendYet = story('ready', { summary: handSummary({ referral: newLink }) });
/** The clinic's own wording, in the messages that the links open. */
export const OwnWording = story('ready', { program: worded });
/** The law of the state lets friends be welcomed and nobody be paid for them. */
export const NoRewardForTheOwner = story('ready', {
  summary: handSummary({ referral: newLink }),
  program: handProgram({ referral: { ...handProgram().referral, owner: null } }),
});
export const InArabic = story('ready', undefined, { lang: 'ar', dir: 'rtl' });

/** The code, enlarged. */
export const Code = {
  ...story('ready'),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const element = canvasElement.querySelector('referral-link');
    (await appears(element, '.square')).click();
    await appears(element, 'dialog[open]');
  },
};
