import { expect } from '@open-wc/testing';
import { madeRewards, madeVoucher, rewardProgram, rewardSummary } from '../testing/made-rewards.js';
import { firstRows, rewardRows } from './reward-rows.js';

const names = (rows: ReturnType<typeof rewardRows>) =>
  rows.map((row) => ('voucher' in row ? row.voucher.id : row.offer.id));

describe('the rows of a reward list', () => {
  it('go from what one has to what one needs most', () => {
    const rewards = rewardSummary(600).rewards.map((reward) =>
      reward.id === 'credit-50'
        ? { ...reward, claimable: false, reason: 'claim_limit_reached' }
        : reward.id === 'facial'
          ? { ...reward, claimable: true, reason: null }
          : reward,
    );

    expect(names(rewardRows(rewardProgram(), { rewards, vouchers: [madeVoucher] }))).to.deep.equal([
      madeVoucher.id,
      'facial',
      'product-75',
      'credit-50',
      'credit-500',
    ]);
  });

  it('show what a lower tier opens before what a higher one does', () => {
    const rewards = madeRewards.map(({ id }) => ({
      id,
      claimable: false,
      missingPoints: 0,
      reason: 'tier_too_low',
    }));
    const program = rewardProgram([
      { ...madeRewards[0]!, tier: 'luminous' },
      { ...madeRewards[1]!, tier: 'radiant' },
    ]);

    expect(names(rewardRows(program, { rewards, vouchers: [] }))).to.deep.equal([
      'product-75',
      'credit-50',
    ]);
  });

  it('show what is for VIPs before what a higher tier opens, and after what points are missing for', () => {
    const reasons = ['tier_too_low', 'vip_only', 'points_insufficient', 'claim_limit_reached'];
    const rewards = madeRewards.slice(0, 4).map(({ id }, nth) => ({
      id,
      claimable: false,
      missingPoints: 0,
      reason: reasons[nth]!,
    }));

    const [tier, vip, points, limit] = madeRewards.map(({ id }) => id);
    expect(names(rewardRows(rewardProgram(), { rewards, vouchers: [] }))).to.deep.equal([
      points,
      limit,
      vip,
      tier,
    ]);
  });

  it('leave out a reward that only one of program and member knows', () => {
    const [, ...rewards] = rewardSummary(600).rewards;
    const program = rewardProgram(madeRewards.slice(0, 2));

    expect(names(rewardRows(program, { rewards, vouchers: [] }))).to.deep.equal(['product-75']);
  });

  it('keep the last of the first places for a reward, however many vouchers there are', () => {
    const vouchers = ['1', '2', '3', '4'].map((id) => ({ ...madeVoucher, id }));
    const rows = rewardRows(rewardProgram(), { ...rewardSummary(600), vouchers });

    expect(names(firstRows(rows, 3))).to.deep.equal(['1', '2', 'credit-50']);
    expect(names(firstRows(rows, 1))).to.deep.equal(['1']);
    expect(names(firstRows(rows, 99))).to.deep.equal(names(rows));
    expect(names(firstRows(rows.slice(0, 4), 3))).to.deep.equal(['1', '2', '3']);
  });
});
