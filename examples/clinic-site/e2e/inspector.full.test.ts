import axe from 'axe-core';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage, untilFace, type Watched } from './browser.js';
import { startDemo, type Demo } from './demo.js';
import { startLiveClinic, type LiveClinic } from './live-clinic.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Declared {
  readonly tagName?: string;
  readonly cssParts?: readonly { name: string }[];
}

/** The parts that the documentation has of an element. */
function documentedParts(tag: string): readonly string[] {
  const file = join(root, 'packages/elements/custom-elements.json');
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as {
    modules: readonly { declarations?: readonly Declared[] }[];
  };
  const declared = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  return declared?.cssParts?.map(({ name }) => name) ?? [];
}

/** What `afterglow theme check` finds wrong with a stylesheet. */
function faultsOfTheme(css: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-inspect-'));
  const file = join(folder, 'theme.css');
  writeFileSync(file, css);
  const check = ['packages/server/dist/node/main.js', 'theme', 'check', file];
  const { status, stdout } = spawnSync(process.execPath, check, { cwd: root, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return status === 0 ? '' : stdout;
}

describe('?glow-inspect', () => {
  let demo: Demo;
  let live: LiveClinic;
  let browser: Browser;

  before(async () => {
    [demo, live, browser] = await Promise.all([
      startDemo({ salon: false }),
      startLiveClinic(),
      openBrowser(),
    ]);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    await live?.stop();
  });

  /** The demo page, with the inspector open and the elements drawn. */
  async function inspect(query = '', options: { width?: number; dark?: boolean } = {}) {
    const opened = await openPage(browser, options);
    await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await opened.page.goto(`${demo.site}/demo.html?glow-inspect${query}`);
    await panel(opened.page).waitFor();
    return opened;
  }
  const aside = (page: Page) => page.getByRole('complementary', { name: 'Afterglow inspector' });
  const panel = (page: Page) => aside(page).getByRole('heading', { name: 'Inspector' });
  const row = (page: Page, tag: string) => aside(page).getByRole('radio', { name: tag });
  const said = (page: Page) => aside(page).getByRole('status');
  const end = ({ page, faults }: Watched) => {
    assert.deepEqual(faults, []);
    return page.context().close();
  };
  const isFocused = (place: Locator) =>
    place.evaluate((element) => element.matches(':focus') && element.isConnected);

  it('builds the demo again with another face, by keyboard alone', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'points-balance', 'ready');
    assert.ok(await isFocused(panel(page)));

    // Close, View, Face.
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('Signed');
    await aside(page).getByText('Nobody is signed in.').waitFor();
    assert.ok(await aside(page).getByLabel('Person').isDisabled());
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await untilFace(page, 'points-balance', 'signed-out');

    assert.equal(new URL(page.url()).search, '?glow-inspect&glow-face=signed-out');
    await panel(page).waitFor();
    assert.ok(await isFocused(panel(page)));
    await end(opened);
  });

  it('shows another person, and a day on which points have lapsed', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'member-sign-in', 'ready');
    const inTwoYears = new Date(Date.now() + 730 * 86_400_000).toISOString().slice(0, 10);

    await aside(page).getByLabel('Person').selectOption('Ben');
    await aside(page).getByLabel('Date').fill(inTwoYears);
    await Promise.all([
      page.waitForEvent('load'),
      aside(page).getByRole('button', { name: 'Load again' }).press('Enter'),
    ]);
    await untilFace(page, 'points-balance', 'ready');

    assert.match(await page.locator('member-sign-in .card').innerText(), /Hello, Ben/);
    assert.equal(await page.locator('points-balance [part~=amount]').innerText(), '0');
    assert.equal(await aside(page).getByLabel('Date').inputValue(), inTwoYears);
    await end(opened);
  });

  it('changes language, colors and width at once, and gives the page its own back', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'points-balance', 'ready');
    const look = () =>
      page.evaluate(() => {
        const card = document.querySelector('points-balance')!.shadowRoot!.querySelector('.card')!;
        const { lang, dir } = document.documentElement;
        return {
          language: [lang, dir].join(' ').trim(),
          card: getComputedStyle(card).backgroundColor,
          page: document.body.getBoundingClientRect().width,
          // Drawn on wide windows only, by the site's own media query.
          hasWideMenu: document.querySelector('.nav-wide')!.getBoundingClientRect().width > 0,
        };
      });
    const before = await look();

    await aside(page).getByLabel('Language').selectOption('العربية');
    await page.locator('points-balance').getByText('تنتهي').first().waitFor();
    const group = (name: string) => aside(page).getByRole('group', { name });
    await group('Colors').getByRole('radio', { name: 'page' }).focus();
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
    await group('Width').getByRole('radio', { name: 'page' }).focus();
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');

    assert.deepEqual(await look(), {
      language: 'ar rtl',
      card: 'rgb(23, 32, 27)',
      page: 390,
      hasWideMenu: false,
    });
    assert.equal(
      new URL(page.url()).search,
      '?glow-inspect&glow-lang=ar&glow-scheme=dark&glow-width=390',
    );
    await aside(page).getByLabel('Language').selectOption({ index: 0 });
    for (const name of ['Colors', 'Width']) {
      await group(name).getByRole('radio', { name: 'page' }).press('Space');
    }
    await page.locator('points-balance').getByText('lapse').first().waitFor();
    assert.deepEqual(await look(), before);
    assert.equal(new URL(page.url()).search, '?glow-inspect');
    await end(opened);
  });

  it('shows what of each element can be styled, in turn with the arrow keys', async () => {
    const opened = await inspect();
    const { page } = opened;
    await page.locator('referral-tracker .card.ready').waitFor();
    const rows = aside(page).getByRole('radiogroup', { name: 'Elements' }).getByRole('radio');
    await rows.first().focus();

    for (let index = 0; index < (await rows.count()); index += 1) {
      if (index > 0) await page.keyboard.press('ArrowDown');
      const tag = await aside(page).locator('#chosen').innerText();
      const parts = await aside(page).locator('.parts button').allInnerTexts();
      const tokens = await aside(page).locator('dt').allInnerTexts();

      assert.ok(parts.length > 0 && tokens.length > 5, tag);
      const strangers = parts.filter((part) => !documentedParts(tag).includes(part));
      assert.deepEqual(strangers, [], tag);
      assert.ok(await rows.nth(index).isChecked());
      // The page rolls there, which takes it some frames.
      await page.waitForFunction((name) => {
        const element = document.querySelector(name);
        return element && element.getBoundingClientRect().top < innerHeight;
      }, tag);
    }
    await end(opened);
  });

  it('keeps the line around an element while the page moves under it', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'points-balance', 'ready');
    await row(page, 'points-balance').focus();
    const isAround = () =>
      page.waitForFunction(() => {
        const [line, element] = [
          document.querySelector('[data-afterglow-inspect]')!.shadowRoot!.querySelector('.layer *'),
          document.querySelector('points-balance'),
        ].map((box) => JSON.stringify(box?.getBoundingClientRect()));
        return line !== undefined && line === element;
      });
    await isAround();

    await page.evaluate(() => document.querySelector('main')!.style.setProperty('margin', '99px'));
    await isAround();
    await page.mouse.wheel(0, 150);
    await isAround();
    await end(opened);
  });

  it('copies tokens that hold when they are pasted, and says so', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'points-balance', 'ready');
    const look = () => page.locator('points-balance').screenshot();
    await row(page, 'points-balance').focus();

    await aside(page).getByRole('button', { name: 'Copy tokens' }).press('Enter');
    await said(page).getByText('tokens of points-balance').waitFor();
    const css = await page.evaluate(() => navigator.clipboard.readText());

    assert.match(css, /^points-balance \{\n {2}\/\* --glow-font is not set: inherited \*\/\n/);
    assert.match(css, /\n {2}--glow-color-surface: light-dark\(#\w{6}, #\w{6}\);\n/);
    assert.equal(faultsOfTheme(css), '');
    await page.keyboard.press('Escape');
    await page.mouse.move(1, 1);
    const before = await look();
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets.push(sheet);
    }, css);
    assert.ok(before.equals(await look()));
    await end(opened);
  });

  it('copies a rule for a part, as it looks now', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'points-balance', 'ready');
    await row(page, 'points-balance').focus();

    await aside(page).getByRole('button', { name: 'amount' }).press('Enter');
    await said(page).getByText('Copied points-balance::part(amount).').waitFor();
    const css = await page.evaluate(() => navigator.clipboard.readText());

    assert.match(css, /^points-balance::part\(amount\) \{\n {2}color: #\w{6};\n {2}font-size: /);
    assert.equal(faultsOfTheme(css), '');
    await end(opened);
  });

  it('shows the text, selected, where the browser does not let it copy', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'points-balance', 'ready');
    // As on a page without https.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await row(page, 'points-balance').focus();

    await aside(page).getByRole('button', { name: 'Copy tokens' }).press('Enter');
    await said(page).getByText('did not let us copy').waitFor();

    const text = aside(page).getByRole('textbox', { name: 'CSS to copy' });
    assert.ok(await isFocused(text));
    assert.match((await text.textContent()) ?? '', /^points-balance \{\n/);
    assert.match(await page.evaluate(() => String(getSelection())), /--glow-radius: 14px;/);
    await end(opened);
  });

  it('lets the pointer pick an element, of which the page hears nothing', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'member-sign-in', 'ready');
    const pick = aside(page).getByRole('button', { name: 'Pick on the page' });
    const chosen = aside(page).locator('#chosen');
    await pick.press('Enter');
    assert.equal(await pick.getAttribute('aria-pressed'), 'true');

    await page.locator('tier-badge').hover();
    assert.equal(await chosen.innerText(), 'tier-badge');
    await page.getByRole('button', { name: 'Sign out' }).click();

    assert.equal(await chosen.innerText(), 'member-sign-in');
    assert.ok(await isFocused(chosen));
    assert.equal(await pick.getAttribute('aria-pressed'), 'false');
    await said(page).getByText('Picked member-sign-in.').waitFor();
    await untilFace(page, 'member-sign-in', 'ready');

    await pick.press('Enter');
    await page.locator('tier-badge').hover();
    await page.keyboard.press('Escape');
    assert.equal(await chosen.innerText(), 'member-sign-in');
    assert.ok(await isFocused(pick));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await untilFace(page, 'member-sign-in', 'signed-out');
    await end(opened);
  });

  it('closes at Escape, gives the focus back, and opens again where it was', async () => {
    const opened = await inspect();
    const { page } = opened;
    await untilFace(page, 'points-balance', 'ready');

    await page.keyboard.press('Escape');
    const open = aside(page).getByRole('button', { name: 'Inspect' });
    assert.ok(await isFocused(open));
    assert.equal(await panel(page).count(), 0);
    await page.keyboard.press('Enter');
    assert.ok(await isFocused(panel(page)));
    await page.keyboard.press('Escape');
    assert.ok(await isFocused(open));
    await end(opened);
  });

  for (const [width, query] of [
    [1280, ''],
    [320, '&glow-scheme=dark'],
    [320, '&glow-lang=ar'],
  ] as const) {
    it(`has no fault for axe and nothing cut off at ${width} px ${query}`, async () => {
      const opened = await inspect(query, { width });
      const { page } = opened;
      await untilFace(page, 'points-balance', 'ready');
      if (width === 320) await aside(page).locator('summary').last().press('Enter');
      await row(page, 'reward-list').focus();
      await aside(page).getByRole('button', { name: 'Copy tokens' }).press('Enter');
      await said(page).getByText('Copied').waitFor();

      assert.deepEqual(opened.faults, []);
      // Which brings a style of its own, against the site's policy.
      await page.evaluate(axe.source);
      const faults = await page.evaluate(async () => {
        const engine = (window as unknown as { axe: typeof axe }).axe;
        const { violations } = await engine.run('[data-afterglow-inspect]');
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      });
      assert.deepEqual(faults, []);
      const cut = await aside(page).evaluate((host) =>
        [...host.shadowRoot!.querySelectorAll('.panel, .scroll, .section, button, dd, label')]
          .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)
          .map(({ outerHTML }) => outerHTML),
      );
      assert.deepEqual(cut, []);
      await page.context().close();
    });
  }

  it('keeps its look on a page whose rules reach everything', async () => {
    const opened = await inspect();
    const { page } = opened;
    await page.locator('referral-tracker .card.ready').waitFor();
    const look = () =>
      aside(page).evaluate((host) =>
        [...host.shadowRoot!.querySelectorAll('.panel, .panel *')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const { color, textTransform, letterSpacing, opacity } = getComputedStyle(element);
          return [
            element.className,
            x,
            y,
            width,
            height,
            color,
            textTransform,
            letterSpacing,
            opacity,
          ];
        }),
      );
    const before = await look();

    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { color: #f0f !important; letter-spacing: 0.2em !important; text-transform: uppercase !important; text-align: center !important; line-height: 3 !important; } aside { display: none !important; position: static !important; font-size: 40px !important; opacity: 0.5 !important; transform: scale(0.5) !important; }',
      );
      document.adoptedStyleSheets.push(sheet);
    });

    assert.ok(before.length > 50);
    assert.deepEqual(await look(), before);
    await end(opened);
  });

  it('offers with a test key what makes sense there, and says why there is no more', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    await page.goto(`${demo.site}/treatments.html?glow-inspect&glow-face=empty`);
    await untilFace(page, 'points-balance', 'signed-out');
    await panel(page).waitFor();

    await aside(page).getByText('with a test key the server decides them').waitFor();
    assert.equal(await aside(page).getByLabel('Face').count(), 0);
    await aside(page).getByLabel('Language').selectOption('Español');
    await page.locator('points-balance').getByText('Inicia sesión').waitFor();
    await row(page, 'points-balance').focus();
    assert.equal(await aside(page).locator('#chosen').innerText(), 'points-balance');
    await end(opened);
  });

  it('is on no page that does not ask for it', async () => {
    const opened = await openPage(browser);
    const { page } = opened;
    const files: string[] = [];
    page.on('request', (request) => files.push(request.url()));

    await page.goto(`${demo.site}/rewards.html`);
    await untilFace(page, 'points-balance', 'signed-out');
    await page.waitForLoadState('networkidle');

    assert.deepEqual(
      files.filter((file) => file.includes('/inspector.js')),
      [],
    );
    await end(opened);
  });

  it('never runs for a live key: nothing of it is loaded', async () => {
    /** Which of the files come on a page of its own with that key. */
    const filesFor = async (api: string, key: string) => {
      const { page } = await openPage(browser);
      const files: string[] = [];
      page.on('request', (request) => files.push(new URL(request.url()).pathname));
      await page.route(`${api}/page*`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><head><script type="module" src="${api}/afterglow/1/afterglow.js" data-publishable-key="${key}"></script></head><body><earn-list></earn-list><loyalty-provider publishable-key="${key}" api-base="${api}"><points-balance></points-balance></loyalty-provider></body></html>`,
        }),
      );
      await page.goto(`${api}/page?glow-inspect&glow-lang=ar`);
      await untilFace(page, 'earn-list', 'ready');
      await untilFace(page, 'points-balance', 'signed-out');
      await page.waitForLoadState('networkidle');
      const isThere = (await page.locator('[data-afterglow-inspect]').count()) > 0;
      const language = await page.locator('html').getAttribute('lang');
      await page.context().close();
      const loaded = files.filter((file) => /\/(?:inspector|developer-help)\.js$/.test(file));
      return { isThere, language, loaded: loaded.length };
    };

    assert.deepEqual(await filesFor(live.api, live.publishableKey), {
      isThere: false,
      language: 'en',
      loaded: 0,
    });
    // The very same page shows it with the key of a sandbox.
    assert.deepEqual(await filesFor(demo.api, demo.publishableKey), {
      isThere: true,
      language: 'ar',
      loaded: 2,
    });
  });
});
