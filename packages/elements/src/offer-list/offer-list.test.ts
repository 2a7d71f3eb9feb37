import { createTestServer } from '@afterglow/testing';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { GlowBookEvent } from '../internal/book-event.js';
import type { Face } from '../internal/faces.js';
import { handProgram, handSummary } from '../testing/hand-made.js';
import { clear, faultsOf, heard, higherThanReserved, show, untilTrue } from '../testing/looks.js';
import {
  addOnOffer,
  birthdayOffer,
  friendsOffer,
  giftCard,
  percentOffer,
} from '../testing/made-offers.js';
import { serve } from '../testing/served.js';
import './define.js';
import type { OfferListElement } from './offer-list.js';

const faces: readonly Face[] = ['signed-out', 'waiting', 'empty', 'ready', 'failed', 'stale'];
const template = () => html`<offer-list></offer-list>`;
const having = (...offers: (typeof friendsOffer)[]) => ({ summary: handSummary({ offers }) });
const given = (face: Face) => (face === 'empty' ? having() : having(friendsOffer, birthdayOffer));
const list = (face: Face, more: Parameters<typeof show>[2] = {}) =>
  show<OfferListElement>(face, template(), { ...given(face), ...more });
const tickets = ({ element }: { element: OfferListElement }) =>
  [...element.shadowRoot!.querySelectorAll('.ticket')].map((ticket) =>
    (ticket.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

const birthday = '$25 off $25 off for your birthday Use by November 30, 9 days left Book';
const friends =
  '$50 off $50 off your first treatment On $200 or more Use by February 19, 2027 Book';

describe('offer-list', () => {
  afterEach(clear);

  const said: Record<Face, string> = {
    'signed-out': 'Sign in to see the offers that are yours. Sign in',
    waiting: 'Loading your offers',
    empty: 'Your offers You have no offer at the moment. New ones show here by themselves.',
    ready: `Your offers ${birthday} ${friends}`,
    failed: 'The rewards are not set up for this page yet. Please tell the clinic. Try again',
    stale: `Your offers ${birthday} ${friends} This may be out of date. We will try again soon.`,
  };

  for (const face of faces) {
    it(`says what is the case while ${face}`, async () => {
      const { text } = await list(face);

      expect(text()).to.equal(said[face]);
    });

    it(`has nothing that axe objects to while ${face}, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { box } = await list(face, { scheme });

        expect(await faultsOf(box)).to.deep.equal([]);
      }
    });
  }

  it("makes room for an amount that is long in the reader's language", async () => {
    const grant = { kind: 'giftCard', amount: { amount: 100_000, currency: 'USD' } } as const;
    const shown = await list('ready', {
      ...having({ ...giftCard, grant }),
      ...({ lang: 'ar', dir: 'rtl', width: 240 } as const),
    });
    const stub = shown.find('.stub').getBoundingClientRect();
    const worth = shown.find('.worth').getBoundingClientRect();

    expect(worth.left - stub.left).to.be.at.least(4);
    expect(stub.right - worth.right).to.be.at.least(4);
    expect(shown.find('.name').getBoundingClientRect().width).to.be.at.least(56);
  });

  it('fits its reserve in every face, width and language, also with more offers', async () => {
    const all = having(friendsOffer, birthdayOffer, percentOffer, giftCard);

    expect(await higherThanReserved(template, given)).to.deep.equal([]);
    expect(await higherThanReserved(template, () => all, ['ready', 'stale'])).to.deep.equal([]);
  }).timeout(40_000);

  it('says what each kind of offer is worth, the one that ends first before the others', async () => {
    const shown = await list('ready', having(giftCard, addOnOffer, percentOffer));
    shown.element.rows = 9;
    await shown.element.updateComplete;

    expect(tickets(shown)).to.deep.equal([
      '15% off 15% off your next laser treatment Use by January 5, 2027 Book',
      'A complimentary LED session Use by March 1, 2027 Book',
      '$100 gift card A gift card from the house No end date Book',
    ]);
  });

  it('counts the last days, and says when it is the last one', async () => {
    const on = async (expiresOn: string) =>
      tickets(await list('ready', having({ ...birthdayOffer, expiresOn })))[0];

    expect(await on('2026-12-06')).to.contain('Use by December 6 Book');
    expect(await on('2026-12-05')).to.contain('Use by December 5, 14 days left');
    expect(await on('2026-11-22')).to.contain('Use by November 22, 1 day left');
    expect(await on('2026-11-21')).to.contain('Today is the last day');
  });

  it('leads to booking with the offer attached, unless the page opens it itself', async () => {
    const { element, find } = await list('ready');
    const link = find<HTMLAnchorElement>('.book');
    const booked: string[] = [];
    element.addEventListener('glow-book', (event) => {
      event.preventDefault();
      booked.push((event as GlowBookEvent).offer ?? '');
    });

    link.focus();
    await sendKeys({ press: 'Enter' });

    expect(link.href).to.equal(`https://lumen.example/booking?glow-offer=${birthdayOffer.id}`);
    expect(link.getAttribute('aria-label')).to.equal('Book with $25 off for your birthday');
    expect(link.getBoundingClientRect().height).to.be.at.least(44);
    expect(booked).to.deep.equal([birthdayOffer.id]);
  });

  it('shows no way to booking where the page says so, or where there is none', async () => {
    const { site } = handProgram();
    const without = await show<OfferListElement>(
      'ready',
      html`<offer-list no-booking></offer-list>`,
      given('ready'),
    );
    const program = handProgram({ site: { ...site, bookingUrl: 'http://lumen.example/' } });
    const unsafe = await list('ready', { program });

    for (const { element } of [without, unsafe]) {
      expect(element.shadowRoot!.querySelector('a')).to.equal(null);
    }
  });

  it('shows all at the press of a key, and leads the reader to the first that it brought', async () => {
    const shown = await list('ready', having(friendsOffer, birthdayOffer, percentOffer, giftCard));
    expect(tickets(shown)).to.have.length(2);

    shown.find('.all').focus();
    await sendKeys({ press: 'Enter' });
    await shown.element.updateComplete;

    expect(tickets(shown)).to.have.length(4);
    expect(shown.element.shadowRoot!.activeElement!.textContent).to.contain('first treatment');
  });

  it('speaks of a new offer, and of none when it is first drawn', async () => {
    const { page } = await list('ready', having(friendsOffer));
    const before = heard();

    page.far.summary = having(friendsOffer, birthdayOffer).summary;
    await page.store.revalidate();
    await untilTrue(() => heard() !== before, heard);

    expect(heard()).to.equal('You have a new offer: $25 off for your birthday.');
  });

  it('stands from the right where the page does', async () => {
    const { find, text } = await list('ready', { dir: 'rtl', lang: 'ar', width: 390 });

    expect(text()).to.contain('عروضك');
    expect(find('.stub').getBoundingClientRect().left).to.be.above(
      find('.facts').getBoundingClientRect().left,
    );
  });

  it('sets nothing on itself and no style attribute inside', async () => {
    const { element } = await list('ready');

    expect(element.getAttributeNames()).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
  });
});

describe('offer-list on the real server', () => {
  it('shows a friend’s offer until a visit has used it', async () => {
    const server = await createTestServer();
    const friend = await server.people.friendOf(await server.people.dora());
    const shown = serve<OfferListElement>(server, template(), friend);
    await shown.says('$50 off your first treatment');
    const lines = [
      {
        lineId: '1',
        kind: 'treatment' as const,
        listPrice: { amount: 40_000, currency: 'USD' },
      },
    ];
    const bill = await server.backend.checkout.quote({ member: { phone: friend.phone }, lines });
    await server.backend.events.send({
      type: 'visit.completed',
      source: 'till',
      externalId: 'R-offer',
      member: { phone: friend.phone },
      data: {
        checkoutId: bill.id,
        lines: [{ lineId: '1', kind: 'treatment', price: bill.due }],
        tenders: [{ kind: 'money', amount: bill.due }],
      },
    });

    await shown.readAgain();

    await untilTrue(() => !shown.text().includes('first treatment'), shown.text);
    shown.leave();
  });
});
