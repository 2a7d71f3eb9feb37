import { createTestServer, phones, testCode } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import type { Face } from '../internal/faces.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, languages, show, untilTrue, type Shown } from '../testing/looks.js';
import { homeProgram, homeSummary } from '../testing/made-home.js';
import { percentOffer } from '../testing/made-offers.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { LoyaltyHomeElement } from './loyalty-home.js';
import type { ViewName } from './views.js';

/** Every face that it has; a member has a home always. */
const faces: readonly Face[] = ['signed-out', 'waiting', 'ready', 'failed', 'stale'];

const home = (
  face: Face = 'ready',
  more: Parameters<typeof show>[2] = {},
  template: TemplateResult = html`<loyalty-home></loyalty-home>`,
) =>
  show<LoyaltyHomeElement>(face, template, {
    program: homeProgram(),
    summary: homeSummary(),
    ...more,
  });

const inside = (element: Element, selector: string) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(
    (found) => found.getClientRects().length > 0,
  );

/** The elements that the open view is made of. */
const parts = (element: Element) =>
  inside(element, '.column *').flatMap(({ localName }) =>
    localName.includes('-') ? [localName] : [],
  );

/** The name of the open view in the bar, and the heading. */
const where = (element: Element) => {
  const words = (selector: string) => inside(element, selector)[0]?.textContent?.trim();
  return `${words('[aria-current=page]')}: ${words('.title')}`;
};

const link = (element: Element, view: ViewName) => {
  const found = inside(element, `.bar a[href$="${view}"]`)[0];
  if (!found) throw new Error(`There is no link to ${view}.`);
  return found;
};

const isAt = async (element: LoyaltyHomeElement, expected: string) => {
  await untilTrue(
    () => element.state === 'ready' && where(element) === expected,
    () => `${element.state} at ${where(element)}, not ${expected}`,
  );
};

/** What has the focus, in the shadow trees too. */
const focused = (): string => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === document.body ? '' : (at?.textContent ?? '').trim();
};

const plainAddress = () => location.pathname + location.search;

