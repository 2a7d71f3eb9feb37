import { phones, testCode } from '@afterglow/testing';
import { strict as assert } from 'node:assert';
import { fileURLToPath } from 'node:url';
import { after, before, beforeEach, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { face, openClinic, openIn, signInOn, type Clinic } from './clinic-page.js';

type Drawn = Element & { readonly state?: string };

const signInAndBalance = '<member-sign-in></member-sign-in><points-balance></points-balance>';

describe('a page that lives on', () => {
  let clinic: Clinic;
  let other: Clinic;
  let context: BrowserContext;

  before(async () => {
    [clinic, other] = await Promise.all([
      openClinic({ keepsPages: true }),
      openClinic({ color: '#1b4b8f' }),
    ]);
    await Promise.all([clinic.server.people.ana(), other.server.people.dora()]);
  });
  after(() => Promise.all([clinic.close(), other.close()]));
  beforeEach(async () => {
    await context?.close();
    context = await clinic.browser.newContext({ viewport: { width: 390, height: 800 } });
  });

  const open = (path: string) => openIn(context, clinic.site + path);

  const figure = (page: Page, place = 'points-balance') =>
    page.locator(`${place} [part~=amount]`).first().innerText();

  /** The part of a page that belongs to the second clinic. */
  const elsewhere = (content: string) =>
    `<loyalty-provider publishable-key="${other.server.keys.publishable}" api-base="${other.api}">${content}</loyalty-provider>`;

  it('shows the member at once in elements that come, go and come back, and asks for nothing', async () => {
    clinic.put('/app', { body: signInAndBalance });
    const page = await open('/app');
    await signInOn(page, phones.ana, testCode);
    await face(page, 'points-balance', 'ready');
    const points = await figure(page);
    clinic.server.seen.length = 0;

    const faces = await page.evaluate(async () => {
      const kept = document.querySelector('points-balance') as Drawn;
      const seen = new Set<string | undefined>();
      for (let round = 0; round < 60; round += 1) {
        const shown = round % 2 ? kept : (document.createElement('points-balance') as Drawn);
        document.querySelector('points-balance')?.remove();
        document.body.append(shown);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        seen.add(shown.state);
      }
      return [...seen];
    });

    assert.deepEqual(faces, ['ready']);
    assert.equal(await figure(page), points);
    assert.deepEqual(clinic.server.seen, []);
    assert.deepEqual(page.said, []);
  });

  it('has two clinics side by side: each its member, its session and its brand', async () => {
    clinic.put('/two', {
      body: `<div id="own">${signInAndBalance}</div>${elsewhere(`<div id="else">${signInAndBalance}</div>`)}`,
    });
    const page = await open('/two');
    await face(page, '#else points-balance', 'signed-out');
    await page.locator('#own #phone').fill(phones.ana);
    await page.locator('#own button[type=submit]').click();
    await page.locator('#own #code').fill(testCode);
    await face(page, '#own points-balance', 'ready');

    assert.equal(await page.locator('#else points-balance .card.signed-out').count(), 1);
    await page.locator('#else #phone').fill(phones.dora);
    await page.locator('#else button[type=submit]').click();
    await page.locator('#else #code').fill(testCode);
    await face(page, '#else points-balance', 'ready');
    await page.reload();
    await face(page, '#own points-balance', 'ready');
    await face(page, '#else points-balance', 'ready');

    assert.notEqual(
      await figure(page, '#own points-balance'),
      await figure(page, '#else points-balance'),
    );
    const [own, elses] = await brands(page, ['#own', '#else']);
    assert.notEqual(own, elses);
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await face(page, '#own points-balance', 'signed-out');
    assert.equal(await page.locator('#else points-balance .card.ready').count(), 1);
    assert.deepEqual(page.said, []);
  });

  it('brands the second clinic also where a framework sets its key as a property', async () => {
    clinic.put('/property', {
      body: '<points-balance></points-balance><loyalty-provider id="words"><points-balance></points-balance></loyalty-provider><loyalty-provider id="else"><points-balance></points-balance></loyalty-provider>',
    });
    const page = await open('/property');
    await page.evaluate(
      ([publishableKey, apiBase]) =>
        Object.assign(document.querySelector('#else') as object, { publishableKey, apiBase }),
      [other.server.keys.publishable, other.api],
    );
    // The page's own brand comes with its own program, in whatever order the two are answered.
    await face(page, 'body > points-balance', 'signed-out');
    await face(page, '#else points-balance', 'signed-out');
    const roleAt = (place: string) => brands(page, [place]).then(([color]) => color);
    const ofPage = await roleAt('body');
    await page.waitForFunction(
      (color) =>
        getComputedStyle(document.querySelector('#else') as Element).getPropertyValue(
          '--glow-color-brand-fill-loud',
        ) !== color,
      ofPage,
    );

    assert.equal(await roleAt('#words'), ofPage);
  });

  it('shows the clinic that an element is moved to, and back', async () => {
    clinic.put('/moved', {
      body: `${signInAndBalance}${elsewhere('<p id="there"></p>')}`,
    });
    const page = await open('/moved');
    await signInOn(page, phones.ana, testCode);
    await face(page, 'points-balance', 'ready');
    const points = await figure(page);
    const move = (to: string) =>
      page.evaluate(
        (place) =>
          document.querySelector(place)?.append(document.querySelector('points-balance') as Node),
        to,
      );

    await move('#there');
    await face(page, '#there points-balance', 'signed-out');
    await move('body');
    await face(page, 'body > points-balance', 'ready');

    assert.equal(await figure(page), points);
    assert.deepEqual(page.said, []);
  });

  it('empties every element when somebody signs out in one, in the other tabs too', async () => {
    clinic.put('/out', { body: `${signInAndBalance}<referral-link></referral-link>` });
    const page = await open('/out');
    await signInOn(page, phones.ana, testCode);
    await face(page, 'referral-link', 'ready');
    const tab = await open('/out');
    await face(tab, 'referral-link', 'ready');

    await page.getByRole('button', { name: 'Sign out' }).click();

    for (const each of [page, tab]) {
      for (const tag of ['points-balance', 'referral-link', 'member-sign-in']) {
        await face(each, tag, 'signed-out');
      }
    }
    assert.deepEqual([...page.said, ...tab.said], []);
  });

  it('shows nobody on the way back to a page, once that person has signed out elsewhere', async () => {
    clinic.put('/kept', { body: signInAndBalance });
    clinic.put('/next', { body: signInAndBalance });
    await context.addInitScript({ content: noteWayBack });
    const page = await open('/kept');
    await signInOn(page, phones.ana, testCode);
    await face(page, 'points-balance', 'ready');
    const points = await figure(page);
    await page.goto(`${clinic.site}/next`);
    await face(page, 'points-balance', 'ready');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await face(page, 'points-balance', 'signed-out');

    const { shown } = await goBack(page);

    await face(page, 'points-balance', 'signed-out');
    assert.ok(shown.length > 0);
    assert.ok(!shown.join().includes(points), `a frame shows ${points}: ${shown.join(' | ')}`);
  });

  it('shows the member again on a page that the browser kept, without a new sign-in', async () => {
    clinic.put('/kept', { body: signInAndBalance });
    clinic.put('/plain', { head: ' ', body: '' });
    await context.addInitScript({ content: noteWayBack });
    const page = await open('/kept');
    await signInOn(page, phones.ana, testCode);
    await face(page, 'points-balance', 'ready');
    await page.goto(`${clinic.site}/plain`);

    const { wasKept } = await goBack(page);

    await face(page, 'points-balance', 'ready');
    assert.ok(wasKept, 'the browser kept the page');
  });

  it('works by the first of two versions, and says that there is another', async () => {
    const newer = `${clinic.api}/afterglow/2/afterglow.js`;
    clinic.put('/versions', {
      head: `${clinic.embed()}<script src="${newer}" data-publishable-key="${clinic.server.keys.publishable}" defer></script>`,
      body: '<points-balance></points-balance>',
    });
    const first = await (await fetch(`${clinic.api}/afterglow/1/afterglow.js`)).text();
    const version = /version:"([\d.]+)"/.exec(first)?.[1] ?? 'none';
    await context.route('**/afterglow/2/afterglow.js', (route) =>
      route.fulfill({
        body: first.replaceAll(`"${version}"`, '"9.9.9"'),
        contentType: 'text/javascript',
      }),
    );
    const page = await open('/versions');
    await face(page, 'points-balance', 'signed-out');

    assert.deepEqual(page.said, [`Afterglow: this page has version ${version} too.`]);
    assert.equal(clinic.server.seen.filter(({ path }) => path === 'program').length > 0, true);
  });

  it('lets a bundle of the site’s own and the script tag share a page', async () => {
    const bundle = await build({
      stdin: {
        contents: "import '@afterglow/elements/define';",
        resolveDir: fileURLToPath(new URL('../../../examples/node-site', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: '/bundle',
      define: { 'process.env.NODE_ENV': '"production"' },
      write: false,
    });
    const files = new Map(
      bundle.outputFiles.map(({ path, text }) => [path.split(/[\\/]/).at(-1), text]),
    );
    await context.route('**/bundle/*.js', (route) =>
      route.fulfill({
        body: files.get(new URL(route.request().url()).pathname.split('/').at(-1)) ?? '',
        contentType: 'text/javascript',
      }),
    );
    clinic.put('/both', {
      head: `<script type="module" src="/bundle/stdin.js"></script>${clinic.embed()}`,
      body: signInAndBalance,
    });
    clinic.server.seen.length = 0;
    const page = await open('/both');
    await face(page, 'member-sign-in', 'signed-out');

    await signInOn(page, phones.ana, testCode);
    await face(page, 'points-balance', 'ready');

    assert.equal(clinic.server.seen.filter(({ path }) => path === 'program').length, 1);
    assert.deepEqual(page.said, []);
  });
});

/** What a page noted of its first frames after a way back. */
interface WayBack {
  /** True where the browser had kept the page; false where it was loaded again. */
  readonly wasKept: boolean;
  /** What the balance showed in each frame. */
  readonly shown: string[];
}

/** Runs in the page before anything else; a text, since tsx would name its inner function by a helper. */
const noteWayBack = `
  addEventListener('pageshow', ({ persisted }) => {
    const [{ type }] = performance.getEntriesByType('navigation');
    if (!persisted && type !== 'back_forward') return;
    const shown = [];
    globalThis.wayBack = { wasKept: persisted, shown };
    requestAnimationFrame(function note() {
      const text = document.querySelector('points-balance')?.shadowRoot?.textContent ?? '';
      shown.push(text.replace(/\\s+/g, ' ').trim());
      if (shown.length < 20) requestAnimationFrame(note);
    });
  });`;

/** Goes back as a patient does; playwright's own way waits for a load that a kept page does not have. */
async function goBack(page: Page): Promise<WayBack> {
  // In a task of its own: the page is left, and could not answer any more.
  await page.evaluate(() => void setTimeout(() => history.back()));
  const noted = await page.waitForFunction(() => {
    const { wayBack } = globalThis as unknown as { wayBack?: WayBack };
    return wayBack && wayBack.shown.length >= 20 && wayBack;
  });
  return noted.jsonValue() as Promise<WayBack>;
}

/** The color of the clinic's buttons as it holds at each place. */
function brands(page: Page, places: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    (names) =>
      names.map((name) =>
        getComputedStyle(document.querySelector(name) as Element).getPropertyValue(
          '--glow-color-brand-fill-loud',
        ),
      ),
    places,
  );
}
