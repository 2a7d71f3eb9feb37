import { createTestServer, phones, type TestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { define, type GlowElement } from '../index.js';

type Drawn = GlowElement & { readonly shadowRoot: ShadowRoot };

describe('define', () => {
  let server: TestServer;
  let box: HTMLElement;

  before(async () => {
    server = await createTestServer();
    await server.people.ana();
  });
  beforeEach(() => {
    box = document.body.appendChild(document.createElement('div'));
  });
  afterEach(() => box.remove());

  /** Waits until an element is drawn and shows this face. */
  async function drawn(root: ParentNode, tag: string, face: string): Promise<Drawn> {
    for (const late = Date.now() + 5_000; Date.now() < late;) {
      const element = root.querySelector<Drawn>(tag);
      if (element?.hasUpdated && element.state === face) return element;
      await new Promise(requestAnimationFrame);
    }
    throw new Error(`There is no ${tag} that is ${face}.`);
  }

  it('refuses what no tag can begin with', () => {
    expect(() => define({ prefix: 'Clinic' })).to.throw(
      TypeError,
      'The prefix "Clinic" can\'t stand before a tag: write small letters, digits and hyphens, a letter first and a hyphen last, such as "clinic-".',
    );
    expect(customElements.get('tier-badge')).to.equal(undefined);
  });

  it('gives every element the prefix, and makes the app of those that have it', async () => {
    customElements.define('points-balance', class extends HTMLElement {});
    define({ prefix: 'clinic-' });
    define({ prefix: 'clinic-' });
    const ana = await server.signIn(phones.ana);

    render(
      html`<points-balance></points-balance>
        <clinic-loyalty-provider .means=${server.page(ana)}>
          <clinic-loyalty-home></clinic-loyalty-home>
        </clinic-loyalty-provider>`,
      box,
    );

    const home = await drawn(box, 'clinic-loyalty-home', 'ready');
    const balance = await drawn(home.shadowRoot, 'clinic-points-balance', 'ready');
    await drawn(balance, 'clinic-tier-badge', 'ready');
    expect(box.querySelector('points-balance')?.shadowRoot).to.equal(null);
    expect(customElements.get('tier-badge')).to.equal(undefined);
  });

  it('opens a sign-in with the prefix, in the provider of who asked', async () => {
    define({ prefix: 'clinic-' });
    render(
      html`<clinic-loyalty-provider .means=${server.page()}
        ><div><clinic-points-balance></clinic-points-balance></div
      ></clinic-loyalty-provider>`,
      box,
    );
    const balance = await drawn(box, 'clinic-points-balance', 'signed-out');

    balance.shadowRoot.querySelector<HTMLElement>('button')?.click();

    const signIn = await drawn(
      box,
      'clinic-loyalty-provider > clinic-member-sign-in',
      'signed-out',
    );
    expect(signIn.shadowRoot.querySelector('dialog')?.open).to.equal(true);
    expect(customElements.get('member-sign-in')).to.equal(undefined);
  });
});
