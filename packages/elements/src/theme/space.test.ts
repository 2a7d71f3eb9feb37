import { assert } from '@open-wc/testing';
import { html } from 'lit';
import '../earn-list/define.js';
import '../points-balance/define.js';
import '../referral-link/define.js';
import '../savings-calculator/define.js';
import { earningProgram } from '../testing/earning-program.js';
import { clear, higherThanReserved, show } from '../testing/looks.js';
import { calculatorProgram } from '../testing/calculator-program.js';

const root = document.documentElement;

/** Elements of both kinds of reserve: one height, and heights by width. */
const cards = {
  'points-balance': html`<points-balance></points-balance>`,
  'referral-link': html`<referral-link></referral-link>`,
  'earn-list': html`<earn-list></earn-list>`,
};

describe('--glow-space', () => {
  afterEach(() => {
    root.style.removeProperty('--glow-space');
    clear();
  });

  for (const space of ['12px', '16px', '32px', '1em']) {
    it(`of ${space} is inside the height that was reserved`, async () => {
      root.style.setProperty('--glow-space', space);

      for (const [tag, template] of Object.entries(cards)) {
        const higher = await higherThanReserved(
          () => template,
          () => (tag === 'earn-list' ? { program: earningProgram() } : {}),
          ['waiting', 'ready'],
        );
        assert.deepEqual(higher, [], tag);
      }
    }).timeout(20_000);
  }

  it('is the space inside a card, and at most 16px in a narrow one', async () => {
    root.style.setProperty('--glow-space', '36px');
    const paddings: string[] = [];

    for (const width of [640, 320]) {
      const { find } = await show('ready', cards['points-balance'], { width });
      paddings.push(getComputedStyle(find('.card')).padding);
    }

    assert.deepEqual(paddings, ['36px', '16px']);
  });

  it("leaves the calculator's result on the edge of its card", async () => {
    root.style.setProperty('--glow-space', '40px');

    const { find } = await show('ready', html`<savings-calculator></savings-calculator>`, {
      program: calculatorProgram(),
      width: 400,
    });

    const [sum, card] = [find('.sum'), find('.card')].map((box) => box.getBoundingClientRect());
    assert.equal(sum!.left, card!.left + 1);
    assert.equal(sum!.right, card!.right - 1);
  });
});
