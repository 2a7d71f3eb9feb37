import { html } from 'lit';
import { handPreferences, handProgram, handSummary } from '../testing/hand-made.js';
import { appears } from '../testing/played.js';
import { servedStory } from '../testing/served-story.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const having = (...changes: Parameters<typeof handPreferences>) => ({
  summary: handSummary({ preferences: handPreferences(...changes) }),
});
const { meta, story } = faceStories(
  'message-preferences',
  () => html`<message-preferences></message-preferences>`,
  (face) => (face === 'empty' ? { summary: handSummary({ preferences: undefined as never }) } : {}),
);
export default { ...meta, title: 'Patients/message-preferences' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
/** A server of before knows no choices. */
export const Empty = story('empty');
export const Failed = story('failed');
export const Stale = story('stale');
/** The clinic knows no e-mail address. */
export const PhoneOnly = story('ready', having({ reach: { sms: '··42', email: null } }));
/** Somebody invited the member, who has said yes to everything. */
export const EverythingOn = story('ready', {
  ...having({ marketing: { sms: true, email: true }, shareFirstName: true, locale: 'fr-CA' }),
  program: handProgram({
    site: {
      ...handProgram().site,
      termsUrl: 'https://lumen.example/terms',
      privacyUrl: 'https://lumen.example/privacy',
    },
  }),
});
export const InSpanish = story('ready', {}, { lang: 'es' });
export const InArabic = story('ready', having({ shareFirstName: false }), {
  lang: 'ar',
  dir: 'rtl',
});

const switchOf = (element: Element | null, id: string) => appears(element, `[id="${id}"]`);

/** The network is gone when somebody switches. */
export const NotSaved = {
  ...story('stale'),
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const element = canvasElement.querySelector('message-preferences');
    (await switchOf(element, 'marketing.sms')).click();
    await appears(element, '.note.failed');
  },
};

/** On the real server: a yes, with its words. */
export const Saved = servedStory({
  shows: { 'message-preferences': 'ready' },
  content: html`<message-preferences></message-preferences>`,
  before: async (server) => server.people.dora(),
  play: async ({ element }) => {
    (await switchOf(element, 'marketing.sms')).click();
    await appears(element, '.saved');
  },
});
