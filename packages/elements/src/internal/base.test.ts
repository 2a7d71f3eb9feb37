import { expect, fixture, html } from '@open-wc/testing';
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

    expect(element.state).to.equal('waiting');
    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(faces.filter((face) => element.matches(`:state(${face})`))).to.deep.equal(['waiting']);
  });
});
