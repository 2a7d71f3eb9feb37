import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../offer-list/define.js';
import '../package-balance/define.js';
import '../points-history/define.js';
import { handSummary } from '../testing/hand-made.js';
import { clear, show, untilTrue } from '../testing/looks.js';
import { birthdayOffer } from '../testing/made-offers.js';

/** Elements of both kinds of reserve, each with less than it has room for. */
const cards = {
  'offer-list': ['ready', html`<offer-list></offer-list>`],
  'package-balance': ['empty', html`<package-balance></package-balance>`],
  'points-history': ['signed-out', html`<points-history></points-history>`],
} as const;
const little = { summary: handSummary({ offers: [birthdayOffer] }) };

/** What lies before the element on the page. */
function addBefore(height: number): HTMLElement {
  const before = document.createElement('div');
  before.style.height = `${height}px`;
  document.body.prepend(before);
  return before;
}

const frames = async (count: number) => {
  for (let nth = 0; nth < count; nth++) await new Promise(requestAnimationFrame);
};

describe('the height of an element', () => {
  let before: HTMLElement | undefined;
  afterEach(() => {
    before?.remove();
    before = undefined;
    clear();
  });

  for (const [tag, [face, template]] of Object.entries(cards)) {
    it(`below the window is that of its content: ${tag}`, async () => {
      const inWindow = await show(face, template, little);
      await frames(3);
      const reserved = inWindow.element.getBoundingClientRect().height;
      clear();

      before = addBefore(innerHeight + 200);
      const { element, find } = await show(face, template, little);
      const height = () => element.getBoundingClientRect().height;
      await untilTrue(
        () => height() < reserved,
        () => `${height()} of ${reserved}`,
      );

      expect(height()).to.equal(find('.card').getBoundingClientRect().height);
      expect(element.getAttributeNames().includes('style')).to.equal(false);
    });

    it(`in the window is that of its content where the page says so: ${tag}`, async () => {
      const rule = new CSSStyleSheet();
      rule.replaceSync(`${tag} { min-block-size: 0; } ${tag}::before { content: none; }`);
      document.adoptedStyleSheets.push(rule);
      try {
        const { element, find } = await show(face, template, little);
        await frames(3);
        const card = find('.card');

        expect(element.getBoundingClientRect().height).to.equal(
          card.getBoundingClientRect().height,
        );
        const parts = [...card.children].filter((part) => part.clientHeight > 0);
        const last = parts.at(-1)!.getBoundingClientRect();
        expect(card.getBoundingClientRect().bottom - last.bottom).to.be.at.most(40);
      } finally {
        document.adoptedStyleSheets.pop();
      }
    });

    it(`in the window stays as it was reserved, also once it is left behind: ${tag}`, async () => {
      before = addBefore(100);
      const after = addBefore(0);
      document.body.append(after);
      after.style.height = `${2 * innerHeight}px`;
      const { element } = await show(face, template, little);
      await frames(3);
      const height = element.getBoundingClientRect().height;

      scrollTo(0, 100 + height + 200);
      await frames(3);
      expect(element.getBoundingClientRect().height).to.equal(height);

      scrollTo(0, 0);
      after.remove();
    });
  }
});
