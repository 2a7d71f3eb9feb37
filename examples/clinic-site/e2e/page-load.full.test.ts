import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, signIn, untilFace } from './browser.js';
import { startDemo, type Demo } from './demo.js';

let demo: Demo;
let browser: Browser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('a page with many elements costs one request for the program and none for a stranger', async () => {
  const { page, calls } = await openPage(browser);
  await page.goto(`${demo.site}/rewards.html`);
  await untilFace(page, 'points-balance', 'signed-out');
  await untilFace(page, 'savings-calculator', 'ready');

  assert.deepEqual(calls, ['GET /v1/program']);
});

test('the second page of a member costs one request for the program and one for the member', async () => {
  const { page, calls } = await openPage(browser);
  await page.goto(`${demo.site}/rewards.html`);
  await signIn(page, '3125550100');
  await page.route('**/*.html', async (route) => {
    // Without data-live, as a live clinic's page is.
    const answer = await route.fetch();
    const body = (await answer.text()).replace('data-live', '');
    await route.fulfill({ response: answer, body });
  });
  // The page that is left is live, and asks until it is gone.
  await page.goto('about:blank');
  calls.length = 0;
  await page.goto(`${demo.site}/rewards.html`);
  await untilFace(page, 'points-balance', 'ready');
  await untilFace(page, 'referral-link', 'ready');

  assert.deepEqual([...calls].sort(), ['GET /v1/program', 'POST /v1/sessions/refresh']);
});

for (const width of [320, 390, 1280]) {
  test(`nothing moves while a page of ${width} px loads, signed out and signed in`, async () => {
    const { page, layoutShift } = await openPage(browser, { width });
    await page.goto(`${demo.site}/rewards.html`);
    await untilFace(page, 'savings-calculator', 'ready');
    await untilFace(page, 'points-balance', 'signed-out');
    assert.equal(await layoutShift(), 0);

    await signIn(page, '3125550100');
    await page.goto(`${demo.site}/rewards.html`);
    await untilFace(page, 'points-balance', 'ready');
    await untilFace(page, 'referral-link', 'ready');
    await untilFace(page, 'package-balance', 'ready');
    assert.equal(await layoutShift(), 0);
  });
}

test('who is signed in has the balance in the room of the form, with nothing blank', async () => {
  const { page } = await openPage(browser, { width: 390 });
  const heightOf = async (tag: string) => (await page.locator(tag).first().boundingBox())?.height;
  await page.goto(`${demo.site}/rewards.html`);
  await untilFace(page, 'member-sign-in', 'signed-out');
  const room = await heightOf('.beside-form');
  assert.equal(await page.locator('points-balance').isVisible(), false);

  await signIn(page, '3125550100');
  await page.goto(`${demo.site}/rewards.html`);
  await untilFace(page, 'points-balance', 'ready');
  const blank = await page
    .locator('member-sign-in')
    .evaluate(
      (element) =>
        element.getBoundingClientRect().bottom -
        element.shadowRoot!.querySelector('.card')!.lastElementChild!.getBoundingClientRect()
          .bottom,
    );

  assert.equal(await heightOf('.beside-form'), room);
  assert.ok(blank < 40, `${blank} px below the last line`);
  const balance = await page.locator('points-balance').boundingBox();
  assert.ok(balance!.y + balance!.height < 844, 'the balance is seen without scrolling');
});

for (const width of [320, 768]) {
  test(`who comes without a friend’s link finds other ways in the room of the form, at ${width} px`, async () => {
    const { page, layoutShift } = await openPage(browser, { width });
    await page.goto(`${demo.site}/friend.html`);
    await untilFace(page, 'referral-welcome', 'empty');
    const card = await page.locator('referral-welcome .card').boundingBox();
    const ways = await page.locator('.no-link').boundingBox();
    const room = await page.locator('referral-welcome').boundingBox();

    assert.ok(card!.y + card!.height < ways!.y, 'they stand below what it says');
    assert.equal(ways!.y + ways!.height, room!.y + room!.height);
    assert.equal(await layoutShift(), 0);
  });
}

test('a wrong key and a lost network are said, with a way to try again', async () => {
  const { page } = await openPage(browser);
  await page.route('**/rewards.html', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/pk_test_\w+/, `pk_test_${'0'.repeat(32)}`);
    await route.fulfill({ response: answer, body });
  });
  await page.goto(`${demo.site}/rewards.html`);
  await untilFace(page, 'points-balance', 'failed');
  assert.match(await page.locator('points-balance [part~="message"]').innerText(), /not set up/);

  const other = await openPage(browser);
  await other.page.route(`${demo.api}/v1/**`, (route) => route.abort());
  await other.page.goto(`${demo.site}/rewards.html`);
  await untilFace(other.page, 'points-balance', 'failed');
  await other.page.unroute(`${demo.api}/v1/**`);
  await other.page.locator('points-balance button').click();
  await untilFace(other.page, 'points-balance', 'signed-out');
});

test('the site asks nobody but itself and the API', async () => {
  const { page } = await openPage(browser);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  for (const name of ['', 'treatments.html', 'rewards.html', 'booking.html', 'friend.html']) {
    await page.goto(`${demo.site}/${name}`, { waitUntil: 'load' });
  }

  assert.deepEqual([...hosts].sort(), [demo.site, demo.api].sort());
});

test('a friend’s code is kept from the landing page to the day of joining', async () => {
  const { page, faults } = await openPage(browser);
  await page.goto(`${demo.site}/rewards.html`);
  await signIn(page, '3125550100');
  await untilFace(page, 'referral-link', 'ready');
  const link = await page.locator('referral-link input').first().inputValue();
  const code = new URL(link).searchParams.get('glow');
  assert.match(code ?? '', /^[0-9A-Z]{8}$/);

  const friend = await openPage(browser);
  await friend.page.goto(`${demo.site}/friend.html?glow=${code}`);
  await untilFace(friend.page, 'referral-welcome', 'ready');
  await friend.page.goto(`${demo.site}/booking.html`);
  await untilFace(friend.page, 'visit-preview', 'signed-out');
  assert.match(
    (await friend.page.locator('book-button a').getAttribute('href')) ?? '',
    new RegExp(`[?]ref=${code}&`),
  );
  await friend.page.goto(`${demo.site}/rewards.html`);
  await friend.page.locator('member-sign-in input[type="tel"]').fill('3125550161');
  await friend.page.keyboard.press('Enter');
  const codeField = friend.page.locator('member-sign-in input[autocomplete="one-time-code"]');
  await codeField.waitFor();
  await codeField.fill('424242');
  await friend.page.locator('member-sign-in input[autocomplete="given-name"]').waitFor();
  assert.match(await friend.page.locator('member-sign-in .card').innerText(), /\$50 off/);
  assert.deepEqual([...faults, ...friend.faults], []);
});
