import { assert, fixture, html } from '@open-wc/testing';
import { GlowElement } from './base.js';
import { faces } from './faces.js';

class PlainElement extends GlowElement {
  protected override renderReady() {
    return html`ready`;
  }
}
customElements.define('test-plain', PlainElement);

describe('GlowElement', () => {
  it('waits, reflects nothing and draws no words while nobody said whose page it is', async () => {
    const element = await fixture<PlainElement>(html`<test-plain></test-plain>`);

    assert.equal(element.state, 'waiting');
    assert.deepEqual(element.getAttributeNames(), []);
    assert.deepEqual(
      faces.filter((face) => element.matches(`:state(${face})`)),
      ['waiting'],
    );
  });

  it('leaves room for others while very many are drawn, and draws all of them', async () => {
    const many = Array.from({ length: 120 }, () => new PlainElement());
    many.forEach((element) => document.body.append(element));

    await new Promise((next) => setTimeout(next));
    const atOneGo = many.filter(
      ({ hasUpdated, isUpdatePending }) => hasUpdated || !isUpdatePending,
    );
    await Promise.all(many.map(({ updateComplete }) => updateComplete));

    assert.isAtLeast(atOneGo.length, 40);
    assert.isBelow(atOneGo.length, 120);
    assert.equal(many.filter(({ isUpdatePending }) => isUpdatePending).length, 0);
    many.forEach((element) => element.remove());
  });
});
