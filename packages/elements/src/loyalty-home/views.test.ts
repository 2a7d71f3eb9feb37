import { expect } from '@open-wc/testing';
import type { Summary } from '@afterglow/contract';
import { homeProgram, homeSummary } from '../testing/made-home.js';
import { madeVoucher } from '../testing/made-rewards.js';
import { allViews, columnsOf, firstParts, tagsOf, type ViewName } from './views.js';

/** The tags of a view, the columns apart by a bar. */
const drawn = (view: ViewName, summary: Summary = homeSummary(), program = homeProgram()) =>
  columnsOf(view, program, summary)
    .map((column) => column.flatMap((part) => part?.tag ?? []).join(' '))
    .join(' | ');

const bare = homeSummary({ offers: [], packages: [], rewards: [], referrals: [], entries: [] });
const plain = homeProgram({ rewards: [], tiers: { ...homeProgram().tiers, levels: [] } });

describe('the views of loyalty-home', () => {
  it('show what a member has, what can be done now first', () => {
    expect(Object.fromEntries(allViews.map((view) => [view, drawn(view)]))).to.deep.equal({
      home: 'points-balance tier-badge | offer-list reward-list | package-balance referral-link',
      offers: 'offer-list | reward-list',
      appointment: 'book-button package-balance member-card | earn-list',
      status: 'tier-progress points-history | referral-tracker message-preferences member-sign-in',
    });
  });

  it('say how points are earned where there is nothing to use yet', () => {
    expect(drawn('home', bare, plain)).to.equal('points-balance | earn-list | referral-link');
  });

  it('leave out what would only say that there is nothing', () => {
    expect(drawn('appointment', bare, plain)).to.equal('book-button member-card | earn-list');
    expect(drawn('status', homeSummary({ referral: null }), plain)).to.equal(
      'points-history | message-preferences member-sign-in',
    );
  });

  it('show a voucher where the program has no reward any longer', () => {
    expect(drawn('home', { ...bare, vouchers: [madeVoucher] }, plain)).to.contain('reward-list');
  });

  it('show credit to who has some, also where it is below zero', () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    const below = homeSummary({ credit: { balance: usd(-500), lots: [] } });

    expect(drawn('status')).not.to.contain('membership-credit');
    expect(drawn('status', below)).to.contain('membership-credit');
  });

  it('show a package whose sessions are used under Appointment, and not on Home', () => {
    const [one] = homeSummary().packages;
    const used = homeSummary({ packages: one ? [{ ...one, left: 0 }] : [] });

    expect(drawn('home', used)).not.to.contain('package-balance');
    expect(drawn('appointment', used)).to.contain('package-balance');
  });

  it('have no friends where the clinic has no offer for them', () => {
    const { referral } = homeProgram();
    const off = homeProgram({ referral: { ...referral, active: false } });

    expect(drawn('home', homeSummary(), off)).not.to.contain('referral-link');
    expect(drawn('status', homeSummary(), off)).not.to.contain('referral-tracker');
  });

  it('keep each part at its place when another comes', () => {
    const place = (summary: Summary) =>
      columnsOf('home', homeProgram(), summary)[1]?.findIndex(
        (part) => part?.tag === 'reward-list',
      );

    expect(place(homeSummary({ offers: [] }))).to.equal(place(homeSummary()));
  });

  it('begin with what the script tag has asked for already', () => {
    expect([...tagsOf('home', homeProgram(), homeSummary())].sort()).to.deep.equal(
      [...firstParts].sort(),
    );
  });
});
