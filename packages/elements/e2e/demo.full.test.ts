import axe from 'axe-core';
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { answerQuestions, strictPolicy } from './clinic-page.js';

const cdn = fileURLToPath(new URL('../dist/cdn/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
};

/** Those that stand on a page of elements; the app has a page of its own. */
const tags = Object.keys(
  JSON.parse(readFileSync(join(cdn, 'chunks.json'), 'utf8')) as object,
).filter((tag) => !['core', 'loyalty-provider', 'loyalty-home'].includes(tag));

/** A page, and what it did that a demo must not do. */
interface Opened extends Page {
  /** What it wrote to the console, and errors that nobody caught. */
  readonly said: string[];
  /** What it asked for, other than itself and the built files. */
  readonly asked: string[];
}

type Drawn = Element & { readonly state?: string };

describe('a page with the key demo, on a server of files alone', () => {
  const pages = new Map<string, string>();
  let files: Server;
  let browser: Browser;
  let origin: string;

  before(async () => {
    files = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', origin);
      const path = join(cdn, pathname.replace('/afterglow/', ''));
      const body = pages.get(pathname) ?? (existsSync(path) && readFileSync(path));
      const type = pages.has(pathname) ? 'html' : (pathname.split('.').at(-1) ?? '');
      response.writeHead(body ? 200 : 404, {
        'Content-Type': types[type] ?? 'text/plain',
        'Content-Security-Policy': strictPolicy,
      });
      response.end(body || '');
    });
    await new Promise<void>((resolve) => files.listen(0, 'localhost', resolve));
    origin = `http://localhost:${(files.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: process.env['CHROME_PATH'] ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  after(async () => {
    await browser.close();
    files.closeAllConnections();
    files.close();
  });

  async function open(body: string, { state = '', lang = 'en', query = '' } = {}): Promise<Opened> {
    const attribute = state && ` data-demo-state="${state}"`;
    pages.set(
      '/page',
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/afterglow/afterglow.css"><script type="module" src="/afterglow/afterglow.js" data-publishable-key="demo"${attribute}></script></head><body><main>${body}</main></body></html>`,
    );
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
    const page = Object.assign(await context.newPage(), {
      said: [] as string[],
      asked: [] as string[],
    });
    page.on('console', (message) => page.said.push(message.text()));
    page.on('pageerror', (error) => page.said.push(error.message));
    page.on('request', (request) => {
      const { href, pathname } = new URL(request.url());
      const isFile = href.startsWith(`${origin}/afterglow/`) || pathname === '/page';
      if (!isFile && !href.startsWith('data:')) page.asked.push(href);
    });
    await page.goto(`${origin}/page${query}`);
    return page;
  }

  const face = (page: Page, tag: string, name: string) =>
    page.locator(`${tag} .card.${name}`).waitFor();
  const balance = (page: Page) => page.locator('points-balance [part~=amount]').innerText();
  const badge = (page: Page) => page.locator('[data-afterglow-demo]');

  it('shows a member of a clinic in every element, and asks no server', async () => {
    const page = await open(tags.map((tag) => `<${tag}></${tag}>`).join(''));
    await face(page, 'points-balance', 'ready');
    await page.waitForFunction(
      (names) => names.every((name) => (document.querySelector(name) as Drawn).state !== 'waiting'),
      tags,
    );

    const states = await page.evaluate(
      (names) =>
        names
          .map((name) => [name, (document.querySelector(name) as Drawn).state])
          .filter(([, state]) => state !== 'ready'),
      tags,
    );
    // Nothing is chosen for a preview, and a member is nobody's new friend.
    assert.deepEqual(states, [
      ['referral-welcome', 'empty'],
      ['visit-preview', 'empty'],
    ]);
    assert.match(await page.locator('tier-badge [part~=badge]').innerText(), /Radiant/);
    assert.match(await page.locator('member-sign-in .card').innerText(), /Ana/);
    assert.deepEqual(page.asked, []);
    assert.deepEqual(page.said, []);
    await page.context().close();
  });

  it('lets a reward be claimed, a preference be changed, and keeps none of it', async () => {
    const page = await open(
      '<points-balance></points-balance><reward-list></reward-list><message-preferences></message-preferences>',
    );
    await face(page, 'reward-list', 'ready');
    const before = await balance(page);

    await page.locator('reward-list').getByRole('button', { name: 'Claim' }).first().click();
    await page.locator('reward-list dialog').getByRole('button', { name: 'Claim' }).click();
    await page.waitForFunction(
      (was) =>
        document.querySelector('points-balance')?.shadowRoot?.querySelector('[part~=amount]')
          ?.textContent !== was,
      before,
    );
    // The voucher stands in a dialog.
    await page.keyboard.press('Escape');

    const reminders = page.locator('message-preferences').locator('[id="reminders.sms"]');
    const wasOn = await reminders.isChecked();
    await page.locator('message-preferences label[for="reminders.sms"]').click();
    await page.locator('message-preferences').getByText('Saved', { exact: true }).waitFor();
    assert.equal(await reminders.isChecked(), !wasOn);
    const number = (text: string) => Number(text.replace(/\D/g, ''));
    await page.reload();
    await face(page, 'points-balance', 'ready');
    await face(page, 'message-preferences', 'ready');

    assert.equal(await reminders.isChecked(), wasOn);

    assert.equal(number(await balance(page)), number(before));
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]);
    assert.deepEqual(kept, [0, 0, 0]);
    assert.deepEqual(page.asked, []);
    assert.deepEqual(page.said, []);
    await page.context().close();
  });

  it('tells the code of a sign-in on the screen, above the dialog that asks for it', async () => {
    const page = await open('<points-balance></points-balance>', { state: 'signed-out' });
    await face(page, 'points-balance', 'signed-out');
    await page.locator('points-balance button').click();
    await page.locator('member-sign-in #phone').fill('+13125550100');
    await page.locator('member-sign-in button[type=submit]').click();
    await page.locator('member-sign-in #code').waitFor();

    const told = badge(page).getByText('Your code for this demo: ');
    await told.waitFor();
    const clip = (await told.boundingBox())!;
    const overDialog = await page.screenshot({ clip });
    const dialog = page.locator('member-sign-in dialog');
    const isModal = await dialog.evaluate((element: HTMLDialogElement) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('dialog, dialog::backdrop { opacity: 0 !important; }');
      (element.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);
      return element.matches(':modal');
    });
    const overPage = await page.screenshot({ clip });
    const [code = ''] = /\d{6}/.exec(await told.innerText()) ?? [];
    await page.locator('member-sign-in #code').fill(code);
    await face(page, 'points-balance', 'ready');

    // Below the dialog it would look otherwise without it.
    assert.ok(isModal);
    assert.ok(overDialog.equals(overPage));
    assert.equal(await told.isVisible(), false);
    assert.deepEqual(page.said, []);
    await page.context().close();
  });

  it('lets one sign out, and a stranger join', async () => {
    const page = await open('<points-balance></points-balance><member-sign-in></member-sign-in>');
    await face(page, 'member-sign-in', 'ready');
    await page.locator('member-sign-in').getByRole('button', { name: 'Sign out' }).click();
    await face(page, 'points-balance', 'signed-out');

    await answerQuestions(page, '+13125550177', '424242');
    await page.locator('member-sign-in #first-name').waitFor();

    assert.deepEqual(page.said, []);
    await page.context().close();
  });

  for (const state of ['empty', 'signed-out', 'waiting', 'failed', 'stale']) {
    it(`shows the face ${state} where the script tag asks for it`, async () => {
      const page = await open('<offer-list></offer-list>', { state });

      await face(page, 'offer-list', state);
      assert.deepEqual(page.asked, []);
      assert.deepEqual(page.said, []);
      await page.context().close();
    });
  }

  it('is another one where the address asks for it, whatever the script tag says', async () => {
    const page = await open('<member-sign-in></member-sign-in><points-balance></points-balance>', {
      state: 'failed',
      query: '?glow-face=ready&glow-person=ben',
    });

    await face(page, 'points-balance', 'ready');

    assert.match(await page.locator('member-sign-in .card').innerText(), /Hello, Ben/);
    assert.equal(await page.locator('[data-afterglow-inspect]').count(), 0);
    await page.context().close();
  });

  for (const state of ['ready', 'waiting', 'failed']) {
    it(`opens the inspector under the strictest policy in the face ${state}`, async () => {
      const page = await open('<points-balance></points-balance>', {
        query: `?glow-inspect&glow-face=${state}&glow-scheme=dark&glow-width=320`,
      });
      const inspector = page.getByRole('complementary', { name: 'Afterglow inspector' });
      await face(page, 'points-balance', state);

      await inspector.locator('summary', { hasText: 'Elements' }).press('Enter');
      await inspector.getByRole('radio', { name: 'points-balance' }).focus();
      await inspector.getByRole('button', { name: 'Copy a rule for card' }).waitFor();

      assert.equal(await inspector.getByRole('heading', { name: 'Inspector' }).count(), 1);
      assert.deepEqual(page.asked, []);
      assert.deepEqual(page.said, []);
      await page.context().close();
    });
  }

  it('says that it is a demo in the language of the page, to eyes and to readers', async () => {
    const page = await open('<points-balance></points-balance>', { lang: 'pt-BR' });
    const button = badge(page).getByRole('button');
    await badge(page).getByText('Demonstração, pontos fictícios').waitFor();
    await button.press('Enter');
    await badge(page).getByText('+1\u00a0312\u00a0555\u00a00100').waitFor();

    await page.evaluate(() => document.documentElement.setAttribute('lang', 'ar'));
    await badge(page).getByText('عرض تجريبي، النقاط غير حقيقية').waitFor();

    assert.equal(await badge(page).getAttribute('dir'), 'rtl');
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    await page.evaluate(axe.source);
    const faults = await page.evaluate(async () => {
      const engine = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await engine.run('[data-afterglow-demo]');
      return violations.map(({ id }) => id);
    });
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
