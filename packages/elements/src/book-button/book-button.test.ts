import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, render } from 'lit';
import type { GlowBookEvent } from '../internal/book-event.js';
import type { Face } from '../internal/faces.js';
import { referralStorageName } from '../internal/referral-storage.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, heard, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import { birthdayOffer, friendsOffer } from '../testing/made-offers.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { BookButtonElement } from './book-button.js';

/** It is for everybody, and the program is not read again. */
const own = ['waiting', 'empty', 'ready', 'failed'] as const;
const { site } = handProgram();
const plainHttp = handProgram({ site: { ...site, bookingUrl: 'http://lumen.example/booking' } });
const template = () => html`<book-button></book-button>`;
const given = (face: Face) => (face === 'empty' ? { program: plainHttp } : {});
const button = (face: Face, more: Parameters<typeof show>[2] = {}, content = template()) =>
  show<BookButtonElement>(face, content, { ...given(face), isNobody: true, ...more });
const offers = [friendsOffer, birthdayOffer];
const nowhere = (event: Event) => event.preventDefault();

/** What `glow-book` says of the next press; the page goes nowhere. */
function nextBooking(element: Element): Promise<GlowBookEvent> {
  return new Promise((resolve) =>
    element.addEventListener(
      'glow-book',
      (event) => {
        event.preventDefault();
        resolve(event as GlowBookEvent);
      },
      { once: true },
    ),
  );
}

