import { html } from 'lit';
import { calculatorProgram } from '../testing/calculator-program.js';
import { madePreview, risingPreview } from '../testing/made-preview.js';
import { servedStory } from '../testing/served-story.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const program = calculatorProgram();
const given = { program, preview: madePreview };

const { meta, story } = faceStories(
  'visit-preview',
  () => html`<visit-preview treatments="FACIAL"></visit-preview>`,
  () => given,
);
export default { ...meta, title: 'Patients/visit-preview' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = faceStories(
  'visit-preview',
  () => html`<visit-preview></visit-preview>`,
  () => given,
).story('empty');
export const Failed = story('failed');
export const Stale = faceStories(
  'visit-preview',
  () => html`<visit-preview treatments="FACIAL" .preview=${madePreview}></visit-preview>`,
  () => given,
).story('stale');
/** The visit reaches a tier, and an offer pays a part of it. */
export const RisesWithAnOffer = faceStories(
  'visit-preview',
  () => html`<visit-preview treatments="MICRO"></visit-preview>`,
  () => ({ program, preview: risingPreview }),
).story('ready');
/** A single visit that is enough for a tier, for who is signed out. */
export const ReachesATierAlone = faceStories(
  'visit-preview',
  () => html`<visit-preview treatments="TOX:160000"></visit-preview>`,
  () => given,
).story('signed-out');
export const InSpanish = story('ready', given, { lang: 'es' });
export const InArabic = story('ready', given, { lang: 'ar', dir: 'rtl' });

/** On the real server: what the till would say, with a prepaid session that pays the facial. */
export const OnTheServer = servedStory({
  shows: { 'visit-preview': 'ready' },
  content: html`<visit-preview treatments="FACIAL TOX"></visit-preview>`,
  before: async (server) => {
    const dora = await server.people.dora();
    await server.till.sellPackage(dora.phone, 'FACIAL5');
    return dora;
  },
});
