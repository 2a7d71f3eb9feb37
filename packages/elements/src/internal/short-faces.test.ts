import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../member-sign-in/define.js';
import '../offer-list/define.js';
import '../package-balance/define.js';
import '../points-history/define.js';
import '../tier-progress/define.js';
import { handSummary } from '../testing/hand-made.js';
import { clear, show } from '../testing/looks.js';

const withNothing = { summary: handSummary({ offers: [], entries: [], packages: [] }) };

/** Faces that have less to say than the height has room for. */
const short = [
  ['empty', html`<offer-list></offer-list>`],
  ['empty', html`<package-balance></package-balance>`],
  ['empty', html`<points-history></points-history>`],
  ['failed', html`<points-history></points-history>`],
  ['signed-out', html`<tier-progress></tier-progress>`],
  ['ready', html`<member-sign-in></member-sign-in>`],
] as const;

describe('a short face', () => {
  afterEach(clear);

  for (const [face, template] of short) {
    const [tag] = String(template.strings[0]).slice(1, -1).split('>');

    it(`stands together in the middle of the height that is reserved: ${tag} ${face}`, async () => {
      const { find } = await show(face, template, { ...withNothing, width: 390 });
      const card = find('.card').getBoundingClientRect();
      const parts = [...find('.card').children]
        .map((part) => part.getBoundingClientRect())
        .filter(({ height }) => height > 0);
      const first = parts[0]!;
      const last = parts.at(-1)!;
      const gaps = parts.slice(1).map(({ top }, index) => top - parts[index]!.bottom);

      expect(first.top - card.top).to.be.closeTo(card.bottom - last.bottom, 1);
      expect(Math.max(...gaps)).to.be.at.most(20);
    });
  }
});
