import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startSite, type Site } from '../../clinic-site/e2e/account.js';
import { openBrowser, openPage, signIn, untilFace } from '../../clinic-site/e2e/browser.js';
import { startDemo, type Demo } from '../../clinic-site/e2e/demo.js';

let demo: Demo;
let browser: Browser;
let site: Site;

before(async () => {
  [demo, browser] = await Promise.all([startDemo({ salon: false }), openBrowser()]);
  site = await startSite(demo, ['examples/node-site/server.mjs']);
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await demo?.stop();
});

/** The directives of a policy by their names. */
const directives = (policy: string) =>
  new Map(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]));

for (const [form, path] of [
  ['the script tag', ''],
  ['a bundle', 'bundle'],
] as const) {
  test(`${form}: the header allows nothing unsafe, and stands on the page`, async () => {
    const answer = await fetch(site.url + path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const html = await answer.text();

    const allowed = directives(policy);
    assert.deepEqual(allowed.get('default-src'), ["'none'"]);
    assert.deepEqual(allowed.get('require-trusted-types-for'), ["'script'"]);
    assert.doesNotMatch(policy, /unsafe|nonce|sha\d|\*|https?:(?!\/\/)/);
    for (const line of policy.split('; ')) {
      assert.ok(html.includes(line.replaceAll("'", '&#39;')) || html.includes(line), line);
    }
  });

  test(`${form}: what needs no member is in the page before any script runs`, async () => {
    const { page } = await openPage(browser);
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(site.url + path);

    assert.equal(await page.locator('h1').innerText(), 'Lumen Aesthetics');
    assert.deepEqual(await page.locator('section li').allInnerTexts(), [
      'Glow',
      'Radiant',
      'Luminous',
    ]);
    await page.context().close();
  });

  test(`${form}: a patient signs in and shares a link; nothing is refused, said or moved`, async () => {
    const { page, faults, layoutShift } = await openPage(browser, { width: 390, silent: true });
    await page.goto(site.url + path);
    await untilFace(page, 'member-sign-in', 'signed-out');
    await untilFace(page, 'referral-link', 'signed-out');
    assert.equal(await layoutShift(), 0);

    await signIn(page, '3125550100');
    await untilFace(page, 'referral-link', 'ready');
    await page.getByRole('button', { name: 'Show as a QR code' }).click();
    await page.locator('referral-link dialog svg').first().waitFor();
    await page.keyboard.press('Escape');
    await page.reload();
    await untilFace(page, 'points-balance', 'ready');
    await untilFace(page, 'referral-link', 'ready');

    assert.equal(await layoutShift(), 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}