describe('book-button', () => {
  afterEach(clear);

  const said: Record<(typeof own)[number], string> = {
    waiting: 'Loading the way to booking',
    empty: 'No online booking',
    ready: 'Book a visit',
    failed:
      'The rewards are not set up for this page yet. Please tell the clinic. Not loaded. Try again',
  };

  for (const face of own) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await button(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await button(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it('fits its reserve in every face, mode, width and language', async () => {
    const copy = () => html`<book-button mode="copy"></book-button>`;

    expect(await higherThanReserved(template, given, own)).to.deep.equal([]);
    expect(await higherThanReserved(copy, given, own)).to.deep.equal([]);
  }).timeout(30_000);

  it('leads to the booking page of the program, and is a target of 44 px', async () => {
    const { find } = await button('ready');

    expect(find('a').getAttribute('href')).to.equal('https://lumen.example/booking');
    expect(find('a').getBoundingClientRect().height).to.be.at.least(44);
  });

  it('attaches what the page says to a link with braces, under the page’s words', async () => {
    const { element, find } = await button(
      'ready',
      {},
      html`<book-button
        href="https://calendly.example/lumen?utm_content={code}&amp;utm_term={offer}&amp;utm_campaign={package}"
        code="ANA4K7QX"
        offer="off_9"
        package="FACIAL5"
        >Book your facial</book-button
      >`,
    );

    expect(find('a').getAttribute('href')).to.equal(
      'https://calendly.example/lumen?utm_content=ANA4K7QX&utm_term=off_9&utm_campaign=FACIAL5',
    );
    const words = find<HTMLSlotElement>('a slot')
      .assignedNodes()
      .map((node) => node.textContent);
    expect(words.join('').trim()).to.equal('Book your facial');
    expect(element.getBoundingClientRect().height).to.be.below(60);
  });

  it('attaches the member’s offer that ends first, and no friend’s code once somebody joined', async () => {
    const { element, find } = await button(
      'ready',
      { isNobody: false, summary: handSummary({ offers }) },
      html`<book-button code="ANA4K7QX"></book-button>`,
    );
    const href = () => find('a').getAttribute('href') ?? '';
    await untilTrue(() => href().includes('glow-offer'), href);
    expect(href()).to.equal(`https://lumen.example/booking?glow-offer=${birthdayOffer.id}`);

    element.offer = friendsOffer.id;
    await element.updateComplete;
    expect(href()).to.equal(`https://lumen.example/booking?glow-offer=${friendsOffer.id}`);

    element.offer = 'off_used';
    await element.updateComplete;
    expect(href()).to.equal('https://lumen.example/booking');
  });

  it('opens no address that is not https, and says that there is none', async () => {
    const { text } = await button(
      'empty',
      {},
      html`<book-button href="http://x.example/"></book-button>`,
    );

    expect(text()).to.equal('No online booking');
  });

  it('lets a page open a dialog in its place', async () => {
    const { element, find } = await button(
      'ready',
      {},
      html`<book-button mode="event"></book-button>`,
    );
    const booking = nextBooking(element);
    find('a').focus();
    await sendKeys({ press: 'Enter' });
    const { url, cancelable, composed, bubbles } = await booking;

    expect(find('a').getAttribute('aria-haspopup')).to.equal('dialog');
    expect([url, cancelable, composed, bubbles]).to.deep.equal([
      ...['https://lumen.example/booking', true, true, true],
    ]);
  });

  it('goes where its link leads when nobody cancels', async () => {
    const { element, find } = await button('ready');
    let isKept: boolean | undefined;
    element.addEventListener('click', (event) => {
      isKept = !event.defaultPrevented;
      event.preventDefault();
    });

    find('a').click();

    expect(isKept).to.equal(true);
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await button('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });

  it('speaks the language of its page', async () => {
    const { text } = await button('ready', { lang: 'ar', dir: 'rtl' });

    expect(text()).to.equal('احجز زيارة');
  });
});

describe('book-button with a link of the page’s own', () => {
  afterEach(clear);
  const link = html`<book-button code="ANA4K7QX"
    ><a href="https://book.example/lumen?x=1">Book with us</a></book-button
  >`;

  it('is that link, with everything attached, also while the program is not here', async () => {
    for (const far of ['waiting', 'failed'] as const) {
      const page = await show<BookButtonElement>('ready', link, { isNobody: true });
      page.page.far.mode = far === 'waiting' ? 'held' : 'refused';
      const own = page.element.querySelector('a')!;

      expect(own.href).to.equal('https://book.example/lumen?x=1&glow=ANA4K7QX');
      expect(page.text()).to.equal('');
      expect(own.getBoundingClientRect().height).to.be.within(44, 48);
      clear();
    }
  });

  it('stands there and works before anything has arrived', () => {
    const box = document.createElement('div');
    document.body.append(box);
    render(link, box);
    const own = box.querySelector('a')!;

    expect(own.getBoundingClientRect().width).to.be.above(0);
    expect(own.getAttribute('href')).to.equal('https://book.example/lumen?x=1');
    box.remove();
  });

  it('fills the link again when the page writes it anew', async () => {
    const { element } = await button('ready', {}, link);
    const own = element.querySelector('a')!;

    own.setAttribute('href', 'https://book.example/other');
    const booking = nextBooking(element);
    element.requestUpdate();
    await element.updateComplete;
    own.click();

    expect((await booking).url).to.equal('https://book.example/other?glow=ANA4K7QX');
    expect(own.href).to.equal('https://book.example/other?glow=ANA4K7QX');
  });

  it('leaves a link alone that it would not open', async () => {
    const { element, text } = await button(
      'empty',
      {},
      html`<book-button><a href="http://old.example/">Book</a></book-button>`,
    );

    expect(element.querySelector('a')!.getAttribute('href')).to.equal('http://old.example/');
    expect(text()).to.equal('');
  });

  it('takes the look of the page where the link has a class', async () => {
    const { element } = await button(
      'ready',
      {},
      html`<book-button><a class="mine" href="https://book.example/">Book</a></book-button>`,
    );

    expect(getComputedStyle(element.querySelector('a')!).backgroundColor).to.equal(
      'rgba(0, 0, 0, 0)',
    );
  });
});

describe('book-button that fills a frame', () => {
  afterEach(clear);
  const framed = (id = 'booking') => html`
    <book-button mode="frame" for="booking" href="about:blank#{offer}" offer=${birthdayOffer.id}>
    </book-button>
    <iframe id=${id} title="Booking"></iframe>
  `;

  it('sets its address once, when it is known who books, and leads there', async () => {
    const { element, box, page } = await show<BookButtonElement>(
      'ready',
      html`<book-button mode="frame" for="booking" href="/package.json?{offer}"></book-button
        ><iframe id="booking" title="Booking"></iframe>`,
      { summary: handSummary({ offers }) },
    );
    const frame = box.querySelector('iframe')!;
    const src = () => frame.getAttribute('src') ?? '';
    await untilTrue(() => src() !== '', src);
    expect(src()).to.equal(`${location.origin}/package.json?${birthdayOffer.id}`);

    page.far.summary = handSummary({ offers: [friendsOffer] });
    await page.store.revalidate();
    await element.updateComplete;
    expect(src()).to.equal(`${location.origin}/package.json?${birthdayOffer.id}`);

    element.addEventListener('click', nowhere);
    element.shadowRoot!.querySelector('a')!.click();
    expect(document.activeElement).to.equal(frame);
  });

  it('opens no frame at an address that it would not lead to', async () => {
    const { box } = await button('empty', {}, framed());

    expect(box.querySelector('iframe')!.getAttribute('src')).to.equal(null);
  });
});

describe('book-button that copies', () => {
  afterEach(clear);
  const copy = html`<book-button mode="copy"></book-button>`;
  const clipboard = navigator.clipboard;
  const answer = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  after(() => {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  it('says that it copied after it did', async () => {
    const copied: string[] = [];
    answer((text) => Promise.resolve(void copied.push(text)));
    const { element, find } = await button('ready', {}, copy);
    await untilTrue(() => element.shadowRoot!.querySelector('button') !== null, heard);
    const before = find('button').getBoundingClientRect().width;

    find('button').focus();
    await sendKeys({ press: 'Enter' });
    await untilTrue(() => heard() !== '', heard);

    expect(copied).to.deep.equal(['https://lumen.example/booking']);
    expect(heard()).to.equal('Copied');
    expect(find('button').innerText.trim()).to.equal('Copied');
    expect(find('button').getBoundingClientRect().width).to.equal(before);
    expect(element.shadowRoot!.activeElement).to.equal(find('button'));
  });

  it('shows that link within a column of 240 px', async () => {
    answer(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    const { element, find, box } = await button('ready', { width: 240 }, copy);
    await untilTrue(() => element.shadowRoot!.querySelector('button') !== null, heard);

    find('button').click();
    await untilTrue(() => element.shadowRoot!.querySelector('input') !== null, heard);

    expect(find('input').getBoundingClientRect().width).to.equal(240);
    expect(box.scrollWidth).to.equal(240);
  });

  it('shows the link, selected, where the browser does not let it copy', async () => {
    answer(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    const { element, find, box } = await button('ready', {}, copy);
    await untilTrue(() => element.shadowRoot!.querySelector('button') !== null, heard);

    find('button').click();
    await untilTrue(() => element.shadowRoot!.querySelector('input') !== null, heard);
    await untilTrue(() => heard().startsWith('It could not be copied.'), heard);

    expect(find<HTMLInputElement>('input').value).to.equal('https://lumen.example/booking');
    expect(element.shadowRoot!.activeElement).to.equal(find('input'));
    expect(await faultsOf(box)).to.deep.equal([]);
  });
});

describe('book-button on the real server', () => {
  it('carries a friend’s code, and after joining the offer that came of it', async () => {
    const server = await createTestServer();
    const dora = await server.people.dora();
    const { key } = server.page();
    const { code } = dora.answer.summary.referral!;
    localStorage.setItem(referralStorageName(key), JSON.stringify({ code, at: Date.now() }));
    const { element, shows, leave } = serve<BookButtonElement>(server, template());
    await shows('ready');
    const search = (of: BookButtonElement) =>
      new URL(of.shadowRoot!.querySelector('a')!.href).searchParams;

    expect([...search(element).keys()]).to.deep.equal(['glow']);
    expect(search(element).get('glow')).to.equal(code);
    leave();

    const friend = await server.people.friendOf(dora);
    const joined = serve<BookButtonElement>(server, template(), friend);
    await joined.shows('ready');
    await untilTrue(
      () => search(joined.element).has('glow-offer'),
      () => String(search(joined.element)),
    );
    const [offer] = friend.answer.summary.offers;
    expect(String(search(joined.element))).to.equal(`glow-offer=${offer!.id}`);
    joined.leave();
    localStorage.removeItem(referralStorageName(key));
  });
});
