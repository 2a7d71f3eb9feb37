import { assert } from '@open-wc/testing';
import { createTestServer, phones, testCode, type TestServer } from '@afterglow/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, render } from 'lit';
import '../loyalty-provider/define.js';
import { pageClient } from '../internal/page-client.js';
import { handProgram } from '../testing/hand-made.js';
import { clear, faultsOf, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import './define.js';
import type { MemberSignInElement } from './member-sign-in.js';

const logoUrl = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30"/></svg>',
)}`;
const withLogo = handProgram({ brand: { ...handProgram().brand, logoUrl } });

/** A page of the clinic with a sign-in on it, as a browser with these means shows it. */
async function open(server: TestServer, means = server.page()) {
  const box = document.createElement('div');
  document.body.append(box);
  render(
    html`<loyalty-provider .means=${means}><member-sign-in></member-sign-in></loyalty-provider>`,
    box,
  );
  const element = box.querySelector('member-sign-in') as MemberSignInElement;
  const find = <Found extends HTMLElement>(selector: string) =>
    element.shadowRoot?.querySelector<Found>(selector) ?? undefined;
  const page = {
    box,
    element,
    find,
    heard: [] as string[],
    field: (name: string) => find<HTMLInputElement>(`#${name}`) as HTMLInputElement,
    focused: () => (element.shadowRoot?.activeElement as HTMLElement | null) ?? undefined,
    text: () => find('.card')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    shows: (text: string) =>
      untilTrue(
        () => page.text().includes(text),
        () => `“${text}” in “${page.text()}”`,
      ),
    /** Leaves the page; what the browser keeps stays. */
    close: () => box.remove(),
  };
  for (const type of ['glow-joined', 'glow-signed-in', 'glow-signed-out']) {
    box.addEventListener(type, () => page.heard.push(type));
  }
  await untilTrue(
    () => element.state !== 'waiting' && find('.title') !== undefined,
    () => element.state,
  );
  return page;
}

const press = (key: string) => sendKeys({ press: key });
const type = (text: string) => sendKeys({ type: text });

/** A page on which the code for this phone was just asked for. */
async function atTheCode(server: TestServer, phone = '3125550103') {
  const page = await open(server);
  page.field('phone').focus();
  await type(phone);
  await press('Enter');
  await page.shows('Enter your code');
  return page;
}

