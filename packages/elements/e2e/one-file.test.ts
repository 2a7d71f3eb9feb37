import { phones, testCode } from '@afterglow/testing';
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  answerQuestions,
  askedBy,
  face,
  openClinicOfAna,
  openPage,
  printedBy,
  strictPolicy,
  type Clinic,
} from './clinic-page.js';

describe('the script in one file', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await openClinicOfAna();
  });
  after(() => clinic.close());

  const open = (path: string, origin = clinic.site) => openPage(clinic, origin + path);

  const scriptsOf = async (page: Page) =>
    (await askedBy(page)).map(({ path }) => path).filter((path) => path.endsWith('.js'));

  it('needs one hash, and no further script for a sign-in, a code as picture and the app', async () => {
    const printed = await printedBy('integrity', clinic.api, '--one-file');
    const head = printed.replace('pk_live_…', clinic.server.keys.publishable);
    clinic.put('/one', {
      lang: 'es',
      head,
      body: '<points-balance></points-balance><referral-link></referral-link>',
    });
    const page = await open('/one');
    await face(page, 'points-balance', 'signed-out');

    await page.locator('points-balance button').click();
    await page.locator('member-sign-in dialog[open]').waitFor();
    await answerQuestions(page, phones.ana, testCode);
    await page.locator('body > points-balance .card.ready').waitFor();
    assert.match(await page.locator('body > points-balance .card').innerText(), /valen 116/);
    await page.locator('body > referral-link').getByRole('button', { name: 'QR' }).click();
    await page.locator('body > referral-link dialog svg').first().waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.body.append(document.createElement('loyalty-home')));
    await page.locator('loyalty-home points-balance .card.ready').waitFor();

    const [only = '', ...others] = await scriptsOf(page);
    assert.match(only, /\/afterglow\.all\.js$/);
    assert.deepEqual(others, []);
    assert.deepEqual(page.said, []);
  });

  it('does not run when it differs from its hash', async () => {
    const src = `${clinic.api}/afterglow/1/afterglow.all.js`;
    const wrong = `sha384-${'A'.repeat(64)}`;
    clinic.put('/one-changed', {
      head: `<script type="module" src="${src}" integrity="${wrong}" crossorigin data-publishable-key="${clinic.server.keys.publishable}"></script>`,
      body: '<points-balance></points-balance>',
    });

    const page = await open('/one-changed');
    await page.waitForLoadState('load');

    assert.match(page.said.join(), /integrity/);
    assert.equal(await page.evaluate(() => 'afterglow' in window), false);
    assert.equal(
      await page.evaluate(() => customElements.get('points-balance') !== undefined),
      false,
    );
  });

  it('runs as any kind of script, under the strictest policy, and finds its tag by its name', async () => {
    const src = `${clinic.api}/afterglow/1/afterglow.all.js`;
    const key = clinic.server.keys.publishable;
    const ways = {
      classic: `<script src="${src}" data-publishable-key="${key}"></script>`,
      async: `<script async src="${src}" data-publishable-key="${key}"></script>`,
      'key in the address': `<script type="module" src="${src}?key=${key}"></script>`,
    };
    for (const [way, head] of Object.entries(ways)) {
      clinic.put('/one-way', {
        head: `<link rel="stylesheet" href="/afterglow/1/afterglow.css">${head}`,
        body: '<points-balance></points-balance><div data-afterglow="package-balance"></div>',
        headers: { 'Content-Security-Policy': strictPolicy },
      });
      const page = await open('/one-way', clinic.api);
      await face(page, 'points-balance', 'signed-out').catch(() => assert.fail(`not as ${way}`));
      await face(page, 'package-balance', 'signed-out');
      assert.deepEqual(page.said, []);
      await page.context().close();
    }
  });

  it('gives way to a copy that is there, and says that it has no demo', async () => {
    const tag = (file: string, key: string) =>
      `<script src="${clinic.api}/afterglow/1/${file}" data-publishable-key="${key}"></script>`;
    const key = clinic.server.keys.publishable;
    clinic.put('/both', {
      head: tag('afterglow.js', key) + tag('afterglow.all.js', key),
      body: '<points-balance></points-balance>',
    });
    clinic.put('/one-demo', { head: tag('afterglow.all.js', 'demo'), body: '' });

    const both = await open('/both');
    await face(both, 'points-balance', 'signed-out');
    assert.deepEqual(both.said, []);
    assert.equal(await both.evaluate(() => customElements.get('tier-badge') !== undefined), false);
    const demo = await open('/one-demo');
    assert.match(demo.said.join(), /the key "demo" needs afterglow\.js/);
  });
});
