import { phones, testCode } from '@afterglow/testing';
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import {
  askedBy,
  face,
  openClinic,
  openClinicOfAna,
  openPage,
  printedBy,
  strictPolicy,
  type Clinic,
} from './clinic-page.js';

/** Another library's element by the name of one of ours, there before the script runs. */
const others = `<script>
  customElements.define('points-balance', class extends HTMLElement {
    connectedCallback() { this.textContent = 'Of another library'; }
  });
</script>`;

describe('a page with a prefix', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await openClinicOfAna();
  });
  after(() => clinic.close());

  const open = (path: string, origin = clinic.site) => openPage(clinic, origin + path);

  const head = () => clinic.embed('data-prefix="clinic-"');

  it('has its elements beside one of another library, as tags, in boxes and in shadow trees', async () => {
    clinic.put('/beside', {
      head: others + head(),
      body: `<points-balance></points-balance><clinic-points-balance></clinic-points-balance>
        <div data-afterglow="package-balance"></div><p id="tree"></p>`,
    });
    const page = await open('/beside');
    await page.evaluate(() => {
      const tree = document.querySelector('#tree')?.attachShadow({ mode: 'open' }) as ShadowRoot;
      tree.innerHTML = '<clinic-offer-list></clinic-offer-list>';
      window.afterglow?.watch(tree);
    });

    await face(page, 'clinic-points-balance', 'signed-out');
    await face(
      page,
      '[data-afterglow] > clinic-package-balance, clinic-package-balance',
      'signed-out',
    );
    await face(page, 'clinic-offer-list', 'signed-out');

    assert.equal(await page.locator('points-balance').innerText(), 'Of another library');
    assert.equal(await page.evaluate(() => customElements.get('offer-list') !== undefined), false);
    assert.deepEqual(page.said, []);
  });

  it('signs in by a dialog, and shows the app with its parts', async () => {
    clinic.put('/app', {
      head: others + head(),
      body: '<clinic-points-balance></clinic-points-balance><clinic-loyalty-home></clinic-loyalty-home>',
    });
    clinic.put('/asking', {
      head: others + head(),
      body: '<clinic-points-balance></clinic-points-balance>',
    });
    const page = await open('/asking');
    await face(page, 'clinic-points-balance', 'signed-out');

    await page.locator('clinic-points-balance button').click();
    await page.locator('clinic-member-sign-in dialog[open]').waitFor();
    await page.locator('clinic-member-sign-in #phone').fill(phones.ana);
    await page.locator('clinic-member-sign-in button[type=submit]').click();
    await page.locator('clinic-member-sign-in #code').fill(testCode);
    await face(page, 'clinic-points-balance', 'ready');
    await page.goto(`${clinic.site}/app`);

    await page.locator('clinic-loyalty-home clinic-points-balance clinic-tier-badge').waitFor();
    await page.locator('clinic-loyalty-home').getByRole('link', { name: 'Status' }).click();
    await face(page, 'clinic-loyalty-home clinic-tier-progress', 'ready');
    assert.equal(
      await page.evaluate(() => customElements.get('tier-progress') !== undefined),
      false,
    );
    assert.deepEqual(page.said, []);
  });

  it('asks for as much as a page without one, before its core has arrived', async () => {
    clinic.put('/depth', { head: head(), body: '<clinic-points-balance></clinic-points-balance>' });
    clinic.put('/depth-plain', { body: '<points-balance></points-balance>' });
    clinic.late.set('/core.js', 400);
    const asked = async (path: string, tag: string) => {
      const page = await open(path);
      await face(page, tag, 'signed-out');
      const all = await askedBy(page);
      const core = all.find((each) => each.path.endsWith('/core.js'));
      await page.context().close();
      return all
        .flatMap(({ path: file, began }) => (began < (core?.ended ?? 0) ? file : []))
        .sort();
    };

    const withPrefix = await asked('/depth', 'clinic-points-balance');
    const without = await asked('/depth-plain', 'points-balance');
    clinic.late.clear();

    assert.ok(without.some((file) => file.endsWith('/points-balance.js')));
    assert.deepEqual(withPrefix, without);
  });

  it('keeps a clinic of its own for what stands in a provider', async () => {
    const other = await openClinic();
    try {
      clinic.put('/two', {
        head: head(),
        body: `<clinic-loyalty-provider publishable-key="${other.server.keys.publishable}" api-base="${other.api}">
          <clinic-points-balance></clinic-points-balance></clinic-loyalty-provider>`,
      });
      const page = await open('/two');
      await page.locator('clinic-points-balance button').click();
      await page.locator('clinic-loyalty-provider > clinic-member-sign-in dialog[open]').waitFor();
    } finally {
      await other.close();
    }
  });

  it('has them in one file too, under the strictest policy', async () => {
    const key = clinic.server.keys.publishable;
    clinic.put('/one', {
      head: `<script src="/afterglow/1/afterglow.all.js" data-prefix="clinic-" data-publishable-key="${key}"></script>`,
      body: '<clinic-points-balance></clinic-points-balance><clinic-loyalty-home></clinic-loyalty-home>',
      headers: { 'Content-Security-Policy': strictPolicy },
    });
    const page = await open('/one', clinic.api);

    await face(page, 'clinic-points-balance', 'signed-out');
    await page.locator('clinic-loyalty-home clinic-member-sign-in #phone').waitFor();

    assert.equal(await page.evaluate(() => customElements.get('tier-badge') !== undefined), false);
    assert.deepEqual(page.said, []);
  });

  it('keeps its elements’ room by the sheet that the command prints', async () => {
    const run = (...args: string[]) => printedBy('stylesheet', '--prefix', 'clinic-', ...args);
    const [sheet, theme] = [await run(), await run('--theme', 'night')];
    clinic.put('/room', {
      head: head().replace(/<link[^>]*>/, `<style>${sheet}</style><style>${theme}</style>`),
      body: '<clinic-points-balance></clinic-points-balance><clinic-earn-list></clinic-earn-list><p id="below">Below</p>',
    });
    clinic.late.set('/core.js', 300);
    const page = await open('/room');
    const before = await page.locator('#below').boundingBox();
    await face(page, 'clinic-points-balance', 'signed-out');
    await face(page, 'clinic-earn-list', 'ready');
    clinic.late.clear();

    assert.ok((before?.y ?? 0) > 300, 'there is room before they are there');
    assert.deepEqual(await page.locator('#below').boundingBox(), before);
    assert.match(theme, /clinic-points-balance::part\(amount\)/);
  });

  it('says that no tag can begin with what stands there', async () => {
    clinic.put('/wrong', {
      head: clinic.embed('data-prefix="Clinic-"'),
      body: '<Clinic-points-balance></Clinic-points-balance>',
    });

    const page = await clinic.browser.newPage();
    const heard = page.waitForEvent('console', (message) =>
      /^Afterglow: The prefix "Clinic-" can't stand/.test(message.text()),
    );
    await page.goto(`${clinic.site}/wrong`);

    await heard;
    await page.close();
  });
});
