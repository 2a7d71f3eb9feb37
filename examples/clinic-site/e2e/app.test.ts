import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, untilFace, type Watched } from './browser.js';
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

const heading = (page: Page, text: string) =>
  page.locator('loyalty-home [part="heading"]', { hasText: text }).waitFor();

/** The app with the demo's member signed in, by keys only. */
async function openAsMember(options: Parameters<typeof openPage>[1]): Promise<Watched> {
  const watched = await openPage(browser, options);
  const { page } = watched;
  await page.goto(`${demo.site}/app.html`);
  await untilFace(page, 'loyalty-home', 'signed-out');
  await heading(page, 'Every visit gives something back');
  await page.locator('loyalty-home input[type="tel"]').focus();
  await page.keyboard.type('3125550100');
  await page.keyboard.press('Enter');
  const code = page.locator('loyalty-home input[autocomplete="one-time-code"]');
  await code.waitFor();
  await code.focus();
  await page.keyboard.type('424242');
  await heading(page, 'Good to see you');
  return watched;
}

test('a member opens the app on a phone, goes through its views, and claims a reward', async () => {
  const { page, faults } = await openAsMember({ width: 390 });
  const press = (name: string) => page.locator('loyalty-home nav a', { hasText: name }).click();

  await press('Offers');
  await heading(page, 'Offers');
  await page.locator('loyalty-home .view:not([hidden]) reward-list .do').first().click();
  await page.locator('loyalty-home .view:not([hidden]) reward-list dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await press('Appointment');
  await page.getByText('How to find us').waitFor();
  const href = await page.locator('loyalty-home book-button a').getAttribute('href');
  assert.match(href ?? '', /booking\.html/);
  await press('Status');
  await page.locator('loyalty-home points-history .row').first().waitFor();
  await page.goBack();
  await heading(page, 'Appointment');
  assert.equal(await page.title(), 'Your app · Lumen Aesthetics');
  assert.deepEqual(faults, []);
});

for (const width of [320, 1280]) {
  test(`nothing moves while the app of ${width} px loads, and it asks for the member once`, async () => {
    const { page, calls, faults, layoutShift } = await openAsMember({ width });
    await page.route('**/*.html', async (route) => {
      // Without data-live, as a live clinic's page is.
      const answer = await route.fetch();
      const body = (await answer.text()).replace('data-live', '');
      await route.fulfill({ response: answer, body });
    });
    // The page that is left is live, and asks until it is gone.
    await page.goto('about:blank');
    calls.length = 0;

    await page.goto(`${demo.site}/app.html`);
    await untilFace(page, 'loyalty-home', 'ready');

    assert.equal(await layoutShift(), 0);
    assert.deepEqual([...calls].sort(), ['GET /v1/program', 'POST /v1/sessions/refresh']);
    assert.deepEqual(faults, []);
  });
}
