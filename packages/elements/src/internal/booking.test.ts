import { expect } from '@open-wc/testing';
import { attachedHere } from '../book-button/attached-here.js';
import { bookingAddress, endingFirst } from './booking.js';

const attached = { code: 'ANA4K7QX', offer: 'off_1', package: 'FACIAL5' };

describe('bookingAddress', () => {
  const cases: readonly [link: string, given: typeof attached | object, address: string][] = [
    [
      'https://calendly.example/lumen?utm_content={code}&utm_term={offer}',
      attached,
      'https://calendly.example/lumen?utm_content=ANA4K7QX&utm_term=off_1',
    ],
    ['https://b.example/{package}/x', { package: 'A/B c' }, 'https://b.example/A%2FB%20c/x'],
    ['https://b.example/?c={code}', {}, 'https://b.example/?c='],
    [
      'https://b.example/book?a=1#top',
      attached,
      'https://b.example/book?a=1&glow=ANA4K7QX&glow-offer=off_1&glow-package=FACIAL5#top',
    ],
    ['https://b.example/book?a=1', {}, 'https://b.example/book?a=1'],
    ['tel:+13125550142', attached, 'tel:+13125550142'],
    ['mailto:a@b.example', attached, 'mailto:a@b.example'],
    ['/book', { code: 'ANA4K7QX' }, `${location.origin}/book?glow=ANA4K7QX`],
  ];

  /** Links in the shape that each platform gives to a clinic. */
  const platforms = {
    Vagaro: 'https://www.vagaro.com/lumen/book-now',
    Mindbody: 'https://clients.mindbodyonline.com/classic/ws?studioid=123&stype=-9&sLoc=0',
    Boulevard: 'https://dashboard.boulevard.io/booking/businesses/0a1b/widget#/cart/menu/Facials',
    Zenoti: 'https://lumen.zenoti.com/webstoreNew/services/0a1b?CenterId=2c3d',
    Jane: 'https://lumen.janeapp.com/#/discipline/1/treatment/4',
    Acuity: 'https://lumen.as.me/schedule/0a1b?appointmentType=123',
    Calendly: 'https://calendly.com/lumen/consultation?month=2026-12',
  };
  for (const [platform, link] of Object.entries(platforms)) {
    it(`keeps all of a link of ${platform}, and attaches the code and the offer`, () => {
      const before = new URL(link);
      const after = new URL(bookingAddress(link, attached) ?? '');

      expect(after.origin + after.pathname + after.hash).to.equal(
        before.origin + before.pathname + before.hash,
      );
      expect(Object.fromEntries(after.searchParams)).to.deep.equal({
        ...Object.fromEntries(before.searchParams),
        ...{ glow: 'ANA4K7QX', 'glow-offer': 'off_1', 'glow-package': 'FACIAL5' },
      });
    });
  }

  for (const [link, given, address] of cases) {
    it(`makes ${address} of ${link}`, () => {
      expect(bookingAddress(link, given)).to.equal(address);
    });
  }

  for (const link of [
    'http://b.example/book',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    '{code}://b.example',
  ]) {
    it(`opens no ${link}`, () => {
      expect(bookingAddress(link, { code: 'javascript' })).to.equal(undefined);
    });
  }
});

describe('attachedHere', () => {
  const at = location.href;
  afterEach(() => history.replaceState(null, '', at));

  it('reads an offer and a package from this page’s address, and no other text', () => {
    const read = (search: string) => {
      history.replaceState(null, '', `?${search}`);
      return attachedHere();
    };

    expect(read('glow-offer=off_1&glow-package=FACIAL5')).to.deep.equal({
      offer: 'off_1',
      package: 'FACIAL5',
    });
    expect(read('glow-offer=call%20me&glow-package=')).to.deep.equal({
      offer: undefined,
      package: undefined,
    });
  });
});

describe('endingFirst', () => {
  it('puts the offer that ends first first, and the endless ones last', () => {
    const offer = (id: string, expiresOn: string | null) => ({
      ...{ id, name: id, expiresOn, source: 'friend' },
      grant: { kind: 'offer' as const, name: id, validDays: 30 },
    });

    const sorted = endingFirst([
      offer('never', null),
      offer('late', '2027-02-01'),
      offer('soon', '2026-12-01'),
    ]);

    expect(sorted.map(({ id }) => id)).to.deep.equal(['soon', 'late', 'never']);
  });
});
