import { assert } from '@open-wc/testing';
import { createTestServer, type TestServer } from '@afterglow/testing';
import { html, render } from 'lit';
import { GlowElement } from '../internal/base.js';
import { MemberController } from '../internal/member-controller.js';
import { provideDefaultPage } from '../internal/page-root.js';
import { untilTrue } from '../testing/looks.js';
import { LoyaltyProviderElement } from './loyalty-provider.js';

/** An element that shows nothing but whose page it is on. */
class WhoseElement extends GlowElement {
  readonly #member = new MemberController(this);
  protected override get sources() {
    return [this.clinic, this.#member];
  }
  protected override renderReady() {
    return this.#member.value?.member.firstName ?? '';
  }
}

const key = (element: Element | null) => (element as WhoseElement).page?.store.key;
const whose = (box: ParentNode) => box.querySelector('test-whose');

/** The key of the page is found in a microtask or two. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('loyalty-provider', () => {
  let first: TestServer;
  let second: TestServer;
  let box: HTMLDivElement;

  before(async () => {
    customElements.define('test-whose', WhoseElement);
    customElements.define('loyalty-provider', LoyaltyProviderElement);
    first = await createTestServer();
    second = await createTestServer();
  });
  beforeEach(() => {
    box = document.createElement('div');
    document.body.append(box);
  });
  afterEach(() => {
    box.remove();
  });

  const own = (server: TestServer, content: unknown) =>
    html`<loyalty-provider .means=${server.page()}>${content}</loyalty-provider>`;
  const element = html`<test-whose></test-whose>`;

  it('gives its page to an element in it, through shadow trees too', async () => {
    render(own(first, html`<div id="host"></div>`), box);
    const shadow = (box.querySelector('#host') as HTMLElement).attachShadow({ mode: 'open' });
    render(element, shadow);
    await settled();

    assert.equal(key(whose(shadow)), first.keys.publishable);
  });

  it('gives the nearest one, and the other after a move', async () => {
    render(own(first, html`${element}${own(second, html`<p></p>`)}`), box);
    await settled();
    const moved = whose(box) as Element;
    assert.equal(key(moved), first.keys.publishable);

    box.querySelector('p')?.append(moved);
    await settled();

    assert.equal(key(moved), second.keys.publishable);
  });

  it('is waited for while its class has not arrived', async () => {
    box.innerHTML = '<late-loyalty-provider><test-whose></test-whose></late-loyalty-provider>';
    const open = provideDefaultPage({ ...first.page(), means: first.page() });
    await settled();
    assert.isUndefined(key(whose(box)), 'an element in a late provider took the page’s default');

    customElements.define('late-loyalty-provider', class extends LoyaltyProviderElement {});
    (box.firstElementChild as LoyaltyProviderElement).means = second.page();
    await settled();

    assert.equal(key(whose(box)), second.keys.publishable);
    open.close();
  });

  it('is not needed where the page has a default, however late that comes', async () => {
    render(element, box);
    await settled();
    assert.isUndefined(key(whose(box)));

    const open = provideDefaultPage({ ...first.page(), means: first.page() });
    await settled();

    assert.equal(key(whose(box)), first.keys.publishable);
    open.close();
  });

  it('takes all from around it but its words when it has no key', async () => {
    render(
      own(
        first,
        html`<loyalty-provider .messages=${{ 'face.retry': 'Again' }}
          >${element}</loyalty-provider
        >`,
      ),
      box,
    );
    await settled();

    const { page } = whose(box) as WhoseElement;
    assert.equal(page?.store.key, first.keys.publishable);
    assert.deepEqual(page?.messages, { 'face.retry': 'Again' });
  });

  it('asks once for the program and once for the member, however many elements there are', async () => {
    const ana = await first.people.ana();
    first.seen.length = 0;
    const many = Array.from({ length: 20 }, () => element);
    render(html`<loyalty-provider .means=${first.page(ana)}>${many}</loyalty-provider>`, box);
    const last = box.querySelector('test-whose:last-of-type') as WhoseElement;
    await untilTrue(
      () => last.state === 'ready',
      () => last.state,
    );

    assert.sameMembers(
      first.seen.map(({ path }) => path),
      ['program', 'sessions/refresh'],
    );
  });

  it('puts the brand on the page in a layer that any rule of the page beats', async () => {
    render(own(first, element), box);
    const read = () => getComputedStyle(box).getPropertyValue('--glow-color-brand-fill-loud');
    await untilTrue(
      () => read() !== '',
      () => 'no brand on the page',
    );

    const rule = new CSSStyleSheet();
    rule.replaceSync(':root { --glow-color-brand-fill-loud: #123456 }');
    document.adoptedStyleSheets.push(rule);
    assert.equal(read(), '#123456');
    assert.equal(
      getComputedStyle(whose(box) as Element).getPropertyValue('--glow-color-brand-fill-loud'),
      '#123456',
    );

    document.adoptedStyleSheets.pop();
    box.remove();
    await settled();
    assert.equal(read(), '');
  });

  it('warns in a sandbox, once, where the clinic’s color can’t be a button', async () => {
    const warnings: string[] = [];
    const told = globalThis.console;
    const usual = told.warn;
    told.warn = (text: string) => warnings.push(text);
    const [faint, strong] = await Promise.all(
      ['#FFE600', '#2b5a4c'].map((color) =>
        createTestServer({ program: (program) => ({ ...program, brand: { color } }) }),
      ),
    );

    render([own(strong!, element), own(faint!, element), own(faint!, element)], box);
    await untilTrue(
      () => warnings.length > 0,
      () => 'no warning',
    );
    await settled();

    told.warn = usual;
    assert.lengthOf(warnings, 1);
    assert.match(warnings[0] ?? '', /#FFE600 would be too faint .* buttons are #\w{6}/);
  });

  it('sets nothing on itself and makes no box, in either scheme', async () => {
    render(
      html`<loyalty-provider color-scheme="dark" .means=${first.page()}
        >${element}</loyalty-provider
      >`,
      box,
    );
    await settled();
    const provider = box.firstElementChild as LoyaltyProviderElement;

    assert.deepEqual(provider.getAttributeNames(), ['color-scheme']);
    assert.equal(getComputedStyle(provider).display, 'contents');
    assert.equal(getComputedStyle(whose(box) as Element).colorScheme, 'dark');
  });
});
