import { html } from 'lit';
import { handSummary } from '../testing/hand-made.js';
import { faceStories } from '../testing/story.js';
import './define.js';

const { member, tier } = handSummary();

const { meta, story } = faceStories('member-card', () => html`<member-card></member-card>`);
export default { ...meta, title: 'Patients/member-card' };

export const Ready = story('ready');
export const SignedOut = story('signed-out');
export const Waiting = story('waiting');
export const Failed = story('failed');
export const Stale = story('stale');
/** Somebody who gave no name, in a program without tiers. */
export const NoName = story('ready', {
  summary: handSummary({
    member: { ...member, firstName: null },
    tier: { ...tier, current: null, next: null, missing: null },
  }),
});
/** After as many treatments as make a VIP. */
export const Vip = story('ready', { summary: handSummary({ vip: true }) });
/** A name of two lines. */
export const LongName = story('ready', {
  summary: handSummary({ member: { ...member, firstName: 'Maximiliane Alexandra Theodora' } }),
});
export const InSpanish = story('ready', undefined, { lang: 'es' });
export const InArabic = story('ready', undefined, { lang: 'ar', dir: 'rtl' });
