import { assert, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
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
    await nextTask();
    const atOneGo = many.filter(
      ({ hasUpdated, isUpdatePending }) => hasUpdated || !isUpdatePending,
    ).length;

    assert.isAtLeast(atOneGo, 40);
    assert.isBelow(atOneGo, 120);
    await waitUntil(() => many.every(({ isUpdatePending }) => !isUpdatePending));
    many.forEach((element) => element.remove());
  });

  it('leaves room for others while very many are changed', async () => {
    const many = Array.from({ length: 120 }, () => new PlainElement());
    many.forEach((element) => document.body.append(element));
    await waitUntil(() => many.every(({ isUpdatePending }) => !isUpdatePending));
    // Those of the last frame may have had turns in this task, of which there are forty.
    await nextTask();

    many.forEach((element) => element.requestUpdate());
    await nextTask();
    const pending = many.filter(({ isUpdatePending }) => isUpdatePending).length;

    assert.isAbove(pending, 0);
    assert.isAtMost(pending, 80);
    await waitUntil(() => many.every(({ isUpdatePending }) => !isUpdatePending));
    many.forEach((element) => element.remove());
  });

  it('keeps its height from the start, however many are before it', () => {
    const many = Array.from({ length: 60 }, () => new PlainElement());
    many.forEach((element) => document.body.append(element));

    assert.isTrue(many.every(({ shadowRoot }) => shadowRoot !== null));
    many.forEach((element) => element.remove());
  });

  it('asks for its page once where it left and came back before its turn, and not once it left', async () => {
    const asked: EventTarget[] = [];
    const note = ({ target }: Event) => target && asked.push(target);
    document.addEventListener('context-request', note);
    const many = Array.from({ length: 60 }, () => new PlainElement());
    const [gone, moved] = many.slice(-2) as [PlainElement, PlainElement];
    many.forEach((element) => document.body.append(element));
    gone.remove();
    moved.remove();
    document.body.append(moved);

    await moved.updateComplete;
    await nextFrame();
    await nextFrame();

    assert.equal(asked.filter((target) => target === moved).length, 1);
    assert.isFalse(asked.includes(gone));
    document.removeEventListener('context-request', note);
    many.forEach((element) => element.remove());
  });
});

const nextTask = () => new Promise((next) => setTimeout(next));
