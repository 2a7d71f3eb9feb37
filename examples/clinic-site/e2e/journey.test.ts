import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Entry, EventsAnswer, Page as ListPage, SessionAnswer } from '@afterglow/contract';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, signIn, untilFace, type Watched } from './browser.js';
import { startDemo, type Demo } from './demo.js';

/** A number of the sandbox that belongs to nobody in the demo's story. */
const phone = '+13125550160';
/** What belongs to a member; the others on the page are for everybody. */
const personal = [
  'points-balance',
  'tier-badge',
  'tier-progress',
  'offer-list',
  'reward-list',
  'member-card',
  'package-balance',
  'membership-credit',
  'referral-link',
  'referral-tracker',
  'message-preferences',
];

let demo: Demo;
let browser: Browser;
let watched: Watched;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  watched = await openPage(browser);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

const usd = (amount: number) => ({ amount, currency: 'USD' });
const amountOn = (tag: string) => watched.page.locator(`${tag} [part~="amount"]`).first();

async function send(event: object) {
  const { results } = await demo.call<EventsAnswer>(demo.secretKey, 'POST', '/v1/events', event);
  assert.equal(results[0]?.status, 'applied', JSON.stringify(results));
}

test('a stranger opens the rewards page: the calculator and the ways to earn are at work', async () => {
  const { page } = watched;
  await page.goto(`${demo.site}/rewards.html`);

  await untilFace(page, 'savings-calculator', 'ready');
  await untilFace(page, 'earn-list', 'ready');
  for (const tag of personal) await untilFace(page, tag, 'signed-out');
});

test('the stranger sees what there is to get, and not a card for each thing that is a member’s', async () => {
  const { page } = watched;
  await page.getByRole('heading', { name: 'What points get you' }).waitFor();

  const rewards = page.locator('reward-list:visible [part~="list"]');
  assert.match(
    await rewards.innerText(),
    /\$500 of credit\s+5,000 Glow points\s+Opens with Luminous/,
  );
  const asking = page.getByRole('button', { name: 'Sign in', exact: true });
  assert.deepEqual(
    await asking.evaluateAll((all) =>
      all.map((button) => (button.getRootNode() as ShadowRoot).host.localName),
    ),
    ['reward-list', 'referral-link'],
  );
  for (const tag of ['points-balance', 'member-card', 'message-preferences']) {
    assert.equal(await page.locator(tag).isVisible(), false, tag);
  }
});

test('joins with a telephone and a code, by keyboard, and is welcomed with points', async () => {
  const { page } = watched;
  await page.locator('member-sign-in input[type="tel"]').focus();
  await page.keyboard.type('3125550160');
  await page.keyboard.press('Enter');
  const code = page.locator('member-sign-in input[autocomplete="one-time-code"]');
  await code.waitFor();
  await code.focus();
  await page.keyboard.type('424 242');
  const firstName = page.locator('member-sign-in input[autocomplete="given-name"]');
  await firstName.waitFor();
  await firstName.fill('Iris');
  await page.locator('member-sign-in input[type="checkbox"]').first().check();
  await firstName.focus();
  await page.keyboard.press('Enter');

  await untilFace(page, 'points-balance', 'ready');
  assert.match(await amountOn('points-balance').innerText(), /^50$/);
  await untilFace(page, 'package-balance', 'empty');
  await untilFace(page, 'referral-link', 'ready');
});

test('a receipt at the till changes points, tier and package on the page by itself', async () => {
  const { page } = watched;
  await send({
    type: 'visit.completed',
    source: 'till',
    externalId: 'E2E-1',
    member: { source: 'till', externalId: 'C-160', phone },
    data: {
      lines: [
        { lineId: '1', kind: 'treatment', code: 'FILLER', category: 'filler', price: usd(156_000) },
        { lineId: '2', kind: 'package', code: 'FACIAL5', price: usd(72_500) },
      ],
    },
  });

  // 50 on joining, 780 and 362 at 50 points for each 100 dollars, rounded down for each line.
  await page.waitForFunction(() => {
    const shown = document.querySelector('points-balance')?.shadowRoot;
    return shown?.querySelector('[part~="amount"]')?.textContent?.trim() === '1,192';
  });
  await untilFace(page, 'package-balance', 'ready');
  assert.match(await amountOn('package-balance').innerText(), /5 of 5 sessions left/);
  assert.match(await page.locator('tier-badge [part~="badge"]').innerText(), /Radiant/);
});

