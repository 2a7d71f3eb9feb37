import { html, type TemplateResult } from 'lit';
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
const of = (content: TemplateResult, its = given) =>
  faceStories(
    'visit-preview',
    () => content,
    () => its,
  );
const { story: empty } = of(html`<visit-preview></visit-preview>`);
const { story: stale } = of(
  html`<visit-preview treatments="FACIAL" .preview=${madePreview}></visit-preview>`,
);
const { story: rising } = of(html`<visit-preview treatments="MICRO"></visit-preview>`, {
  program,
  preview: risingPreview,
});
const { story: dear } = of(html`<visit-preview treatments="TOX:160000"></visit-preview>`);
export default { ...meta, title: 'Patients/visit-preview' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Empty = empty('empty');
export const Failed = story('failed');
export const Stale = stale('stale');
/** The visit reaches a tier, and an offer pays a part of it. */
export const RisesWithAnOffer = rising('ready');
/** A single visit that is enough for a tier, for who is signed out. */
export const ReachesATierAlone = dear('signed-out');
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
