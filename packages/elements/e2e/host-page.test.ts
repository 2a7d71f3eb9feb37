import { phones, testCode } from '@afterglow/testing';
import axe from 'axe-core';
import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { openClinic, signInOn, type Clinic } from './clinic-page.js';

const source = new URL('../src/', import.meta.url);

/** Every element that draws something. */
const tags = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.includes('-'))
  .map(({ name }) => name)
  .filter((name) => name !== 'loyalty-provider');

/** What clinics' sites do to everything that stands on them. */
const hostile = {
  'a reset': `
    html, body, div, p, a, button, input, ul, li, h1, h2, h3, * {
      margin: 0; padding: 0; border: 0; font: inherit; line-height: 1; vertical-align: baseline;
      list-style: none; background: transparent; box-sizing: content-box; min-width: 0;
    }
    button, input, select, textarea { all: unset; }
    a { color: inherit; text-decoration: none; }
    :focus { outline: 0; }`,
  'rules with !important on everything': `
    * {
      margin: 0 !important; padding: 0 !important; border: 0 !important; border-radius: 0 !important;
      box-sizing: content-box !important; line-height: 1 !important; letter-spacing: 0.2em !important;
      word-spacing: 1em !important; text-transform: uppercase !important; text-indent: 2em !important;
      font-weight: 900 !important; font-style: italic !important; text-align: center !important;
      color: #ff00ff !important; white-space: nowrap !important; text-shadow: 0 0 4px red !important;
      list-style: square !important; cursor: wait !important; transition: all 2s !important;
      font-variant: small-caps !important; text-decoration: underline !important;
    }
    button { width: 100% !important; height: 20px !important; background: lime !important; }
    input { display: none !important; } a { display: block !important; color: red !important; }
    p { font-size: 40px !important; }
    [part], .card, .button, .title, .quiet { display: none !important; }`,
  'what a page hands down': `
    body {
      letter-spacing: 0.15em; word-spacing: 0.4em; text-transform: uppercase; text-indent: 3em;
      font-weight: 800; font-style: italic; text-align: center; white-space: pre; line-height: 0.8;
      color: #ff00ff; text-shadow: 0 0 4px red; font-variant: small-caps; hyphens: auto;
      word-break: break-all; cursor: wait; list-style: square; quotes: none;
    }`,
  'a root of 10px': `html { font-size: 10px; } body { font-size: 1.6rem; }`,
  'a root of 28px': `html { font-size: 28px; } body { font-size: 16px; }`,
} as const;

/** Where the clinic's own page would put them: a column of a phone. */
const plain = `
  body { margin: 0; font: 16px/1.5 'DejaVu Sans', sans-serif; }
  .column { inline-size: 390px; } .column > div { padding-block-end: 16px; }`;

const boxes = tags.map((tag) => `<div><${tag}></${tag}></div>`).join('');

/** One box in an element's shadow tree: where it lies in the element, and how it looks. */
interface Drawn {
  readonly what: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly background: string;
  readonly weight: string;
}

/** Everything that is drawn in each element. */
function drawnOn(page: Page): Promise<Readonly<Record<string, readonly Drawn[]>>> {
  return page.evaluate(() => {
    const drawn: Record<string, Drawn[]> = {};
    for (const host of document.querySelectorAll('.column > div > *')) {
      const outer = host.getBoundingClientRect();
      const inside =
        host.shadowRoot?.querySelectorAll<HTMLElement>('[part], button, a, input') ?? [];
      // A dialog that is closed lies nowhere.
      const open = [...inside].filter((box) => box.getClientRects().length > 0);
      drawn[host.localName] = open.map((box) => {
        const { x, y, width, height } = box.getBoundingClientRect();
        const { color, backgroundColor, fontWeight } = getComputedStyle(box);
        return {
          what: `${box.localName} ${box.part.value} ${box.className}`,
          x: x - outer.x,
          // A bar lies where the window ends, whatever stands above its element.
          y: box.closest('nav') ? 0 : y - outer.y,
          width,
          height,
          color,
          background: backgroundColor,
          weight: fontWeight,
        };
      });
    }
    return drawn;
  });
}

/** What differs from the same elements on a plain page, a line each; half a pixel is no difference. */
function differences(
  before: Readonly<Record<string, readonly Drawn[]>>,
  now: Readonly<Record<string, readonly Drawn[]>>,
): readonly string[] {
  return Object.entries(before).flatMap(([tag, boxes]) =>
    boxes.flatMap((box, at) => {
      const other = now[tag]?.[at];
      if (!other) return [`${tag}: ${box.what} is gone`];
      return (Object.keys(box) as (keyof Drawn)[]).flatMap((key) => {
        const [a, b] = [box[key], other[key]];
        const isSame =
          typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 0.5 : a === b;
        return isSame ? [] : [`${tag}: ${box.what}: ${key} is ${b}, not ${a}`];
      });
    }),
  );
}

