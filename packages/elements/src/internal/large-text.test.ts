import { createTestServer, lumenProgram, testCode, type TestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import '../book-button/define.js';
import '../earn-list/define.js';
import '../loyalty-home/define.js';
import '../member-card/define.js';
import '../member-sign-in/define.js';
import '../membership-credit/define.js';
import '../message-preferences/define.js';
import '../offer-list/define.js';
import '../package-balance/define.js';
import '../points-balance/define.js';
import '../points-history/define.js';
import '../referral-link/define.js';
import '../referral-tracker/define.js';
import '../referral-welcome/define.js';
import '../reward-list/define.js';
import '../savings-calculator/define.js';
import '../tier-badge/define.js';
import '../tier-progress/define.js';
import '../visit-preview/define.js';
import { calculatorProgram } from '../testing/calculator-program.js';
import { earningProgram } from '../testing/earning-program.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { inSixLanguages } from '../testing/in-six-languages.js';
import { clear, languages, show, untilTrue } from '../testing/looks.js';
import { clubProgram, clubSummary } from '../testing/made-credit.js';
import { homeProgram, homeSummary } from '../testing/made-home.js';
import { addOnOffer, birthdayOffer, friendsOffer, percentOffer } from '../testing/made-offers.js';
import { risingPreview } from '../testing/made-preview.js';
import { serve } from '../testing/served.js';
import type { Face } from './faces.js';

type Given = NonNullable<Parameters<typeof show>[2]>;

const full = { program: homeProgram(), summary: homeSummary() };
const usual: readonly Face[] = ['ready', 'stale', 'signed-out', 'failed'];
const nobody = { isNobody: true };

/** Every element with as much in it as a member may have, and the faces that have words in them. */
const elements: readonly (readonly [TemplateResult, Given?, (readonly Face[])?])[] = [
  [html`<book-button></book-button>`, nobody, ['ready', 'failed']],
  [
    html`<earn-list as-of="2026-11-21" rows="20"></earn-list>`,
    { program: earningProgram() },
    ['ready', 'failed'],
  ],
  [html`<loyalty-home></loyalty-home>`, full],
  [html`<member-card></member-card>`],
  [html`<member-sign-in></member-sign-in>`],
  [
    html`<membership-credit></membership-credit>`,
    { program: clubProgram(), summary: clubSummary() },
  ],
  [html`<message-preferences></message-preferences>`],
  [
    html`<offer-list rows="4"></offer-list>`,
    {
      summary: handSummary({ offers: [friendsOffer, birthdayOffer, percentOffer, addOnOffer] }),
    },
  ],
  [html`<package-balance></package-balance>`, full],
  [html`<points-balance></points-balance>`],
  [html`<points-history balances></points-history>`, full],
  [html`<referral-link></referral-link>`],
  [html`<referral-tracker></referral-tracker>`, full],
  [html`<referral-welcome code="ANA4K7QX"></referral-welcome>`, nobody, ['ready', 'failed']],
  [html`<reward-list rows="9"></reward-list>`, full],
  [
    html`<savings-calculator tier="luminous" package="MN3"></savings-calculator>`,
    { program: calculatorProgram() },
    ['ready', 'failed'],
  ],
  [html`<tier-badge></tier-badge>`],
  [html`<tier-progress></tier-progress>`],
  [
    html`<visit-preview treatments="MICRO"></visit-preview>`,
    { program: calculatorProgram(), preview: risingPreview },
    ['ready', 'signed-out', 'failed'],
  ],
];

/** Where the words of a box lie, wherever they are cut. */
function textOf(box: Element): DOMRect {
  const text = document.createRange();
  text.selectNodeContents(box);
  return text.getBoundingClientRect();
}

/** What leaves the column, and texts that are cut off, in an element and in those that it is made of. */
function faultsIn(element: Element, column: DOMRect): readonly string[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].flatMap((box) => {
    const { left, right, width, height } = box.getBoundingClientRect();
    const inner = box.shadowRoot ? faultsIn(box, column) : [];
    // What is hidden from the eye, and drawings, which turn and reach further by themselves.
    if (width <= 1 || height <= 1 || box instanceof SVGElement) return inner;

    const words = box.childElementCount === 0 ? (box.textContent?.trim() ?? '') : '';
    const isOut = left < column.left - 0.5 || right > column.right + 0.5;
    const isCut = words !== '' && textOf(box).width > width + 1;
    const what = `${element.localName}: ${box.localName}.${box.className} “${words}”`;
    return [
      ...inner,
      ...(isOut ? [`${what} leaves the column`] : []),
      ...(isCut ? [`${what} is cut off`] : []),
    ];
  });
}