describe('loyalty-home', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', plainAddress());
  });

  const said: Record<string, string> = {
    'signed-out':
      'Every visit gives something back Points for the visits you make anyway, and offers that are yours alone.',
    waiting: 'Loading your rewards',
    ready: 'Home Offers Appointment Status Good to see you, Ana Member since 2025',
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale:
      'Home Offers Appointment Status Good to see you, Ana This may be out of date. We will try again soon.',
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await home(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await home(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    }).timeout(15_000);
  }

  it('greets who left no name', async () => {
    const { member } = homeSummary();
    const summary = homeSummary({ member: { ...member, firstName: null } });

    const { text } = await home('ready', { summary });

    expect(text()).to.contain('Status Good to see you Member since 2025');
  });

  it('says once that everything is out of date: its parts are as they were', async () => {
    const { element } = await home('stale');

    const states = inside(element, '.column > *').map((part) => (part as LoyaltyHomeElement).state);
    expect(states).to.deep.equal(states.map(() => 'ready'));
    expect(states).to.have.length(5);
  });

  it('is not drawn before everything in it is here', async () => {
    const { element } = await home('ready');

    const heights = inside(element, '.column > *').map(({ clientHeight }) => clientHeight);

    expect(heights.filter((height) => height < 80)).to.deep.equal([]);
  });

  it('goes through its views by keyboard, and back by the browser', async () => {
    const { element } = await home();
    const title = document.title;
    expect(where(element)).to.equal('Home: Good to see you, Ana');

    for (const [view, heading] of [
      ['offers', 'Offers'],
      ['appointment', 'Appointment'],
      ['status', 'Status'],
    ] as const) {
      link(element, view).focus();
      await sendKeys({ press: 'Enter' });
      await isAt(element, `${heading}: ${heading}`);
      await untilTrue(() => focused() === heading, focused);
      expect(location.hash).to.equal(`#glow-${view}`);
    }
    expect(parts(element)).to.include('points-history');

    history.back();
    await isAt(element, 'Appointment: Appointment');
    await untilTrue(() => focused() === 'Appointment', focused);
    history.back();
    await isAt(element, 'Offers: Offers');
    history.back();
    await isAt(element, 'Home: Good to see you, Ana');
    expect(location.hash).to.equal('');
    history.forward();
    await isAt(element, 'Offers: Offers');
    expect(document.title).to.equal(title);
  }).timeout(15_000);

  it('opens the view of the address, and takes no focus for it', async () => {
    location.hash = '#glow-status';

    const { element } = await home();

    expect(where(element)).to.equal('Status: Status');
    expect(focused()).to.equal('');
  });

  it('leaves the page’s own anchors alone, and Back leads to where one came from', async () => {
    location.hash = '#prices';
    const { element } = await home();
    expect(where(element)).to.equal('Home: Good to see you, Ana');

    link(element, 'offers').click();
    await isAt(element, 'Offers: Offers');
    location.hash = '#terms';
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    await element.updateComplete;
    expect(where(element)).to.equal('Offers: Offers');

    history.go(-2);
    await isAt(element, 'Home: Good to see you, Ana');
    expect(location.hash).to.equal('#prices');
  });

  it('leaves a press with a key held to the browser, and takes a plain one', async () => {
    const { element } = await home();
    const press = (init: MouseEventInit) => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
      // Nothing may open a window in a test.
      addEventListener('click', (late) => late.preventDefault(), { once: true });
      const target = link(element, 'offers');
      let isTaken = false;
      element.addEventListener('click', () => (isTaken = event.defaultPrevented), { once: true });
      target.dispatchEvent(event);
      return isTaken;
    };

    expect(press({ metaKey: true, composed: true })).to.equal(false);
    expect(where(element)).to.equal('Home: Good to see you, Ana');
    expect(press({ composed: true })).to.equal(true);
    await isAt(element, 'Offers: Offers');
  });

  it('does not lead away from a page whose links begin elsewhere', async () => {
    const base = document.createElement('base');
    base.href = 'https://elsewhere.example/';
    const { element } = await home();
    document.head.append(base);

    link(element, 'offers').click();
    base.remove();

    await isAt(element, 'Offers: Offers');
    expect(location.hash).to.equal('#glow-offers');
  });

  it('moves with another one on the page, and only the one that was used takes the focus', async () => {
    const { box, element } = await home(
      'ready',
      {},
      html`<loyalty-home></loyalty-home><loyalty-home></loyalty-home>`,
    );
    const other = box.lastElementChild as LoyaltyHomeElement;
    await isAt(other, 'Home: Good to see you, Ana');

    link(other, 'offers').click();
    await isAt(element, 'Offers: Offers');
    await isAt(other, 'Offers: Offers');
    expect(document.activeElement === other).to.equal(true);

    history.back();
    await isAt(element, 'Home: Good to see you, Ana');
    await isAt(other, 'Home: Good to see you, Ana');
    expect(document.activeElement === other).to.equal(true);
  });

  it('stays where it is while another one with its own addresses moves', async () => {
    const { box, element } = await home(
      'ready',
      {},
      html`<loyalty-home></loyalty-home><loyalty-home hash-prefix="/spa/"></loyalty-home>`,
    );
    const other = box.lastElementChild as LoyaltyHomeElement;
    await isAt(other, 'Home: Good to see you, Ana');

    link(other, 'status').click();
    await isAt(other, 'Status: Status');

    expect(where(element)).to.equal('Home: Good to see you, Ana');
    expect(location.hash).to.equal('#/spa/status');
  });

  it('has the views that the page names, in their order', async () => {
    const { element } = await home(
      'ready',
      {},
      html`<loyalty-home views="status shop home"></loyalty-home>`,
    );

    const names = inside(element, '.bar a').map(({ textContent }) => textContent?.trim());
    expect(names).to.deep.equal(['Status', 'Home']);
    expect(where(element)).to.equal('Status: Status');
  });

  it('has no bar where there is one view', async () => {
    const { element } = await home('ready', {}, html`<loyalty-home views="offers"></loyalty-home>`);

    expect(inside(element, '.bar')).to.deep.equal([]);
    expect(parts(element)).to.deep.equal(['offer-list', 'reward-list']);
  });

  it('shows what the page puts into a view, there and nowhere else', async () => {
    const { box, element } = await home(
      'ready',
      {},
      html`<loyalty-home
        ><b slot="welcome">A warm welcome</b><i slot="offers">Only at the desk</i>
        <u slot="invitation">Free</u></loyalty-home
      >`,
    );
    const shown = () =>
      [...box.querySelectorAll<HTMLElement>('[slot]')].flatMap((own) =>
        own.checkVisibility() ? [own.textContent] : [],
      );
    expect(shown()).to.deep.equal(['A warm welcome']);

    link(element, 'offers').click();
    await isAt(element, 'Offers: Offers');

    expect(shown()).to.deep.equal(['Only at the desk']);
  });

  it('finds a view as it was left', async () => {
    const { element } = await home();
    const offers = () =>
      inside(element, 'offer-list')[0]?.shadowRoot?.querySelectorAll('.ticket').length;
    inside(element, 'offer-list')[0]?.shadowRoot?.querySelector<HTMLElement>('.all')?.click();
    await untilTrue(
      () => offers() === 2,
      () => String(offers()),
    );

    link(element, 'offers').click();
    await isAt(element, 'Offers: Offers');
    history.back();
    await isAt(element, 'Home: Good to see you, Ana');

    expect(offers()).to.equal(2);
  });

  it('takes in what is new, and keeps what is there', async () => {
    const { element, page } = await home('ready', { summary: homeSummary({ offers: [] }) });
    const rewards = inside(element, 'reward-list')[0];
    expect(parts(element)).not.to.include('offer-list');

    page.far.summary = homeSummary({ offers: [percentOffer] });
    await page.store.revalidate();
    await untilTrue(
      () => parts(element).includes('offer-list'),
      () => parts(element).join(),
    );

    expect(inside(element, 'reward-list')[0] === rewards).to.equal(true);
    expect(element.state).to.equal('ready');
  });

  it('comes to the start of a view that was opened from far down', async () => {
    await setViewport({ width: 390, height: 600 });
    const { element } = await home('ready', { width: 360 });
    scrollTo(0, 900);
    expect(element.getBoundingClientRect().top).to.be.below(0);

    link(element, 'status').click();
    await isAt(element, 'Status: Status');

    await untilTrue(
      () => Math.abs(element.getBoundingClientRect().top) < 2,
      () => String(element.getBoundingClientRect().top),
    );
    await setViewport({ width: 800, height: 600 });
  });

  it('has a bar at the end of a narrow page and a list at the side of a wide one', async () => {
    const at = async (width: number, dir: 'ltr' | 'rtl' = 'ltr') => {
      const { element } = await home('ready', { width, dir });
      const [bar, content] = ['.bar', '.content'].map((name) =>
        inside(element, name)[0]!.getBoundingClientRect(),
      ) as [DOMRect, DOMRect];
      return { bar, content, links: inside(element, '.bar a') };
    };

    const narrow = await at(390);
    expect(narrow.bar.width).to.equal(390);
    expect(narrow.bar.bottom).to.be.at.most(innerHeight);
    const wide = await at(900);
    expect(wide.bar.right).to.be.below(wide.content.left);
    const fromRight = await at(900, 'rtl');
    expect(fromRight.bar.left).to.be.above(fromRight.content.right);
    for (const { links } of [narrow, wide]) {
      expect(links.filter(({ clientHeight }) => clientHeight < 44)).to.deep.equal([]);
    }
  });

  it('fits narrow columns in every language, with letters twice the size too', async () => {
    const wider: string[] = [];
    for (const lang of languages) {
      for (const [width, size] of [
        [240, '1em'],
        [320, '1em'],
        [320, '2em'],
      ] as const) {
        const dir = lang === 'ar' ? 'rtl' : 'ltr';
        const { element, box } = await home('ready', { lang, dir, width });
        box.style.setProperty('font-size', size);
        const out = inside(element, '.bar a, .title').filter(
          (one) => one.scrollWidth > one.clientWidth,
        );
        if (element.scrollWidth > width || out.length > 0) {
          wider.push(`${lang} ${width}px ${size}: ${out.map(({ textContent }) => textContent)}`);
        }
        clear();
      }
    }

    expect(wider).to.deep.equal([]);
  }).timeout(20_000);

  it('tries again what failed', async () => {
    const { element, page, find } = await home('failed');

    page.far.mode = 'open';
    find('button').click();

    await isAt(element, 'Home: Good to see you, Ana');
    await untilTrue(() => focused() === 'Good to see you, Ana', focused);
  });

  it('shows who is given by hand', async () => {
    const { box } = await home('signed-out', { program: handProgram() });
    const given = document.createElement('loyalty-home');
    given.summary = handSummary({ member: { ...handSummary().member, firstName: 'Dora' } });
    box.append(given);

    await isAt(given, 'Home: Good to see you, Dora');
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = (await home()) as Shown<LoyaltyHomeElement>;

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('loyalty-home on the real server', () => {
  const inSignIn = (element: Element, selector: string) =>
    inside(element, 'member-sign-in')[0]?.shadowRoot?.querySelector<HTMLElement>(selector);

  it('signs in and out: the page hears of it, the reader is led on, and nothing is left', async () => {
    const server = await createTestServer();
    await server.people.ana();
    const shown = serve<LoyaltyHomeElement>(server, html`<loyalty-home></loyalty-home>`);
    const { element } = shown;
    const heard: string[] = [];
    for (const type of ['glow-signed-in', 'glow-signed-out']) {
      element.addEventListener(type, () => heard.push(type));
    }
    await shown.shows('signed-out');

    inSignIn(element, '#phone')?.focus();
    await sendKeys({ type: phones.ana.slice(2) });
    await sendKeys({ press: 'Enter' });
    await untilTrue(
      () => Boolean(inSignIn(element, '#code')),
      () => 'no question for the code',
    );
    inSignIn(element, '#code')?.focus();
    await sendKeys({ type: testCode });
    await isAt(element, 'Home: Good to see you, Ana');
    await untilTrue(() => focused() === 'Good to see you, Ana', focused);
    await untilTrue(
      () => heard.join() === 'glow-signed-in',
      () => heard.join(),
    );

    link(element, 'status').click();
    await isAt(element, 'Status: Status');
    inSignIn(element, '.button')?.focus();
    await sendKeys({ press: 'Enter' });
    await shown.shows('signed-out');
    await untilTrue(() => focused() !== '', focused);

    expect(heard).to.deep.equal(['glow-signed-in', 'glow-signed-out']);
    expect(element.shadowRoot!.querySelectorAll('points-balance, .view').length).to.equal(0);
    shown.leave();
    history.replaceState(null, '', plainAddress());
  }).timeout(15_000);

  it('shows what a visit at the clinic brings', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const shown = serve<LoyaltyHomeElement>(server, html`<loyalty-home></loyalty-home>`, dora);
    await shown.shows('ready');
    const balance = () =>
      inside(shown.element, 'points-balance')[0]?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ??
      '';
    const before = balance();

    await server.till.visit(phones.dora);
    await shown.readAgain();

    await untilTrue(() => balance() !== before, balance);
    shown.leave();
  });
});