/** Elements, and boxes in them, that reach beyond their column; controls too small for a finger. */
function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const host of document.querySelectorAll('.column > div > *')) {
      const outer = host.parentElement!.getBoundingClientRect();
      for (const box of host.shadowRoot?.querySelectorAll<HTMLElement>(
        '[part], button, a, input',
      ) ?? []) {
        const { left, right, width, height } = box.getBoundingClientRect();
        const isSeen = width > 1 && height > 1;
        if (!isSeen) continue;
        const what = `${host.localName}: ${box.localName} ${box.part.value} ${box.className}`;
        if (left < outer.left - 0.5 || right > outer.right + 0.5)
          found.push(`${what} lies outside of its column`);
        // A small control may have its room for a finger around it.
        const around = parseFloat(getComputedStyle(box, '::after').blockSize) || 0;
        if (/^(?:button|select)$/.test(box.localName) && Math.max(height, around) < 43.5)
          found.push(`${what} is ${height} px high`);
      }
    }
    return found;
  });
}

/**
 * Controls that forced colors leave without a sign, since their own color is gone, or whose text touches
 * a frame that only then is seen.
 */
function controlsWithoutSign(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const host of document.querySelectorAll('.column > div > *')) {
      for (const control of host.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? []) {
        const text = document.createRange();
        text.selectNodeContents(control);
        const [box, inner] = [control.getBoundingClientRect(), text.getBoundingClientRect()];
        if (box.width === 0 || control.textContent?.trim() === '') continue;

        const { borderInlineStartWidth, borderInlineStartColor, textDecorationLine } =
          getComputedStyle(control);
        const canvas = getComputedStyle(document.documentElement).backgroundColor;
        const isFramed =
          parseFloat(borderInlineStartWidth) > 0 && borderInlineStartColor !== canvas;
        const isTold =
          isFramed || textDecorationLine === 'underline' || control.querySelector('svg');
        const what = `${host.localName}: ${control.className} “${control.textContent?.trim()}”`;
        if (!isTold) found.push(`${what} looks like text`);
        if (isFramed && inner.left - box.left < 6) found.push(`${what} touches its frame`);
      }
    }
    return found;
  });
}

/** Sets text as wide apart as WCAG 1.4.12 names, in the elements too, as a reader's own tool does. */
function spreadText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const wide = `
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`;
    const pages = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const root of [document.head, ...pages]) {
      const style = document.createElement('style');
      style.textContent = wide;
      root.append(style);
    }
  });
}

