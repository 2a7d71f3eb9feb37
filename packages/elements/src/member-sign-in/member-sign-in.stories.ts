import type { Program } from '@afterglow/contract';
import { phones, testCode } from '@afterglow/testing';
import { html } from 'lit';
import { handProgram } from '../testing/hand-made.js';
import { appears, found, write } from '../testing/played.js';
import { servedStory, type ServedPlay } from '../testing/served-story.js';
import { faceStories } from '../testing/story.js';
import '../points-balance/define.js';
import './define.js';

const content = html`<member-sign-in></member-sign-in>`;
const shows = { 'member-sign-in': 'signed-out' } as const;

/** Asks for a code, as far as the answer. */
async function sendCode(element: Element | null, phone = '3125550103'): Promise<void> {
  const field = await appears<HTMLInputElement>(element, '#phone');
  write(field, phone);
  field.form?.requestSubmit();
}

/** Types the code; six digits send themselves. */
async function typeCode(element: Element | null, code = testCode): Promise<void> {
  write(await appears<HTMLInputElement>(element, '#code'), code);
}

async function toJoining({ element }: ServedPlay): Promise<void> {
  await sendCode(element);
  await typeCode(element);
  await appears(element, '#first-name');
}

const withTerms = (usual: Program): Program => ({
  ...usual,
  brand: { color: '#2b5a4c', surface: '#faf7f1' },
  site: {
    ...usual.site,
    termsUrl: 'https://lumen-aesthetics.example/terms',
    privacyUrl: 'https://lumen-aesthetics.example/privacy',
  },
});

/** A word mark, drawn in the clinic's color; a clinic's own lies on its site. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 104 32" fill="none" stroke="#2b5a4c" stroke-width="2"><circle cx="16" cy="16" r="13"/><circle cx="13" cy="13" r="8"/><text x="38" y="22" font-family="Georgia, serif" font-size="20" textLength="62" fill="#2b5a4c" stroke="none">Lumen</text></svg>`;
const { brand } = handProgram();
const lettered = handProgram({
  brand: { ...brand, logoUrl: `data:image/svg+xml,${encodeURIComponent(mark)}` },
});

const { meta, story } = faceStories('member-sign-in', () => content);
export default { ...meta, title: 'Patients/member-sign-in' };

/** The first question. */
export const SignedOut = story('signed-out');
/** The clinic's logo beside the heading. */
export const WithLogo = story('signed-out', { program: lettered });
export const Waiting = story('waiting');
export const Failed = story('failed');
/** Who is signed in, and the way out. */
export const Ready = story('ready');
export const Stale = story('stale');
export const InSpanish = story('signed-out', undefined, { lang: 'es' });
export const RightToLeft = story('signed-out', undefined, { lang: 'ar', dir: 'rtl' });

/** What was typed is none of this country's numbers. */
export const WrongNumber = servedStory({
  shows,
  content,
  play: async ({ element }) => {
    await sendCode(element, '31255');
    await appears(element, '.error');
  },
});

/** The line is gone when the code is asked for. */
export const NoNetwork = servedStory({
  shows,
  content,
  play: async ({ server, element }) => {
    server.failNext({ network: true, times: 9, path: 'sessions' });
    await sendCode(element);
    await appears(element, '.error');
  },
});

/** The answer is under way; the button keeps the focus. */
export const Sending = servedStory({
  shows,
  content,
  play: async ({ server, element }) => {
    const field = await appears<HTMLInputElement>(element, '#phone');
    server.hold('sessions');
    write(field, '3125550103');
    field.form?.requestSubmit();
    await appears(element, '[aria-disabled=true]');
  },
});

/** The second question. */
export const Code = servedStory({
  shows,
  content,
  play: async ({ element }) => {
    await sendCode(element);
    await appears(element, '#code');
  },
});

export const CodeInSpanish = servedStory({
  shows,
  content,
  lang: 'es',
  play: async ({ element }) => {
    await sendCode(element);
    await appears(element, '#code');
  },
});

/** Six digits that are not those of the message; they stay in the field. */
export const WrongCode = servedStory({
  shows,
  content,
  play: async ({ element }) => {
    await sendCode(element);
    await typeCode(element, '111111');
    await appears(element, '.error');
  },
});

/** The message was read too late. */
export const ExpiredCode = servedStory({
  shows,
  content,
  play: async ({ server, element }) => {
    await sendCode(element);
    await appears(element, '#code');
    await server.clock.advance({ hours: 1 });
    await typeCode(element);
    await appears(element, '.error');
  },
});

/** The third question, for those who are new. */
export const Joining = servedStory({ shows, content, program: withTerms, play: toJoining });

export const JoiningInSpanish = servedStory({ shows, content, lang: 'es', play: toJoining });

/** Joining without a tick at the terms. */
export const TermsNotAgreed = servedStory({
  shows,
  content,
  play: async (at) => {
    await toJoining(at);
    (await appears<HTMLInputElement>(at.element, '#first-name')).form?.requestSubmit();
    await appears(at.element, '.error');
  },
});

/** A code from a friend that nobody has. */
export const UnknownFriendCode = servedStory({
  shows,
  content,
  play: async (at) => {
    await toJoining(at);
    const field = await appears<HTMLInputElement>(at.element, '#friend-code');
    write(field, 'NOBODY00');
    (await appears<HTMLInputElement>(at.element, '[name=terms]')).checked = true;
    field.form?.requestSubmit();
    await appears(at.element, '.error');
  },
});

/** Signed in on the real server, by number and code. */
export const SignedIn = servedStory({
  shows: { 'member-sign-in': 'ready' },
  content,
  before: async (server) => {
    await server.people.ana();
    return undefined;
  },
  play: async ({ element }) => {
    await sendCode(element, phones.ana);
    await typeCode(element);
    await appears(element, '.card.ready');
  },
});

/** A page without a sign-in of its own: any element leads to one over the page. */
export const OverThePage = servedStory({
  shows: { 'points-balance': 'signed-out', 'member-sign-in': 'signed-out' },
  content: html`<points-balance></points-balance>`,
  play: async ({ element }) => {
    (await appears(element, '.card.signed-out .button')).click();
    const provider = element.parentElement;
    const dialog = await found(() => provider?.querySelector('member-sign-in'), 'the dialog');
    await appears(dialog, '#phone');
  },
});
