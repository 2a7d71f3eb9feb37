import { phones, testCode } from '@afterglow/testing';
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { answerQuestions, askedBy, holdCore, openClinic, type Clinic } from './clinic-page.js';

/**
 * Loaded once program and member are here: what keeps a page right, what it is made of, and what
 * writes.
 */
const atIdle =
  /\/(?:page-upkeep|session|session-start|session-resume|refused|sign-in-calls|announcer)\.js$/;

/** What other views are made of, loaded at leisure once the first one is drawn. */
const ofOtherViews =
  /\/(?:book-button|earn-list|kept-referral|member-card|member-sign-in|message-preferences|points-history|referral-tracker|sign-in-request|tier-progress)(?:\.en)?\.js$/;

const home = 'loyalty-home';

describe('the app in a page', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await openClinic();
    await clinic.server.people.ana();
    clinic.put('/app', { body: '<loyalty-home></loyalty-home><p id="below">Below</p>' });
  });
  after(() => clinic.close());

  async function open(path = '/app', size = { width: 390, height: 700 }): Promise<Page> {
    const context = await clinic.browser.newContext({ viewport: size });
    const page = await context.newPage();
    await page.goto(clinic.site + path);
    return page;
  }

  /** The same with Ana signed in. */
  async function openAsAna(size?: { width: number; height: number }): Promise<Page> {
    const page = await open('/app', size);
    await answerQuestions(page, phones.ana, testCode);
    await shows(page, 'ready');
    // The heading takes the focus then.
    await page.waitForFunction(() => document.activeElement?.localName === 'loyalty-home');
    return page;
  }

  const shows = (page: Page, face: string) => page.locator(`${home} .app.${face}`).waitFor();
  const heading = (page: Page) => page.locator(`${home} [part=heading]`).innerText();
  const isAt = (page: Page, text: string) =>
    page.locator(`${home} [part=heading]`, { hasText: text }).waitFor();

  /** What has the focus, in the shadow trees too: its text, and where it ends in the window. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const { top = 0, bottom = 0 } = at?.getBoundingClientRect() ?? {};
      return {
        isThere: at !== document.body,
        text: at?.textContent?.trim() ?? '',
        isInBar: Boolean(at?.closest('nav')),
        top,
        bottom,
      };
    });

  const shift = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 100);
        }),
    );

  it('asks for its first view before its core has arrived, and afterwards for other views alone', async () => {
    const page = await openAsAna();
    clinic.late.set('/core.js', 400);
    await holdCore(page);

    await page.reload();
    await shows(page, 'ready');
    await page.waitForTimeout(300);
    clinic.late.clear();

    const asked = await askedBy(page);
    const core = asked.find(({ path }) => path.endsWith('/core.js'));
    const later = asked.filter(
      ({ path, began }) =>
        began > (core?.ended ?? 0) && !atIdle.test(path) && !ofOtherViews.test(path),
    );
    assert.deepEqual(
      later.map(({ path }) => path),
      [],
    );
    const api = asked.map(({ path }) => path).filter((path) => path.startsWith('/v1/'));
    assert.deepEqual(api.sort(), ['/v1/program', '/v1/sessions/refresh']);
  });

  it('moves nothing when it arrives: signed out, signed in, without a network', async () => {
    for (const size of [
      { width: 390, height: 700 },
      { width: 1280, height: 900 },
    ]) {
      clinic.late.set('chunks/', 150);
      const page = await open('/app', size);
      await shows(page, 'signed-out');
      assert.equal(await shift(page), 0);

      await answerQuestions(page, phones.ana, testCode);
      await shows(page, 'ready');
      for (const slow of ['points-balance', 'offer-list', '.en.js', 'loyalty-home']) {
        clinic.late.set(slow, 300);
        await page.reload();
        await shows(page, 'ready');
        assert.equal(await shift(page), 0, `${slow} came late`);
        clinic.late.delete(slow);
      }

      await page.route('**/v1/**', (route) => route.abort());
      await page.reload();
      await shows(page, 'failed');
      assert.equal(await shift(page), 0);
      clinic.late.clear();
    }
  });

  it('is gone through by keyboard, and Back leads to where one was', async () => {
    const page = await openAsAna();
    await page.keyboard.press('Shift+Tab');
    assert.deepEqual((await focused(page)).text, 'Status');

    await page.keyboard.press('Enter');
    await isAt(page, 'Status');
    assert.equal((await focused(page)).text, 'Status');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await isAt(page, 'Appointment');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await isAt(page, 'Offers');

    for (const before of ['Appointment', 'Status', 'Good to see you, Ana']) {
      await page.goBack();
      await isAt(page, before);
      assert.equal((await focused(page)).text, before);
    }
    await page.goForward();
    await isAt(page, 'Status');
    assert.equal(await page.title(), 'A page');
  });

  it('is as far down after Back as it was', async () => {
    const page = await openAsAna();
    await page.locator(`${home} referral-link .card.ready`).waitFor();
    await page.evaluate(() => scrollTo(0, 500));
    await page.waitForFunction(() => scrollY === 500);
    await page.locator(`${home} nav a`).nth(3).click();
    await isAt(page, 'Status');
    await page.waitForFunction(() => scrollY < 50);

    await page.goBack();
    await isAt(page, 'Good to see you, Ana');

    await page.waitForFunction(() => scrollY === 500);
  });

  it('keeps what has the focus clear of the bar', async () => {
    const page = await openAsAna({ width: 390, height: 600 });
    const bar = async () => (await page.locator(`${home} nav`).boundingBox())!;
    const hidden: string[] = [];
    let steps = 0;
    for (; steps < 40; steps += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (!now.isThere) break;
      if (!now.isInBar && now.bottom > (await bar()).y + 1 && now.top < (await bar()).y + 60) {
        hidden.push(`${now.text}: ${now.bottom}`);
      }
    }

    assert.ok(steps > 6, `${steps} steps`);
    assert.deepEqual(hidden, []);
  });

  it('says once that the code of a view could not be loaded, keeps the bar, and tries again', async () => {
    const page = await openAsAna();
    await page.route('**/tier-progress.js', (route) => route.abort());
    await page.reload();
    await page.locator(`${home} nav a`, { hasText: 'Status' }).click();

    await page.locator(`${home} .card.failed`).waitFor();
    assert.equal(await heading(page), 'Status');
    assert.match(
      await page.locator(`${home} .card.failed`).innerText(),
      /We could not reach the clinic/,
    );
    await page.locator(`${home} nav a`, { hasText: 'Home' }).click();
    await page.locator(`${home} points-balance .card.ready`).waitFor();

    await page.unroute('**/tier-progress.js');
    await page.locator(`${home} nav a`, { hasText: 'Status' }).click();
    await page.locator(`${home} tier-progress .card.ready`).waitFor();
  });

  it('loads it by itself when the network is back', async () => {
    const page = await openAsAna();
    await page.route('**/tier-progress.js', (route) => route.abort());
    await page.reload();
    await page.locator(`${home} nav a`, { hasText: 'Status' }).click();
    await page.locator(`${home} .card.failed`).waitFor();

    await page.context().setOffline(true);
    await page.unroute('**/tier-progress.js');
    await page.context().setOffline(false);

    await page.locator(`${home} tier-progress .card.ready`).waitFor();
  });

  it('opens each view with what was last known when the network has gone', async () => {
    const page = await openAsAna();
    // Words are asked for once their element's code has run, so that nothing is left to load then.
    await page.waitForFunction(
      (tags) => {
        const files = performance.getEntriesByType('resource').map(({ name }) => name);
        return tags.every((tag) => files.some((file) => file.endsWith(`/${tag}.en.js`)));
      },
      [
        ...['book-button', 'earn-list', 'member-card', 'message-preferences'],
        ...['points-history', 'referral-tracker', 'reward-list', 'tier-progress'],
      ],
    );

    await page.context().setOffline(true);
    for (const [view, part] of [
      ['Offers', 'reward-list'],
      ['Appointment', 'member-card'],
      ['Status', 'points-history'],
    ] as const) {
      await page.locator(`${home} nav a`, { hasText: view }).click();
      await isAt(page, view);
      await page.locator(`${home} .view:not([hidden]) ${part} .card.ready`).waitFor();
    }
    await page.context().setOffline(false);
  });
});