describe('member-sign-in', () => {
  let server: TestServer;

  beforeEach(async () => {
    sessionStorage.clear();
    localStorage.clear();
    server = await createTestServer({ now: Date.now() });
  });
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('takes somebody new from the number to membership by keyboard alone', async () => {
    const page = await open(server);
    page.field('phone').focus();

    await type('3125550103');
    const written = () => page.field('phone').value;
    await untilTrue(() => written() === '(312) 555-0103', written);
    await press('Enter');
    await page.shows('We texted six digits to ··03');
    assert.equal(page.focused(), page.field('code'));
    // One field, by which the phone fills the code in.
    assert.equal(page.field('code').autocomplete, 'one-time-code');
    assert.equal(page.field('code').inputMode, 'numeric');
    assert.equal(page.element.shadowRoot!.querySelectorAll('form input.input').length, 1);

    await type(testCode);
    await page.shows('Welcome to');
    assert.equal(page.focused(), page.field('first-name'));

    await type('Dora');
    await press('Tab');
    await press('Tab');
    await press('Space');
    await press('Enter');
    await page.shows('Hello, Dora');
    assert.equal(page.focused(), page.find('.title'));
    assert.equal(page.element.state, 'ready');
    assert.deepEqual(page.heard, ['glow-joined', 'glow-signed-in']);
  });

  it('asks a member for nothing but the code, and needs no request after the exchange', async () => {
    await server.people.ana();
    const page = await atTheCode(server, phones.ana);
    server.seen.length = 0;

    await type(testCode);
    await page.shows('Hello, Ana');

    assert.deepEqual(page.heard, ['glow-signed-in']);
    assert.deepEqual(
      server.seen.map(({ method, path }) => `${method} ${path}`),
      ['POST sessions'],
    );
  });

  it('keeps what was typed when the code is wrong, and sends again at six digits', async () => {
    await server.people.ana();
    const page = await atTheCode(server, phones.ana);

    await type('111111');
    await page.shows('That is not the code we sent');
    assert.equal(page.field('code').value, '111111');
    assert.equal(page.field('code').getAttribute('aria-invalid'), 'true');
    assert.include(page.field('code').getAttribute('aria-describedby') ?? '', 'error');

    page.field('code').select();
    await type(testCode);
    await page.shows('Hello, Ana');
  });

  it('takes a code that was pasted with spaces', async () => {
    await server.people.ana();
    const page = await atTheCode(server, phones.ana);

    page.field('code').value = ' 424 242 ';
    page.field('code').dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));

    await page.shows('Hello, Ana');
  });

  it('says so when the number is none, and keeps it', async () => {
    const page = await open(server);
    page.field('phone').focus();

    await type('12345');
    await press('Enter');

    await page.shows('That does not look like a mobile number');
    assert.equal(page.field('phone').value, '(123) 45');
  });

  it('says what to do when the network is gone, and goes on when it is back', async () => {
    const page = await open(server);
    page.field('phone').focus();
    server.failNext({ network: true, path: 'sessions/codes' });

    await type('3125550103');
    await press('Enter');
    await untilTrue(
      () => page.text().includes('We could not reach the clinic'),
      () => page.text(),
    );
    await press('Enter');

    await page.shows('Enter your code');
  });

  it('goes on at the code after a reload, and keeps neither number nor code', async () => {
    await server.people.ana();
    const first = await atTheCode(server, phones.ana);
    const kept = JSON.stringify(sessionStorage) + JSON.stringify(localStorage);
    first.close();

    const second = await open(server);
    await second.shows('Enter your code');
    second.field('code').focus();
    await type(testCode);
    await second.shows('Hello, Ana');

    assert.notInclude(kept, '3125550100');
    assert.notInclude(kept, testCode);
    assert.equal(sessionStorage.length, 0);
  });

  it('joins with the code of a friend’s link, and forgets it then', async () => {
    const ana = await server.people.ana();
    const { referral } = ana.answer.summary;
    const name = `afterglow:${server.keys.publishable}:referral`;
    localStorage.setItem(name, JSON.stringify({ code: referral?.code, at: Date.now() }));
    const page = await atTheCode(server);

    await type(testCode);
    await page.shows('Welcome to');
    assert.equal(page.field('friend-code').value, referral?.code);
    await page.shows('From your friend: $50 off your first treatment');
    page.find<HTMLInputElement>('[name=terms]')?.click();
    page.find('form button')?.click();
    await page.shows('You are signed in');

    assert.isNull(localStorage.getItem(name));
    assert.equal((await ana.client.me.summary()).referral?.counts.joined, 2);
  });

  it('joins with an invite of the practice, and promises no friend’s offer for it', async () => {
    const { keys, base } = server;
    const made = await server.fetch(`${base}/v1/codes`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${keys.secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ kind: 'practice', label: 'Open house' }),
    });
    const { code } = (await made.json()) as { code: string };
    const name = `afterglow:${keys.publishable}:referral`;
    localStorage.setItem(name, JSON.stringify({ code, at: Date.now() }));
    const page = await atTheCode(server);

    await type(testCode);
    await page.shows('Welcome to');
    assert.equal(page.field('friend-code').value, code);
    assert.notInclude(page.text(), 'friend who invited');
    assert.notInclude(page.text(), 'From your friend');
    page.find<HTMLInputElement>('[name=terms]')?.click();
    page.find('form button')?.click();
    await page.shows('You are signed in');

    assert.isNull(localStorage.getItem(name));
  });

  it('sends what was ticked with the words that stood there', async () => {
    const page = await atTheCode(server);
    await type(testCode);
    await page.shows('Welcome to');

    page.find<HTMLInputElement>('[name=terms]')?.click();
    page.find<HTMLInputElement>('[name=marketing]')?.click();
    page.find('form button')?.click();
    await page.shows('You are signed in');

    const { consents } = await (await pageClient(page.element.page!)).me.export();
    assert.equal(consents?.marketingSms, true);
    assert.deepEqual(consents?.words?.split('\n'), [
      'I agree to the terms of the program.',
      'Text me news and offers. You can stop at any time. How often they come varies. Message and data rates may apply. Reply STOP to end them, HELP for help.',
    ]);
  });

  it('says which code there is not, and joins once the field is right', async () => {
    const page = await atTheCode(server);
    await type(testCode);
    await page.shows('Welcome to');

    page.field('friend-code').value = 'ABCD-2345';
    page.find<HTMLInputElement>('[name=terms]')?.click();
    page.find('form button')?.click();
    await page.shows('There is no such code');
    assert.equal(page.field('friend-code').value, 'ABCD-2345');

    page.field('friend-code').value = '';
    page.find('form button')?.click();
    await page.shows('You are signed in');
  });

  it('does not join without the consent to the terms', async () => {
    const page = await atTheCode(server);
    await type(testCode);
    await page.shows('Welcome to');
    server.seen.length = 0;

    page.find('form button')?.click();

    await page.shows('please agree to the terms');
    assert.deepEqual(server.seen, []);
  });

  it('signs out, and shows the first question again', async () => {
    const ana = await server.people.ana();
    const page = await open(server, server.page(ana));
    await page.shows('Hello, Ana');

    page.find('button')?.click();

    await page.shows('Text me a code');
    assert.deepEqual(page.heard, ['glow-signed-out']);
    assert.isUndefined(await ana.storage.read());
  });

  it('speaks the language of the page, and the page’s own words before ours', async () => {
    const box = document.createElement('div');
    box.lang = 'es-MX';
    document.body.append(box);
    render(
      html`<loyalty-provider
        .means=${server.page()}
        .messages=${{ es: { 'sign-in.send': 'Mándame el código' } }}
        ><member-sign-in></member-sign-in
      ></loyalty-provider>`,
      box,
    );
    const element = box.querySelector('member-sign-in') as MemberSignInElement;
    await untilTrue(
      () => element.state === 'signed-out',
      () => element.state,
    );
    await element.updateComplete;

    const text = element.shadowRoot?.textContent ?? '';
    assert.include(text, 'Número de móvil');
    assert.include(text, 'Mándame el código');
  });

  it('has nothing that axe objects to at any question', async () => {
    const page = await open(server);
    assert.deepEqual(await faultsOf(page.box), []);

    page.field('phone').focus();
    await type('3125550103');
    await press('Enter');
    await page.shows('Enter your code');
    assert.deepEqual(await faultsOf(page.box), []);

    await type(testCode);
    await page.shows('Welcome to');
    assert.deepEqual(await faultsOf(page.box), []);
  });

  it('is ready to be answered when it opens over the page', async () => {
    const { element, find } = await show(
      'signed-out',
      html`<member-sign-in .modal=${true}></member-sign-in>`,
    );

    assert.equal(element.shadowRoot!.activeElement?.id, 'phone');
    assert.isTrue(find('dialog').matches('[open]'));
    clear();
  });

  it('has the clinic’s logo in the first question, whole, and none where there is none', async () => {
    const template = html`<member-sign-in></member-sign-in>`;
    const { find } = await show('signed-out', template, { program: withLogo, width: 390 });
    const logo = find<HTMLImageElement>('.logo');
    await logo.decode();
    const plain = await show('signed-out', template, { width: 390 });

    assert.equal(logo.alt, '', 'the heading beside it says the name');
    const [inCard, card] = [logo, find('.card')].map((box) => box.getBoundingClientRect());
    assert.isAbove(inCard!.height, 24);
    assert.isAtMost(inCard!.right, card!.right - 16);
    assert.equal(plain.element.shadowRoot!.querySelector('.logo'), null);
  });

  it('fits its reserve in every face, width and language', async () => {
    const higher = await higherThanReserved(
      () => html`<member-sign-in></member-sign-in>`,
      () => ({ program: withLogo }),
      ['signed-out', 'waiting', 'ready', 'failed'],
    );

    assert.deepEqual(higher, []);
  }).timeout(60_000);
});
