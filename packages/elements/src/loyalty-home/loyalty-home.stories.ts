import { phones } from '@afterglow/testing';
import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { homeProgram, homeSummary } from '../testing/made-home.js';
import { appears } from '../testing/played.js';
import { servedStory } from '../testing/served-story.js';
import { faceStories, type FaceArgs } from '../testing/story.js';
import './define.js';
import type { ViewName } from './views.js';

const full = () => ({ program: homeProgram(), summary: homeSummary() });
const parts = (template: () => TemplateResult) => faceStories('loyalty-home', template, full);

const { meta, story } = parts(() => html`<loyalty-home></loyalty-home>`);
export default { ...meta, title: 'Patients/loyalty-home' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Failed = story('failed');
export const Stale = story('stale');

/** Nothing to use yet: how points are earned stands in its place. */
export const JustJoined = story('ready', {
  program: handProgram({ earning: homeProgram().earning }),
  summary: handSummary({
    points: { balance: 100, value: { amount: 1_000, currency: 'USD' }, next: null },
    entries: [],
  }),
});

/** A view after its link was pressed. Each story has addresses of its own, for pages that show all. */
const opened = (view: ViewName, more: Partial<FaceArgs> = {}): StoryObj<FaceArgs> => {
  const base = parts(
    () => html`<loyalty-home hash-prefix="story-${more.width ?? ''}-"></loyalty-home>`,
  ).story('ready');
  return {
    ...base,
    args: { ...base.args, ...more },
    play: async ({ canvasElement }) => {
      const home = canvasElement.querySelector('loyalty-home');
      (await appears(home, `a[href$=${view}]`)).click();
      await appears(home, `a[href$=${view}][aria-current]`);
    },
  };
};

export const Offers = opened('offers');
export const Appointment = opened('appointment');
export const Status = opened('status');

export const Wide = { ...story('ready'), args: { face: 'ready', width: 1120 } };
export const WideStatus = opened('status', { width: 1120 });
export const WideSignedOut = { ...story('signed-out'), args: { face: 'signed-out', width: 1120 } };
export const Narrowest = { ...story('ready'), args: { face: 'ready', width: 280 } };
export const InSpanish = story('ready', full(), { lang: 'es' });
export const InArabic = story('ready', full(), { lang: 'ar', dir: 'rtl' });

/** Two views of the four, and what the clinic says in them. */
export const OfTheClinic = parts(
  () => html`
    <loyalty-home views="home status" hash-prefix="own-">
      <span slot="welcome">With us since your first facial in 2025</span>
      <p slot="home">Closed from December 24 to January 2. See you in the new year.</p>
    </loyalty-home>
  `,
).story('ready');

/** On the real server: sign in as Ana, 312 555 0100, with the code 424242. */
export const ForAna = servedStory({
  shows: { 'loyalty-home': 'ready' },
  content: html`<loyalty-home hash-prefix="ana-"></loyalty-home>`,
  before: async (server) => {
    await server.people.ana();
    return server.signIn(phones.ana);
  },
});
