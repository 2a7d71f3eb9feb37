import { html } from 'lit';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { appears } from '../testing/played.js';
import { birthdayOffer, friendsOffer } from '../testing/made-offers.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const { site } = handProgram();
const nobody = { isNobody: true };
const byPost = handProgram({ site: { ...site, bookingUrl: 'http://lumen.example/booking' } });

const { meta, story } = faceStories(
  'book-button',
  () => html`<book-button></book-button>`,
  (face) => (face === 'empty' ? { ...nobody, program: byPost } : nobody),
);
export default { ...meta, title: 'Patients/book-button' };

export const Ready = story('ready');
export const Waiting = story('waiting');
/** The program leads to no page that a browser may open. */
export const Empty = story('empty');
export const Failed = story('failed');
/** The offer that ends first travels along. */
export const WithAnOffer = story('ready', {
  summary: handSummary({ offers: [friendsOffer, birthdayOffer] }),
});
export const InSpanish = story('ready', nobody, { lang: 'es' });
export const InArabic = story('ready', nobody, { lang: 'ar', dir: 'rtl' });

const of = (content: ReturnType<typeof html>) =>
  faceStories(
    'book-button',
    () => content,
    () => nobody,
  ).story('ready');

/** A link that stands there before the script, and works without it. */
export const PlainLink = of(
  html`<book-button><a href="https://book.example/lumen">Book your visit</a></book-button>`,
);
/** Its words are the page's, its address has places for what travels along. */
export const OwnWords = of(
  html`<book-button
    href="https://calendly.example/lumen/facial?utm_content={code}&amp;utm_term={offer}"
    code="ANA4K7QX"
    >Book a signature facial</book-button
  >`,
);
/** For in-app browsers, and for the desk. */
export const Copy = of(html`<book-button mode="copy"></book-button>`);
/** Where the browser lets nothing be copied. */
export const NotCopied = {
  ...Copy,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const { clipboard } = navigator;
    const writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const element = canvasElement.querySelector('book-button');
    (await appears(element, 'button')).click();
    await appears(element, 'input');
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  },
};
