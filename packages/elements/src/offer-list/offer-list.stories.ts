import { html } from 'lit';
import { handSummary } from '../testing/hand-made.js';
import {
  addOnOffer,
  birthdayOffer,
  friendsOffer,
  giftCard,
  percentOffer,
} from '../testing/made-offers.js';
import { appears } from '../testing/played.js';
import { servedStory } from '../testing/served-story.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const having = (...offers: (typeof friendsOffer)[]) => ({ summary: handSummary({ offers }) });
const two = having(friendsOffer, birthdayOffer);

const { meta, story } = faceStories(
  'offer-list',
  () => html`<offer-list></offer-list>`,
  (face) => (face === 'empty' ? having() : two),
);
export default { ...meta, title: 'Patients/offer-list' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
export const One = story('ready', having(friendsOffer));
/** It ends today. */
export const LastDay = story('ready', having({ ...birthdayOffer, expiresOn: '2026-11-21' }));
export const InSpanish = story('ready', two, { lang: 'es' });
export const InArabic = story('ready', two, { lang: 'ar', dir: 'rtl' });

/** Every kind, after the button was pressed: money, percent, a gift card, something handed over. */
export const EveryKind = {
  ...story('ready', having(friendsOffer, birthdayOffer, percentOffer, giftCard, addOnOffer)),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    (await appears(canvasElement.querySelector('offer-list'), '.all')).click();
  },
};

/** On the real server: what a friend gets for joining with a link. */
export const OfAFriend = servedStory({
  shows: { 'offer-list': 'ready' },
  content: html`<offer-list></offer-list>`,
  before: async (server) => server.people.friendOf(await server.people.dora()),
});
