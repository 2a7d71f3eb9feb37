import { assert, fixture, html } from '@open-wc/testing';
import { GlowElement } from './base.js';
import { faces } from './face.js';

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
});