describe('text of twice the size', () => {
  beforeEach(() => document.body.style.setProperty('font-size', '32px'));
  afterEach(() => {
    clear();
    document.body.style.removeProperty('font-size');
  });

  for (const [template, given = {}, faces = usual] of elements) {
    const [tag = ''] = String(template.strings[0]).slice(1).split(/[\s>]/);
    it(`has its room in a column of a phone, in every language: ${tag}`, async () => {
      const { program = handProgram(), summary = handSummary(), ...more } = given;
      const spoken = { ...more, ...inSixLanguages({ program, summary }) };
      const faults = new Set<string>();
      for (const lang of languages) {
        for (const width of [320, 390]) {
          for (const face of faces) {
            const dir = lang === 'ar' ? 'rtl' : 'ltr';
            const { element, box } = await show(face, template, { ...spoken, lang, dir, width });
            for (const fault of faultsIn(element, box.getBoundingClientRect())) {
              faults.add(`${lang} ${face} ${width}px ${fault}`);
            }
            clear();
          }
        }
      }

      expect([...faults]).to.deep.equal([]);
    }).timeout(20_000);
  }
});

describe('what opens over the page, with text of twice the size', () => {
  let server: TestServer;

  beforeEach(async () => {
    document.body.style.setProperty('font-size', '32px');
    await setViewport({ width: 320, height: 640 });
    server = await createTestServer({ now: Date.now(), program: lumenProgram() });
  });
  afterEach(async () => {
    clear();
    document.body.style.removeProperty('font-size');
    await setViewport({ width: 800, height: 600 });
  });

  /** Presses what the selector finds, and waits for what comes of it. */
  async function press(element: Element, selector: string, then: string): Promise<void> {
    const { shadowRoot } = element;
    await untilTrue(
      () => shadowRoot?.querySelector(selector) !== null,
      () => `no ${selector}`,
    );
    shadowRoot!.querySelector<HTMLElement>(selector)!.click();
    await untilTrue(
      () => shadowRoot?.querySelector(then) !== null,
      () => `no ${then}`,
    );
  }
  /** Writes into a field, and waits for the next question. */
  async function answer(element: Element, field: string, words: string, then: string) {
    const input = element.shadowRoot!.querySelector<HTMLInputElement>(field)!;
    input.value = words;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    if (field === '#phone') input.form!.requestSubmit();
    await untilTrue(
      () => element.shadowRoot!.querySelector(then) !== null,
      () => `no ${then}`,
    );
  }

  const faultsInWindow = (element: Element) => faultsIn(element, new DOMRect(0, 0, 320, 640));

  for (const lang of languages) {
    it(`has its room on a small phone: ${lang}`, async () => {
      const faults: string[] = [];
      const look = async (
        template: TemplateResult,
        walk: readonly (readonly [string, string])[],
      ) => {
        const dora = await server.people.dora();
        await server.till.visit(dora.phone, { amount: 100_000 });
        const box = html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>${template}</div>`;
        const { element, leave } = serve(server, box, dora);
        const inside = element.firstElementChild!;
        for (const [selector, then] of walk) {
          await press(inside, selector, then);
          faults.push(...faultsInWindow(inside));
        }
        leave();
      };

      await look(html`<tier-badge></tier-badge>`, [['.pill[aria-expanded]', '.sheet .title']]);
      await look(html`<referral-link></referral-link>`, [['.square', 'dialog[open] .code']]);
      await look(html`<reward-list></reward-list>`, [
        ['.do', 'dialog[open] dl'],
        ['dialog .primary', 'dialog .word'],
        ['dialog .back', 'dialog button.primary'],
      ]);

      expect(faults).to.deep.equal([]);
    }).timeout(20_000);

    it(`has its room in each question of a sign-in: ${lang}`, async () => {
      sessionStorage.clear();
      const box = html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
        <member-sign-in></member-sign-in>
      </div>`;
      const { element, leave } = serve(server, box);
      const inside = element.firstElementChild!;
      await untilTrue(
        () => Boolean(inside.shadowRoot?.querySelector('#phone')),
        () => 'no question',
      );
      const faults = [...faultsInWindow(inside)];
      await answer(inside, '#phone', '+13125550103', '#code');
      faults.push(...faultsInWindow(inside));
      await answer(inside, '#code', testCode, '#first-name');
      faults.push(...faultsInWindow(inside));
      leave();

      expect(faults).to.deep.equal([]);
    });
  }
});
