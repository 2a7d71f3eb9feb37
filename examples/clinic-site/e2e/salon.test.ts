import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Entry, Member, Page as ListPage } from '@afterglow/contract';
import type { Browser } from 'playwright-core';
import { join, openBrowser, openPage, untilFace } from './browser.js';
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
  // The till knows the client; a member is who has agreed to the terms.
  await join(page, '3125550177');
  await untilFace(page, 'package-balance', 'ready');
  // 692.00 spent at a point for each dollar, and 5 sessions left: reckoned from the export by hand.
  assert.equal(await page.locator('points-balance [part~="amount"]').innerText(), '692');
  assert.equal(member.points, 692);
  assert.match(await page.locator('package-balance .card').innerText(), /\b5 of \d+ sessions left/);
  await untilFace(page, 'tier-badge', 'ready');
  assert.match(await page.locator('tier-badge [part~="badge"]').innerText(), /Friend of the house/);
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
