import type { PackageBalance, PublicProgram, Summary } from '@afterglow/contract';
import { aTimeout, expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { GlowReadyEvent } from '../internal/events.js';
import { handMemberId, handSummary } from '../testing/hand-made.js';
import { higherThanReserved, languages, untilTrue } from '../testing/looks.js';
import './define.js';
import { usableFirst, type PackageBalanceElement } from './package-balance.js';

const money = (amount: number) => ({ amount, currency: 'USD' });

/** What this element reads of a program, and the least of all else. */
function program(): PublicProgram {
  return {
    clinic: {
      name: 'Lumen',
      currency: 'USD',
      locale: 'en-US',
      timeZone: 'America/Chicago',
    },
    brand: { color: '#b4552d', logoUrl: null, radius: null, roles: {} },
    site: {
      url: 'https://lumen.example/',
      bookingUrl: 'https://lumen.example/booking',
      referralUrl: 'https://lumen.example/friend',
      termsUrl: null,
      privacyUrl: null,
    },
    sandbox: true,
    version: 1,
    points: {
      name: 'points',
      value: { points: 100, amount: money(1000) },
      lapseAfterMonths: 12,
      reminderDays: [],
    },
    joiningPoints: 0,
    earning: [],
    ineligible: [],
    tiers: { windowMonths: 12, countsProducts: true, graceDays: 0, levels: [] },
    referral: {
      active: false,
      owner: null,
      friend: null,
      friendOffer: '-',
      ownerOffer: '-',
      shareText: null,
      keepsDays: 30,
    },
    packages: [],
    memberships: [],
    rewards: [],
    promotions: [],
    bonuses: [],
    milestones: [],
    occasions: [],
    vip: null,
    calculator: { visitsPerYear: 4, treatments: [] },
  };
}

let sold = 0;

function packageOf(changed: Partial<PackageBalance> = {}): PackageBalance {
  sold += 1;
  return {
    id: `pkg_${String(sold).padStart(26, '0')}`,
    code: 'facials',
    name: { en: 'Facials, five sessions', es: 'Faciales, cinco sesiones' },
    total: 5,
    left: 3,
    boughtOn: '2026-03-01',
    expiresOn: '2027-03-14',
    ...changed,
  };
}

const summaryWith = (packages: PackageBalance[], memberId = handMemberId): Summary =>
  handSummary({ member: { id: memberId, firstName: 'Ana', since: '2025-01-01' }, packages });

interface Look {
  readonly bookingUrl?: string;
  readonly width?: number;
  readonly lang?: string;
  readonly scheme?: string;
}

async function show(
  packages: PackageBalance[],
  { width = 320, lang = 'en', scheme = 'light', bookingUrl }: Look = {},
): Promise<PackageBalanceElement> {
  const { site, ...rules } = program();
  const clinic = { ...rules, site: { ...site, ...(bookingUrl && { bookingUrl }) } };
  const box = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <package-balance .program=${clinic} .summary=${summaryWith(packages)}></package-balance>
    </div>`,
  );
  box.style.setProperty('width', `${width}px`);
  box.style.setProperty('color-scheme', scheme);
  box.style.setProperty('background', scheme === 'dark' ? '#101413' : '#ffffff');
  const element = box.querySelector('package-balance')!;
  await ready(element);
  return element;
}

/** Words come from a chunk of their own, so the first update may still wait for them. */
async function ready(element: PackageBalanceElement): Promise<void> {
  await untilTrue(
    () => element.hasUpdated,
    () => 'not drawn',
  );
  await element.updateComplete;
}

const part = (element: PackageBalanceElement, name: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`);
const parts = (element: PackageBalanceElement, name: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part=${name}]`),
];
const words = (node: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const announced = () => document.querySelector('[data-afterglow-announcer]')?.textContent ?? '';

describe('package-balance', () => {
  it('says and draws what is left, until when, and leads to booking', async () => {
    const element = await show([packageOf()]);

    expect(element.state).to.equal('ready');
    expect(words(part(element, 'label'))).to.equal('Facials, five sessions');
    expect(words(part(element, 'amount'))).to.equal('3 of 5 sessions left');
    expect(words(part(element, 'item'))).to.contain('Use by March 14, 2027');
    expect(element.shadowRoot!.querySelectorAll('circle.left')).to.have.length(3);
    expect(element.shadowRoot!.querySelectorAll('circle.used')).to.have.length(2);
    const book = part(element, 'button')!;
    expect(book.getAttribute('href')).to.equal(
      'https://lumen.example/booking?glow-package=facials',
    );
    expect(book.getAttribute('aria-label')).to.equal('Book with Facials, five sessions');
  });

  it('books with the package where the link has a place for it, unless the page opens it itself', async () => {
    const element = await show([packageOf()], {
      bookingUrl: 'https://calendly.example/lumen?utm_campaign={package}&utm_content={code}',
    });
    const booked: string[] = [];
    element.addEventListener('glow-book', (event) => {
      event.preventDefault();
      booked.push(`${event.package} ${event.url}`);
    });

    part(element, 'button')!.focus();
    await sendKeys({ press: 'Enter' });

    const address = 'https://calendly.example/lumen?utm_campaign=facials&utm_content=';
    expect(part(element, 'button')!.getAttribute('href')).to.equal(address);
    expect(booked).to.deep.equal([`facials ${address}`]);
  });

  it('leads to no booking at an address that a browser should not open', async () => {
    const element = await show([packageOf()], { bookingUrl: 'http://lumen.example/booking' });

    expect(part(element, 'button')).to.equal(null);
  });

  it('draws dots up to 12 sessions and a bar from 13 on', async () => {
    const twelve = await show([packageOf({ total: 12, left: 12 })]);
    const thirteen = await show([packageOf({ total: 13, left: 6 })]);

    expect(twelve.shadowRoot!.querySelectorAll('circle')).to.have.length(12);
    expect(thirteen.shadowRoot!.querySelectorAll('circle')).to.have.length(0);
    const [track, left] = thirteen.shadowRoot!.querySelectorAll('rect');
    const share = Number(left!.getAttribute('width')) / Number(track!.getAttribute('width'));
    expect(share).to.be.closeTo(6 / 13, 0.01);
  });

  it('marks a last day within 30 days, and not one of 31', async () => {
    const soon = await show([packageOf({ expiresOn: '2026-12-21' })]);
    const later = await show([packageOf({ expiresOn: '2026-12-22' })]);

    expect(soon.shadowRoot!.querySelectorAll('.soon')).to.have.length(1);
    expect(later.shadowRoot!.querySelectorAll('.soon')).to.have.length(0);
  });

  it('says why a package has nothing left, and offers no booking with it', async () => {
    const used = await show([packageOf({ left: 0 })]);
    const ended = await show([packageOf({ left: 0, expiresOn: '2026-10-01' })]);

    expect(words(part(used, 'amount'))).to.equal('All 5 sessions used');
    expect(words(part(ended, 'amount'))).to.equal('No sessions left');
    expect(words(part(ended, 'item'))).to.contain('Ended on October 1');
    expect(part(used, 'button')).to.equal(null);
  });

  it('puts what can be used first, in the order in which it ends', () => {
    const never = packageOf({ expiresOn: null });
    const used = packageOf({ left: 0, expiresOn: '2026-12-01' });
    const late = packageOf({ expiresOn: '2027-05-01' });
    const early = packageOf({ expiresOn: '2027-01-01' });

    expect(usableFirst([used, never, late, early])).to.deep.equal([early, late, never, used]);
  });

  it('shows three packages and brings the focus to the fourth when all are asked for', async () => {
    const packages = [1, 2, 3, 4, 5].map((month) =>
      packageOf({ expiresOn: `2027-0${month}-01`, name: `Package ${month}` }),
    );
    const element = await show(packages);
    expect(parts(element, 'item')).to.have.length(3);

    const all = parts(element, 'button').at(-1)!;
    expect(words(all)).to.equal('Show all 5');
    all.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;

    expect(parts(element, 'item')).to.have.length(5);
    expect(words(element.shadowRoot!.activeElement)).to.contain('Package 4');
    expect(words(part(element, 'list'))).not.to.contain('Show all');

    element.summary = summaryWith(packages, `mem_${'1'.repeat(26)}`);
    await element.updateComplete;
    expect(parts(element, 'item'), 'of somebody else').to.have.length(3);
  });

  it('says a change of the same member, and nothing when somebody else is shown', async () => {
    const mine = packageOf();
    const element = await show([mine]);

    element.summary = summaryWith([{ ...mine, left: 2 }]);
    await untilTrue(
      () => announced() === 'Your package Facials, five sessions changed. 2 of 5 sessions left.',
      announced,
    );

    element.summary = summaryWith([packageOf({ left: 1 })], `mem_${'1'.repeat(26)}`);
    await element.updateComplete;
    await aTimeout(200);
    expect(announced()).to.contain('2 of 5 sessions left');
  });

  it('is empty, in words, for a member without packages', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const faces: string[] = [];
    box.addEventListener('glow-ready', (event: GlowReadyEvent) => faces.push(event.face));
    const element = document.createElement('package-balance');
    element.program = program();
    element.summary = summaryWith([]);
    box.append(element);
    await ready(element);

    expect(element.state).to.equal('empty');
    expect(faces).to.deep.equal(['empty']);
    expect(words(part(element, 'message'))).to.contain('You have no package at the moment');
  });

  it('leaves the booking out when the page asks so', async () => {
    const element = await show([packageOf()]);
    element.noBooking = true;
    await element.updateComplete;

    expect(part(element, 'button')).to.equal(null);
  });

  it('speaks Spanish where the page does, also with one session left', async () => {
    const element = await show([packageOf({ left: 1 })], { lang: 'es-MX' });

    expect(words(part(element, 'title'))).to.equal('Tus paquetes');
    expect(words(part(element, 'label'))).to.equal('Faciales, cinco sesiones');
    expect(words(part(element, 'amount'))).to.equal('Queda 1 de 5 sesiones');
  });

  it('keeps within its reserve with three packages, and in a sidebar with two', async () => {
    const three = [packageOf(), packageOf({ left: 1 }), packageOf({ left: 0 })];
    for (const lang of languages) {
      for (const width of [240, 320, 640]) {
        // In 240 px a name takes two lines.
        const packages = width < 320 ? three.slice(0, 2) : three;
        // Both in the window, where an element keeps its reserve.
        fixtureCleanup();
        const filled = await show(packages, { width, lang });
        const empty = await show([], { width, lang });

        const reserve = empty.getBoundingClientRect().height;
        expect(filled.getBoundingClientRect().height, `${lang} ${width}`).to.equal(reserve);
        expect(filled.shadowRoot!.querySelector('.card')!.scrollWidth).to.be.at.most(width);
      }
    }
  }).timeout(60_000);

  it('keeps within its reserve while it waits, failed or asks to sign in', async () => {
    const higher = await higherThanReserved(
      () => html`<package-balance></package-balance>`,
      () => ({}),
      ['signed-out', 'waiting', 'failed'],
    );

    expect(higher).to.deep.equal([]);
  }).timeout(60_000);

  it('is accessible, light and dark, filled and empty', async () => {
    for (const scheme of ['light', 'dark']) {
      const filled = [packageOf(), packageOf({ total: 20, left: 7 }), packageOf({ left: 0 })];
      await expect(await show(filled, { scheme })).to.be.accessible();
      await expect(
        await show([packageOf({ expiresOn: '2026-12-01' })], { scheme }),
      ).to.be.accessible();
      await expect(await show([], { scheme })).to.be.accessible();
    }
  });

  it('is drawn from the right where the page is written so, and never styles inline', async () => {
    const element = await show([packageOf()]);
    element.parentElement!.dir = 'rtl';

    const svg = element.shadowRoot!.querySelector('svg')!;
    expect(getComputedStyle(svg).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    const [lastDay, book] = ['.facts > .quiet', '.book'].map((name) =>
      element.shadowRoot!.querySelector(name)!.getBoundingClientRect(),
    );
    expect(book!.left).to.be.lessThan(lastDay!.left);
    expect(element.shadowRoot!.querySelector('[style]')).to.equal(null);
  });
});