/** Texts that are cut off, or reach out of their box. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const host of document.querySelectorAll('.column > div > *')) {
      for (const box of host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
        const isText = box.childElementCount === 0 && box.textContent?.trim();
        const isHidden = box.clientWidth <= 1;
        // A mark that turns beside a text reaches a little further.
        if (!isText || isHidden || box.scrollWidth <= box.clientWidth + 2) continue;
        found.push(`${host.localName}: ${box.localName} “${box.textContent?.trim()}”`);
      }
    }
    return found;
  });
}

describe('a page of a clinic', () => {
  let clinic: Clinic;
  let context: BrowserContext;
  let usual: Awaited<ReturnType<typeof drawnOn>>;

  before(async () => {
    clinic = await openClinic();
    await clinic.server.people.ana();
    context = await clinic.browser.newContext({
      viewport: { width: 960, height: 900 },
      reducedMotion: 'reduce',
    });
    clinic.put('/sign-in', { body: '<member-sign-in></member-sign-in>' });
    const page = await context.newPage();
    await page.goto(`${clinic.site}/sign-in`);
    await signInOn(page, phones.ana, testCode);
    await page.close();
    usual = await open('', drawnOn);
  });
  after(() => clinic.close());

  /** A page with all elements, signed in, with one more stylesheet; looked at once they are settled. */
  async function open<Seen>(
    css: string,
    look: (page: Page) => Promise<Seen>,
    html = '',
  ): Promise<Seen> {
    clinic.put('/all', {
      head: `<style>${plain}</style>${clinic.embed()}<style>${css}</style>`,
      body: `<div class="column" ${html}>${boxes}</div>`,
    });
    const page = await context.newPage();
    try {
      await page.goto(`${clinic.site}/all`);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.column > div > *')].every(
          (element) =>
            element.shadowRoot?.querySelector('.card, .pill, .app') &&
            (element as Element & { state?: string }).state !== 'waiting',
        ),
      );
      // What the page had said of a tag before its class arrived may fade out slowly.
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
      );
      return await look(page);
    } finally {
      await page.close();
    }
  }

  const contrastFaults = async (page: Page) => {
    await page.addScriptTag({ content: axe.source });
    return page.evaluate(async () => {
      const engine = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await engine.run('.column', {
        runOnly: ['color-contrast', 'link-in-text-block'],
      });
      return violations.flatMap(({ nodes }) =>
        nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
      );
    });
  };

  it('that is plain shows every element, in its column, for fingers', async () => {
    assert.deepEqual(Object.keys(usual), tags);
    for (const [tag, boxes] of Object.entries(usual)) assert.notEqual(boxes.length, 0, tag);
    assert.deepEqual(await open('', misfits), []);
  });

  for (const [what, css] of Object.entries(hostile)) {
    it(`with ${what} changes nothing in them`, async () => {
      const { drawn, contrast } = await open(css, async (page) => ({
        drawn: await drawnOn(page),
        contrast: await contrastFaults(page),
      }));

      assert.deepEqual(differences(usual, drawn), []);
      assert.deepEqual(contrast, []);
    });
  }

  it('that unsets everything leaves them whole, if not their reserve', async () => {
    const { found, contrast } = await open(
      '* { all: unset !important; } head, style, script, title { display: none !important; } .column, .column > div { display: block !important; inline-size: 390px !important; }',
      async (page) => ({ found: await misfits(page), contrast: await contrastFaults(page) }),
    );

    assert.deepEqual(found, []);
    assert.deepEqual(contrast, []);
  });

  for (const width of [240, 900]) {
    it(`holds them in a column of ${width} px`, async () => {
      const found = await open(`.column { inline-size: ${width}px; }`, misfits);

      assert.deepEqual(found, []);
    });
  }

  it('with text of twice the size holds them, in a column of a phone too', async () => {
    for (const width of [320, 390, 900]) {
      const found = await open(
        `html, body { font-size: 32px; } .column { inline-size: ${width}px; }`,
        misfits,
      );

      assert.deepEqual(found, [], `${width} px`);
    }
  });

  it('whose reader sets text wider apart holds them, and cuts nothing off', async () => {
    for (const width of [320, 390]) {
      const faults = await open(`.column { inline-size: ${width}px; }`, async (page) => {
        await spreadText(page);
        return [...(await misfits(page)), ...(await cutTexts(page))];
      });

      assert.deepEqual(faults, []);
    }
  });

  it('that reads from right to left holds them, and the cards lie where they lay', async () => {
    const { found, drawn } = await open(
      '',
      async (page) => ({ found: await misfits(page), drawn: await drawnOn(page) }),
      'dir="rtl"',
    );

    assert.deepEqual(found, []);
    const cards = (all: typeof usual) =>
      Object.entries(all).map(([tag, boxes]) => {
        const card = boxes.find(({ what }) => what.includes(' card'));
        return `${tag} ${Math.round(card?.width ?? 0)} × ${Math.round(card?.height ?? 0)}`;
      });
    assert.deepEqual(cards(drawn), cards(usual));
  });

  it('that is only light stays light on a dark device', async () => {
    const { drawn, contrast } = await open('', async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      return { drawn: await drawnOn(page), contrast: await contrastFaults(page) };
    });

    assert.deepEqual(differences(usual, drawn), []);
    assert.deepEqual(contrast, []);
  });

  it('on a device with colors of its own shows what can be pressed', async () => {
    const { found, contrast } = await open('html { background: Canvas; }', async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      return { found: await controlsWithoutSign(page), contrast: await contrastFaults(page) };
    });

    assert.deepEqual(found, []);
    assert.deepEqual(contrast, []);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`in ${scheme} has no quiet text and no faint line for who asks for more contrast`, async () => {
      const css = `:root { color-scheme: ${scheme}; background: Canvas; }`;
      const colors = (page: Page) =>
        page.evaluate(() => {
          const { shadowRoot } = document.querySelector('points-balance')!;
          const [card, label] = ['.card', '.quiet'].map((selector) =>
            getComputedStyle(shadowRoot!.querySelector(selector)!),
          );
          return { text: card!.color, quiet: label!.color, line: card!.borderTopColor };
        });

      const { before, now, contrast } = await open(css, async (page) => {
        const before = await colors(page);
        await page.emulateMedia({ contrast: 'more' });
        return { before, now: await colors(page), contrast: await contrastFaults(page) };
      });

      assert.notEqual(before.quiet, before.text);
      assert.equal(now.quiet, now.text);
      assert.equal(now.line, before.quiet);
      assert.deepEqual(contrast, []);
    });
  }

  it('that says it is dark has dark elements, readable', async () => {
    const { drawn, contrast } = await open(
      ':root { color-scheme: dark; background: Canvas; }',
      async (page) => ({
        drawn: await drawnOn(page),
        contrast: await contrastFaults(page),
      }),
    );

    const surface = (all: typeof usual) => all['points-balance']?.[0]?.background;
    assert.notEqual(surface(drawn), surface(usual));
    assert.deepEqual(contrast, []);
  });

  it('that wears a ready theme gets its corners and colors', async () => {
    const [card] =
      (await open(
        `@import url('${clinic.api}/afterglow/1/themes/night.css');`,
        (page) =>
          page.evaluate(() => {
            const { shadowRoot } = document.querySelector('points-balance')!;
            const { borderRadius, backgroundColor } = getComputedStyle(
              shadowRoot!.querySelector('.card')!,
            );
            return [{ borderRadius, backgroundColor }];
          }),
        'style="color-scheme: dark"',
      )) ?? [];

    assert.deepEqual(card, { borderRadius: '0px', backgroundColor: 'rgb(22, 22, 26)' });
  });
});
