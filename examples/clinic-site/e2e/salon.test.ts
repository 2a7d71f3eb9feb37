import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Entry, Member, Page as ListPage } from '@afterglow/contract';
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

test('a client of a real salon sees the points, tier and sessions of the export', async (t) => {
  const key = demo.salonSecretKey;
  if (!key) {
    t.skip('the salon’s export is not here: AFTERGLOW_SALON_DATA names its folder');
    return;
  }
  const query = 'source=salon-till&externalId=KUKK01';
  const { data } = await demo.call<ListPage<Member>>(key, 'GET', `/v1/members?${query}`);
  const member = data[0];
  assert.ok(member, 'the client is a member');
  const entries = await allEntries(key, member.id);
  const points = entries.filter(({ asset }) => asset === 'points');
  assert.equal(
    points.reduce((sum, { amount }) => sum + amount, 0),
    member.points,
  );

  const { page, faults } = await openPage(browser, { width: 390 });
  await page.goto(`${demo.site}/salon.html`);
  await signIn(page, '3125550177');
  await untilFace(page, 'package-balance', 'ready');
  const shown = await page.locator('points-balance [part~="amount"]').innerText();
  // Signing in makes the client a member, which may be worth points of its own.
  const { points: now } = await demo.call<Member>(key, 'GET', `/v1/members/${member.id}`);
  assert.equal(shown.replaceAll(',', ''), String(now));
  assert.match(await page.locator('package-balance .card').innerText(), /\b5 of \d+ sessions left/);
  await untilFace(page, 'tier-badge', 'ready');
  assert.deepEqual(faults, []);
});

async function allEntries(key: string, memberId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let cursor = '';
  do {
    const page = await demo.call<ListPage<Entry>>(
      key,
      'GET',
      `/v1/members/${memberId}/entries?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    entries.push(...page.data);
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return entries;
}
