import { phones, testCode } from '@afterglow/testing';
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  answerQuestions,
  askedBy,
  face,
  holdCore,
  openClinic,
  openClinicOfAna,
  openPage,
  printedBy,
  signInOn,
  strictPolicy,
  type Clinic,
} from './clinic-page.js';

/**
 * Loaded once program and member are here: what keeps a page right, what it is made of, and what
 * writes.
 */
const atIdle =
  /\/(?:page-upkeep|session|session-start|session-resume|refused|sign-in-calls|announcer)\.js$/;

/** What is asked of an element in the browser. */
type Drawn = Element & { readonly state?: string };

describe('the script tag', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await openClinicOfAna();
  });
  after(() => clinic.close());

  const open = (path: string, origin = clinic.site) => openPage(clinic, origin + path);

  it('asks for everything before its core has arrived, and for nothing afterwards', async () => {
    clinic.put('/depth', {
      body: '<member-sign-in></member-sign-in><points-balance></points-balance>',
    });
    const page = await open('/depth');
    await face(page, 'member-sign-in', 'signed-out');
    await signInOn(page, phones.ana, testCode);
    clinic.late.set('/core.js', 400);
    await holdCore(page);

    await page.reload();
    await face(page, 'points-balance', 'ready');
    await page.waitForTimeout(300);
    clinic.late.clear();

    const asked = await askedBy(page);
    const core = asked.find(({ path }) => path.endsWith('/core.js'));
    const later = asked.filter(
      ({ path, began }) => began > (core?.ended ?? 0) && !atIdle.test(path),
    );
    assert.deepEqual(later, []);
    const api = asked.map(({ path }) => path).filter((path) => path.startsWith('/v1/'));
    assert.deepEqual(api.sort(), ['/v1/program', '/v1/sessions/refresh']);
    assert.deepEqual(page.said, []);
  });

  it('draws every element that the build holds, signed out and signed in', async () => {
    // The app has a sign-in in it, and a page of its own: app.test.ts.
    const tags = clinic.tags.filter((tag) => !/^loyalty-(?:provider|home)$/.test(tag));
    clinic.put('/all?glow=ABCD2345', { body: tags.map((tag) => `<${tag}></${tag}>`).join('') });
    const page = await open('/all?glow=ABCD2345');
    const settled = () =>
      page.waitForFunction(
        (names) =>
          names.every((name) => {
            const { state, shadowRoot } = document.querySelector(name) as Drawn;
            return state && state !== 'waiting' && shadowRoot?.textContent?.trim();
          }) && names.map((name) => (document.querySelector(name) as Drawn).state),
        tags,
      );
    await settled();

    await signInOn(page, phones.ana, testCode);
    await face(page, 'points-balance', 'ready');

    const states = await (await settled()).jsonValue();
    assert.deepEqual(
      states && states.filter((state) => state !== 'ready' && state !== 'empty'),
      [],
    );
    assert.deepEqual(page.said, []);
  });

  it('keeps a patient signed in from page to page, with one request for each', async () => {
    clinic.put('/first', { body: '<member-sign-in></member-sign-in>' });
    clinic.put('/second', {
      body: '<points-balance></points-balance><points-balance></points-balance><points-balance></points-balance>',
    });
    const page = await open('/first');
    await face(page, 'member-sign-in', 'signed-out');
    await signInOn(page, phones.ana, testCode);
    clinic.server.seen.length = 0;

    await page.goto(`${clinic.site}/second`);
    await page.locator('points-balance .card.ready').nth(2).waitFor();

    assert.deepEqual(clinic.server.seen.map(({ path }) => path).sort(), [
      'program',
      'sessions/refresh',
    ]);
  });

  it('runs under the strictest policy without a violation, sign-in included', async () => {
    const head = `<script src="/afterglow/1/afterglow.js" data-publishable-key="${clinic.server.keys.publishable}" defer></script><link rel="stylesheet" href="/afterglow/1/afterglow.css">`;
    clinic.put('/strict', {
      head,
      body: '<points-balance></points-balance><package-balance></package-balance><tier-badge></tier-badge><referral-link></referral-link><savings-calculator></savings-calculator>',
      headers: { 'Content-Security-Policy': strictPolicy },
    });
    const page = await open('/strict', clinic.api);
    await face(page, 'points-balance', 'signed-out');

    await page.locator('points-balance button').click();
    await page.locator('member-sign-in dialog[open]').waitFor();
    await answerQuestions(page, phones.ana, testCode);
    await page.locator('member-sign-in').waitFor({ state: 'detached' });
    await face(page, 'points-balance', 'ready');

    await page.waitForFunction(() => document.activeElement?.localName === 'points-balance');
    await face(page, 'savings-calculator', 'ready');
    await page.locator('savings-calculator input[type=range]').press('ArrowRight');
    await page.locator('savings-calculator summary').click();
    await page.locator('savings-calculator .steps').waitFor();
    await page.locator('tier-badge [part~=badge]').click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show as a QR code' }).click();
    await page.locator('referral-link dialog svg').first().waitFor();
    assert.deepEqual(page.said, []);
  });

  it('shows the clinic’s logo where a policy lets pictures of the API in and no others', async (t) => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"/>';
    const logo = `data:image/svg+xml;base64,${btoa(drawing)}`;
    const other = await openClinic({
      program: (usual) => ({ ...usual, brand: { ...usual.brand, logo } }),
    });
    t.after(() => other.close());
    other.put('/logo', {
      body: '<member-sign-in></member-sign-in>',
      headers: {
        'Content-Security-Policy': `default-src 'none'; script-src ${other.api}; style-src ${other.api}; connect-src ${other.api}; img-src ${other.api}`,
      },
    });
    const page = await other.browser.newPage();

    await page.goto(`${other.site}/logo`);
    await face(page, 'member-sign-in', 'signed-out');

    const image = page.locator('member-sign-in .logo');
    await image.evaluate((shown: HTMLImageElement) => shown.decode());
    assert.equal(await image.evaluate((shown: HTMLImageElement) => shown.naturalWidth), 90);
  });

  for (const kind of ['module', 'text/javascript']) {
    it(`runs by a nonce alone, whatever it loads: ${kind}`, async () => {
      const embed = clinic.embed().replaceAll(/type="module"/g, `type="${kind}" nonce="once"`);
      clinic.put('/nonce', {
        head: embed,
        body: '<points-balance></points-balance><referral-link></referral-link>',
        headers: {
          'Content-Security-Policy': `default-src 'none'; script-src 'nonce-once'; style-src ${clinic.api}; connect-src ${clinic.api}; img-src data:; require-trusted-types-for 'script'; trusted-types afterglow`,
        },
      });
      const page = await open('/nonce');
      await face(page, 'points-balance', 'signed-out');

      await page.locator('points-balance button').click();
      await page.locator('member-sign-in dialog[open]').waitFor();
      await answerQuestions(page, phones.ana, testCode);
      await face(page, 'referral-link', 'ready');
      await page.getByRole('button', { name: 'Show as a QR code' }).click();
      await page.locator('referral-link dialog svg').first().waitFor();

      assert.deepEqual(page.said, []);
    });
  }

  it('leaves the page of a browser that is too old as it was written, without a word', async () => {
    clinic.put('/old', {
      body: '<points-balance>Ask for your points at the desk.</points-balance><book-button><a href="/booking">Book</a></book-button>',
    });
    const context = await clinic.browser.newContext();
    await context.addInitScript(() => {
      for (const { prototype } of [Document, ShadowRoot]) {
        delete (prototype as { adoptedStyleSheets?: unknown }).adoptedStyleSheets;
      }
    });
    const said: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));

    await page.goto(`${clinic.site}/old`);

    const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ').trim();
    assert.equal(text, 'Ask for your points at the desk. Book');
    assert.equal(await page.locator('book-button a').getAttribute('href'), '/booking');
    assert.deepEqual(said, []);
    const ours = (await askedBy(page)).flatMap(
      ({ path }) => /\/afterglow\/(.+)/.exec(path)?.[1] ?? [],
    );
    assert.deepEqual(ours.sort(), ['1/afterglow.css', '1/afterglow.js']);
    await context.close();
  });

  it('moves nothing when it arrives: signed out, signed in, without a network', async () => {
    clinic.put('/still', {
      body: '<points-balance></points-balance><package-balance></package-balance><tier-progress></tier-progress><reward-list></reward-list><member-sign-in></member-sign-in><p>below</p>',
    });
    const shift = (page: Page) =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            const observer = new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += (entry as unknown as { value: number }).value;
            });
            observer.observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(sum), 100);
          }),
      );
    clinic.late.set('chunks/', 150);
    const page = await open('/still');
    await face(page, 'member-sign-in', 'signed-out');
    assert.equal(await shift(page), 0);

    await signInOn(page, phones.ana, testCode);
    await page.reload();
    await face(page, 'points-balance', 'ready');
    assert.equal(await shift(page), 0);

    await page.route('**/v1/**', (route) => route.abort());
    await page.reload();
    await face(page, 'points-balance', 'failed');
    assert.equal(await shift(page), 0);
    clinic.late.clear();
  });

  it('runs however it is embedded', async () => {
    const src = `${clinic.api}/afterglow/1/afterglow.js`;
    const key = clinic.server.keys.publishable;
    const ways = {
      module: `<script type="module" src="${src}" data-publishable-key="${key}"></script>`,
      classic: `<script src="${src}" data-publishable-key="${key}"></script>`,
      async: `<script async src="${src}" data-publishable-key="${key}"></script>`,
      deferred: `<script defer src="${src}" data-publishable-key="${key}"></script>`,
      'put there by another script': `<script>document.head.append(Object.assign(document.createElement('script'), { src: '${src}?key=${key}' }));</script>`,
      'key in the address': `<script type="module" src="${src}?key=${key}"></script>`,
      'key in a meta': `<meta name="afterglow:key" content="${key}"><script type="module" src="${src}"></script>`,
    };
    for (const [way, head] of Object.entries(ways)) {
      clinic.put('/way', { head, body: '<points-balance></points-balance>' });
      const page = await open('/way');
      await face(page, 'points-balance', 'signed-out').catch(() => assert.fail(`not as ${way}`));
      await page.context().close();
    }
  });

  it('loads the words of one language, the page’s before the script tag’s', async () => {
    const read = {
      'es-MX': ['es', /Inicia sesión/],
      'pt-PT': ['pt-BR', /Entre para ver/],
      'zh-CN': ['zh-Hans', /登录/],
    } as const;
    for (const [lang, [tag, said]] of Object.entries(read)) {
      clinic.put('/words', {
        lang,
        head: clinic.embed('data-lang="en"'),
        body: '<points-balance></points-balance>',
      });
      const page = await open('/words');
      await face(page, 'points-balance', 'signed-out');

      const files = (await askedBy(page)).map(({ path }) => path.split('/').at(-1) ?? '');
      assert.deepEqual(files.filter((file) => /\..+\.js$/.test(file)).sort(), [
        `page.${tag}.js`,
        `points-balance.${tag}.js`,
      ]);
      assert.match(await page.locator('points-balance .card').innerText(), said);
      await page.context().close();
    }
  });

  it('finds elements that come later, in a box, and in a watched shadow tree', async () => {
    clinic.put('/later', {
      body: '<div data-afterglow="points-balance" data-no-expiry></div><div id="host"></div>',
    });
    const page = await open('/later');
    await page.locator('[data-no-expiry] > points-balance .card.signed-out').waitFor();
    assert.equal(await page.locator('points-balance').getAttribute('no-expiry'), '');

    await page.evaluate(() => {
      document.body.append(document.createElement('package-balance'));
      const shadow = (document.querySelector('#host') as Element).attachShadow({ mode: 'open' });
      (window as unknown as { afterglow: { watch(root: ShadowRoot): void } }).afterglow.watch(
        shadow,
      );
      shadow.append(document.createElement('member-sign-in'));
    });
    await face(page, 'package-balance', 'signed-out');
    await face(page, 'member-sign-in', 'signed-out');
  });

  it('says so when a second tag has another key, and nothing when it has the same', async () => {
    const again = (key: string) =>
      `<script src="${clinic.api}/afterglow/1/afterglow.js" data-publishable-key="${key}"></script>`;
    const own = again(clinic.server.keys.publishable);
    clinic.put('/twice', { head: own, body: `<points-balance></points-balance>${own}` });
    clinic.put('/other', {
      head: own,
      body: `<points-balance></points-balance>${again('pk_test_x')}`,
    });

    const same = await open('/twice');
    await face(same, 'points-balance', 'signed-out');
    assert.deepEqual(same.said, []);

    const other = await open('/other');
    await face(other, 'points-balance', 'signed-out');
    assert.deepEqual(other.said, ['Afterglow: this page has two keys; the first one counts.']);
  });

  it('runs no code of an element before the request that the balance waits for is sent', async () => {
    clinic.put('/ahead', {
      body: '<member-sign-in></member-sign-in><points-balance></points-balance>',
    });
    const page = await open('/ahead');
    await face(page, 'member-sign-in', 'signed-out');
    await signInOn(page, phones.ana, testCode);
    await face(page, 'points-balance', 'ready');
    await page.addInitScript(`
      // The loader waits for it a second at most, in which a busy machine may not be done.
      const later = setTimeout;
      globalThis.setTimeout = (act, ms) => later(act, ms === 1000 ? 60_000 : ms);
      const sign = crypto.subtle.sign.bind(crypto.subtle);
      crypto.subtle.sign = async (...asked) => {
        await new Promise((done) => setTimeout(done, 100));
        return sign(...asked);
      };
      const define = customElements.define.bind(customElements);
      customElements.define = (...given) => {
        globalThis.definedAt ??= performance.now();
        define(...given);
      };`);

    await page.reload();
    await face(page, 'points-balance', 'ready');

    const definedAt = await page.evaluate('definedAt');
    const refresh = (await askedBy(page)).find(({ path }) => path === '/v1/sessions/refresh');
    assert.ok(refresh && refresh.began <= Number(definedAt), `${refresh?.began} of ${definedAt}`);
    assert.deepEqual(page.said, []);
  });

  it('draws where storage never answers', async () => {
    clinic.put('/silent', { body: '<savings-calculator></savings-calculator>' });
    const context = await clinic.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript('IDBFactory.prototype.open = () => ({})');

    await page.goto(`${clinic.site}/silent`);

    await face(page, 'savings-calculator', 'ready');
  });

  it('keeps the code of a friend’s link for the day on which somebody joins', async () => {
    clinic.put('/friend', { body: '' });
    clinic.put('/friend?glow=abcd2345', { body: '' });
    clinic.put('/friend?glow=nonsense', { body: '' });
    const page = await open('/friend?glow=abcd2345');
    const kept = () => page.evaluate(() => Object.entries(localStorage));
    const [name, value] = (await kept())[0] ?? [];

    assert.equal(name, `afterglow:${clinic.server.keys.publishable}:referral`);
    assert.equal((JSON.parse(value ?? '{}') as { code?: string }).code, 'ABCD2345');

    await page.goto(`${clinic.site}/friend?glow=nonsense`);
    assert.equal((await kept()).length, 1);
  });

  it('keeps nothing where storage is denied', async () => {
    clinic.put('/denied?glow=ABCD2345', {
      head: clinic.embed('data-storage="denied"'),
      body: '<member-sign-in></member-sign-in>',
    });
    const page = await open('/denied?glow=ABCD2345');
    await face(page, 'member-sign-in', 'signed-out');
    await signInOn(page, phones.ana, testCode);

    const kept = await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name),
    ]);
    assert.deepEqual(kept, []);
  });

  it('runs a version that is named with the hash of each file, and nothing that differs', async () => {
    const printed = await printedBy('integrity', clinic.api);
    const head = printed.replace('pk_live_…', clinic.server.keys.publishable);
    const body = '<points-balance></points-balance>';
    const [, hash = ''] = /points-balance\.js": "sha384-([^"]+)"/.exec(head) ?? [];
    const otherHash = `${hash.startsWith('A') ? 'B' : 'A'}${hash.slice(1)}`;
    clinic.put('/pinned', { head, body });
    clinic.put('/changed', { head: head.replace(hash, otherHash), body });

    const pinned = await open('/pinned');
    await face(pinned, 'points-balance', 'signed-out');
    const changed = await open('/changed');
    const isTold = (text: string) => text.includes('integrity');
    if (!changed.said.some(isTold))
      await changed.waitForEvent('console', (message) => isTold(message.text()));

    assert.deepEqual(pinned.said, []);
    assert.equal(
      await changed.evaluate(() => customElements.get('points-balance') !== undefined),
      false,
    );
  });

  it('asks once more for a file that was lost on the way', async () => {
    clinic.put('/cut', { body: '<points-balance></points-balance>' });
    const context = await clinic.browser.newContext();
    const page = await context.newPage();
    // The line is down for two seconds; the loader asks again after three.
    let downSince: number | undefined;
    await page.route('**/points-balance.js', (route) => {
      downSince ??= performance.now();
      return performance.now() - downSince < 2000 ? route.abort() : route.continue();
    });

    await page.goto(`${clinic.site}/cut`);

    await face(page, 'points-balance', 'signed-out');
  });

  it('fails in words and recovers when the way to the clinic is back', async () => {
    clinic.put('/lost', { body: '<points-balance></points-balance>' });
    clinic.server.failNext({ status: 503, times: 3, path: 'program' });
    const page = await open('/lost');
    await face(page, 'points-balance', 'failed');

    await page.locator('points-balance button').click();
    await face(page, 'points-balance', 'signed-out');
  });
});