test('a prepaid session is taken at checkout', async () => {
  await send({
    type: 'visit.completed',
    source: 'till',
    externalId: 'E2E-2',
    member: { phone },
    data: {
      lines: [
        { lineId: '1', kind: 'treatment', code: 'FACIAL', category: 'facial', price: usd(16_500) },
      ],
      tenders: [{ kind: 'session', count: 1, line: '1' }],
    },
  });

  await watched.page.waitForFunction(() =>
    document
      .querySelector('package-balance')
      ?.shadowRoot?.textContent?.includes('4 of 5 sessions left'),
  );
});

test('stays signed in from page to page', async () => {
  const { page } = watched;
  await page.goto(`${demo.site}/booking.html`);

  await untilFace(page, 'tier-badge', 'ready');
  await untilFace(page, 'package-balance', 'ready');
  await untilFace(page, 'visit-preview', 'ready');
  await page.goto(`${demo.site}/rewards.html`);
  await untilFace(page, 'points-balance', 'ready');
});

test('a yes to offers is saved at the press of a key, and is there on the next visit', async () => {
  const { page } = watched;
  const texts = page.locator('message-preferences [id="marketing.sms"]');
  assert.equal(await texts.isChecked(), false);

  await texts.focus();
  await page.keyboard.press('Space');
  await page.locator('message-preferences').getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await untilFace(page, 'message-preferences', 'ready');

  assert.equal(await texts.isChecked(), true);
});

test('the booking page says what the chosen treatment earns, and follows the form', async () => {
  const { page } = watched;
  await page.goto(`${demo.site}/booking.html?glow-offer=off_1`);
  const card = page.locator('visit-preview .card');

  await card.getByText('336', { exact: true }).waitFor();
  await page.locator('#treatment').selectOption({ label: 'Signature facial, $165' });
  // A prepaid session pays it, so it earns nothing a second time.
  await card.getByText('$0 is left to pay').waitFor();
  await page.locator('#treatment').selectOption({ label: 'Microneedling, $360' });
  await card.getByText('180', { exact: true }).waitFor();
  await page.locator('#treatment').selectOption({ label: 'A first consultation, free' });
  await untilFace(page, 'visit-preview', 'empty');
  const href = await page.locator('book-button a').getAttribute('href');
  assert.match(href ?? '', /booking\.html\?ref=&offer=&package=#form-title$/);
  await page.goto(`${demo.site}/rewards.html`);
  await untilFace(page, 'points-balance', 'ready');
});

test('past the lapse the page shows 0, and the entry says why', async () => {
  const { page } = watched;
  await demo.call(demo.secretKey, 'POST', '/v1/test/clock', { now: '2028-06-01T12:00:00Z' });

  await page.waitForFunction(() => {
    const shown = document.querySelector('points-balance')?.shadowRoot;
    return shown?.querySelector('[part~="amount"]')?.textContent?.trim() === '0';
  });
  const newest = (await myEntries()).find((entry) => entry.cause.kind === 'lapse');
  assert.equal(newest?.amount, -1292);
  assert.equal(newest?.balanceAfter, 0);
  assert.ok(newest?.because.length, 'the lapse says its rule');
});

test('the whole time: no violation of the policy, no error', () => {
  assert.deepEqual(watched.faults, []);
});

async function myEntries(): Promise<readonly Entry[]> {
  const html = await (await fetch(`${demo.site}/rewards.html`)).text();
  const key = /data-publishable-key="(pk_test_\w+)"/.exec(html)?.[1] ?? '';
  const { challengeId } = await demo.call<{ challengeId: string }>(
    key,
    'POST',
    '/v1/sessions/codes',
    { phone },
  );
  const { session } = await demo.call<SessionAnswer>(key, 'POST', '/v1/sessions', {
    grant: { kind: 'code', challengeId, code: '424242' },
  });
  const page = await demo.call<ListPage<Entry>>(session.accessToken, 'GET', '/v1/me/entries');
  return page.data;
}

test('a second person signs in on a page of its own', async () => {
  const { page, faults } = await openPage(browser, { width: 390 });
  await page.goto(`${demo.site}/rewards.html`);
  await signIn(page, '3125550100');

  await untilFace(page, 'points-balance', 'ready');
  assert.deepEqual(faults, []);
});
