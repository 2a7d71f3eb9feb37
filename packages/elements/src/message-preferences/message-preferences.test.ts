import type { MemberExport, Preferences } from '@afterglow/contract';
import { createTestServer, type SignedIn, type TestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { Face } from '../internal/faces.js';
import { handMemberId, handPreferences, handProgram, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, heard, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { MessagePreferencesElement } from './message-preferences.js';

const faces: readonly Face[] = ['signed-out', 'waiting', 'empty', 'ready', 'failed', 'stale'];
const template = () => html`<message-preferences></message-preferences>`;
const having = (changes: Partial<Preferences>) => ({
  summary: handSummary({ preferences: handPreferences(changes) }),
});
/** What a server of before answers. */
const older = () => ({ summary: handSummary({ preferences: undefined as never }) });
const given = (face: Face) => (face === 'empty' ? older() : having({}));
const shown = (face: Face, more: Parameters<typeof show>[2] = {}) =>
  show<MessagePreferencesElement>(face, template(), { ...given(face), ...more });

const inputOf = (element: MessagePreferencesElement, id: string) =>
  element.shadowRoot!.getElementById(id) as HTMLInputElement & HTMLSelectElement;
const switches = (element: MessagePreferencesElement) =>
  [...element.shadowRoot!.querySelectorAll('input')].map(({ id, checked }) => `${id} ${checked}`);

const terms =
  'By switching this on you agree to marketing texts from Lumen Aesthetics to this number. How often they come varies. Message and data rates may apply. Reply STOP to end them, HELP for help.';

describe('message-preferences', () => {
  afterEach(clear);

  const choices = [
    'Your points and visits What ends soon, and what is ready for you.',
    'Texts to ··42 E-mails to a··@mail.example',
    'Offers and news Only if you like. Nothing you buy depends on it.',
    `Texts to ··42 ${terms} E-mails to a··@mail.example Each of them has a link that ends them.`,
    'Language As the clinic writes EnglishEspañolFrançaisPortuguês (Brasil)简体中文العربية',
  ].join(' ');
  const said: Record<Face, string> = {
    'signed-out': 'Sign in to choose what we may send you. Sign in',
    waiting: 'Loading your choices',
    empty: 'Your messages There is nothing to choose here yet.',
    ready: `Your messages Each change is saved at once. ${choices}`,
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale: `Your messages This may be out of date. We will try again soon. ${choices}`,
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await shown(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await shown(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, width and language', async () => {
    expect(await higherThanReserved(template, given)).to.deep.equal([]);
  }).timeout(40_000);

  it('has reminders on and every offer off for somebody who has just joined', async () => {
    const { element } = await shown('ready');

    expect(switches(element)).to.deep.equal([
      'reminders.sms true',
      'reminders.email true',
      'marketing.sms false',
      'marketing.email false',
    ]);
  });

  it('names each switch by its words, in a group by its legend, and says the terms with it', async () => {
    const { element } = await shown('ready', having({ shareFirstName: true }));

    const groups = [...element.shadowRoot!.querySelectorAll('fieldset')].map((group) => [
      group.querySelector('legend')!.textContent,
      ...[...group.querySelectorAll('input')].map((input) => input.labels![0]!.textContent),
    ]);
    expect(groups).to.deep.equal([
      ['Your points and visits', 'Texts to ··42', 'E-mails to a··@mail.example'],
      ['Offers and news', 'Texts to ··42', 'E-mails to a··@mail.example'],
      ['Your name', 'Whoever invited me may see my first name'],
    ]);
    const described = inputOf(element, 'marketing.sms').getAttribute('aria-describedby')!;
    const [first] = described.split(' ');
    expect(element.shadowRoot!.getElementById(first!)!.textContent).to.equal(terms);
  });

  it('leaves a channel without an address off, says why, and keeps its height', async () => {
    const { height } = (await shown('ready')).element.getBoundingClientRect();
    clear();
    const { element, text } = await shown('ready', having({ reach: { sms: '··42', email: null } }));
    const email = inputOf(element, 'reminders.email');

    expect(switches(element)).to.deep.equal([
      'reminders.sms true',
      'reminders.email false',
      'marketing.sms false',
      'marketing.email false',
    ]);
    expect([email.disabled, inputOf(element, 'reminders.sms').disabled]).to.deep.equal([
      true,
      false,
    ]);
    expect(email.labels![0]!.textContent).to.equal('E-mails, once we have your address');
    expect(text()).not.to.contain('number,');
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('shows a language of before under its own, and one that is not in the list beside it', async () => {
    const ofLocale = async (locale: string | null) => {
      const { element } = await shown('ready', having({ locale }));
      return inputOf(element, 'language').selectedOptions[0]!.textContent;
    };

    expect(await ofLocale(null)).to.equal('As the clinic writes');
    expect(await ofLocale('fr-CA')).to.equal('Français');
    expect(await ofLocale('de')).to.equal('de');
  });

  it('links to terms and privacy where the clinic has such pages', async () => {
    const { site } = handProgram();
    const program = handProgram({ site: { ...site, privacyUrl: 'https://lumen.example/privacy' } });
    const { element } = await shown('ready', { program });

    const links = [...element.shadowRoot!.querySelectorAll('a')].map(
      ({ textContent, href }) => `${textContent} ${href}`,
    );
    expect(links).to.deep.equal(['Privacy https://lumen.example/privacy']);
  });

  it('is pressed anywhere on its row, 44 px high', async () => {
    const { element } = await shown('ready');
    const input = inputOf(element, 'reminders.sms');
    const row = input.closest('.row')!.getBoundingClientRect();

    const hit = element.shadowRoot!.elementFromPoint(row.left + row.width / 2, row.top + 3)!;

    expect(row.height).to.be.at.least(44);
    expect((hit as HTMLLabelElement).htmlFor).to.equal('reminders.sms');
  });

  it('speaks from the right in Arabic, with switches on the left', async () => {
    const { element, text } = await shown('ready', { dir: 'rtl', lang: 'ar', width: 390 });
    const input = inputOf(element, 'marketing.sms');

    expect(text()).to.contain('العروض والأخبار');
    expect(input.getBoundingClientRect().left).to.be.below(
      input.labels![0]!.getBoundingClientRect().left,
    );
  });

  it('shows the true state again, and says so, when a change is refused', async () => {
    const { element, find } = await shown('stale');
    const input = inputOf(element, 'marketing.sms');
    // The refusal may be quicker than the answer of who presses the key.
    let chosen: boolean | undefined;
    input.addEventListener('change', () => (chosen = input.checked));

    input.focus();
    await sendKeys({ press: ' ' });
    await untilTrue(
      () => element.shadowRoot!.querySelector('.note.failed') !== null,
      () => 'no message',
    );

    expect(chosen).to.equal(true);
    expect(input.checked).to.equal(false);
    expect(find('.note.failed').textContent!.trim()).to.equal(
      'This was not saved. It is as it was before.',
    );
    expect(input.getAttribute('aria-describedby')).to.equal(
      'marketing.sms-terms marketing.sms-note',
    );
    expect(element.shadowRoot!.activeElement === input).to.equal(true);
    await untilTrue(() => heard().startsWith('This was not saved'), heard);
  });

  it('forgets what was said to one member when another comes', async () => {
    const { element, page, text } = await shown('stale');
    inputOf(element, 'marketing.sms').click();
    await untilTrue(() => text().includes('This was not saved'), text);

    page.far.mode = 'open';
    page.far.summary = handSummary({
      member: { id: handMemberId.replace(/c$/, 'd'), firstName: 'Bea', since: '2026-01-01' },
    });
    await page.store.revalidate();
    await untilTrue(() => element.state === 'ready', text);

    expect(text()).to.equal(said.ready);
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await shown('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('message-preferences on the real server', () => {
  /** Somebody's page, and what the server keeps of her. */
  async function open(somebody?: (server: TestServer) => Promise<SignedIn>) {
    const server = await createTestServer();
    const member = await (somebody?.(server) ?? server.people.dora());
    const page = serve<MessagePreferencesElement>(server, template(), member);
    await page.shows('ready');
    return {
      ...{ server, page, element: page.element },
      kept: () => member.client.me.preferences.get(),
      said: async (): Promise<MemberExport['consentChanges']> =>
        (await member.client.me.export()).consentChanges,
    };
  }

  it('saves a yes at the press of a key with the words that stand there, and then says so', async () => {
    const { page, element, kept, said } = await open();
    const input = inputOf(element, 'marketing.sms');

    input.focus();
    await sendKeys({ press: ' ' });
    await page.says('Saved');

    expect((await kept()).marketing.sms).to.equal(true);
    const [consent] = await said();
    expect(consent!.words!.split('\n').slice(0, 3)).to.deep.equal([
      'Offers and news',
      'Only if you like. Nothing you buy depends on it.',
      'Texts to ··03',
    ]);
    expect(consent!.words).to.contain('Reply STOP to end them, HELP for help.');
    expect(input.checked && element.shadowRoot!.activeElement === input).to.equal(true);
    await untilTrue(() => heard() === 'Saved: Offers and news, Texts to ··03', heard);
    page.leave();
  });

  it('sends the words that the clinic put in place of ours', async () => {
    const { page, element, said } = await open();
    const own = 'Up to 2 texts a month. STOP ends, HELP helps.';
    Object.assign(element.page!, { messages: { 'preferences.sms-terms': own } });
    element.requestUpdate();
    await page.says(own);

    inputOf(element, 'marketing.sms').click();
    await page.says('Saved');

    expect((await said())[0]!.words!.split('\n').at(-1)).to.equal(own);
    page.leave();
  });

  it('takes a yes back, and the language with it, each by itself', async () => {
    const { page, element, kept, said } = await open();
    inputOf(element, 'marketing.sms').click();
    inputOf(element, 'marketing.sms').click();
    const language = inputOf(element, 'language');
    language.value = 'es';
    language.dispatchEvent(new Event('change'));

    await untilTrue(() => page.text().endsWith('العربية') && heard().includes('Language'), heard);

    const { marketing, locale, reminders } = await kept();
    expect([marketing.sms, locale, reminders.sms]).to.deep.equal([false, 'es', true]);
    expect((await said()).map(({ given }) => given)).to.deep.equal([true, false]);
    expect(language.value).to.equal('es');
    page.leave();
  });

  it('shows a change while it is under way, and says nothing of it before it is saved', async () => {
    const { server, page, element } = await open();
    server.hold('me/preferences');

    inputOf(element, 'reminders.sms').click();
    await page.says('Saving');

    expect(inputOf(element, 'reminders.sms').checked).to.equal(false);
    expect(heard()).not.to.contain('points and visits');
    server.release();
    await page.says('Saved');
    page.leave();
  });

  it('knows that a change was saved whose answer got lost each time', async () => {
    const { server, page, element, kept } = await open();
    server.failNext({ path: 'me/preferences', answerLost: true, times: 3 });

    inputOf(element, 'reminders.sms').click();
    await untilTrue(() => page.text().includes('Saved'), page.text);

    expect((await kept()).reminders.sms).to.equal(false);
    expect(inputOf(element, 'reminders.sms').checked).to.equal(false);
    page.leave();
  });

  it('does not say what it does not know while the clinic is out of reach', async () => {
    const { server, page, element } = await open();
    server.failNext({ path: 'me', network: true, times: 9 });

    inputOf(element, 'marketing.sms').click();
    await untilTrue(() => page.text().includes('can’t tell if this was saved'), page.text);

    expect(inputOf(element, 'marketing.sms').checked).to.equal(false);
    page.leave();
  });

  it('shows the first name to whoever invited while the switch is on', async () => {
    let owner: SignedIn | undefined;
    const { page, element } = await open(async (server) => {
      owner = await server.people.dora();
      return server.people.friendOf(owner);
    });
    const seen = async () => (await owner!.client.me.summary()).referrals[0]!.firstName;
    const press = async () => {
      inputOf(element, 'name').click();
      await element.updateComplete;
      await page.says('Saved');
      return seen();
    };

    expect(await seen()).to.equal(null);
    expect(await press()).to.be.a('string');
    expect(await press()).to.equal(null);
    page.leave();
  });

  it('follows what was changed on another page', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const page = serve<MessagePreferencesElement>(server, template(), dora);
    await page.shows('ready');

    await dora.client.me.preferences.update({ reminders: { sms: { given: false } } });
    await page.readAgain();

    await untilTrue(() => !inputOf(page.element, 'reminders.sms').checked, page.text);
    page.leave();
  });
});
