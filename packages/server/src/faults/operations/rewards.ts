import type { Voucher } from '@afterglow/contract';
import { insist } from '../call.js';
import { holds } from '../difference.js';
import type { KnownVoucher, World } from '../world.js';
import { callOnce, isDone } from './keyed.js';
import { pickMember, tokenOf, type KnownMember } from './members.js';
import type { Operation } from './operation.js';

/** The cheapest reward of the programs of a run. */
const leastCost = 40;

/** A patient claims a reward; at times two pages of one patient claim at the same time. */
export const claim: Operation = {
  name: 'claim a reward',
  weight: 10,
  keyed: true,
  async run(world) {
    const { chance } = world;
    const member = await pickMember(world, leastCost);
    if (!member) return false;
    const count = chance.happens(30) ? 2 : 1;
    const asked = Array.from({ length: count }, () =>
      claimOne(world, member, chance.pickAny(world.program.rewards)?.id ?? 'none'),
    );
    return (await Promise.all(asked)).some((isClaimed) => isClaimed);
  },
};

async function claimOne(
  world: World,
  { id, person }: KnownMember,
  rewardId: string,
): Promise<boolean> {
  const route = 'POST /v1/me/claims';
  const as = () => tokenOf(world, id);
  const answered = await callOnce(world, { route, body: { rewardId }, as });
  if (!isDone(answered, route, claimRefusals)) return false;
  const { id: voucherId, code } = answered.body as Voucher;
  world.vouchers.push({ id: voucherId, code, memberId: id, client: person.client });
  world.decided.took(`claim:${voucherId}`, id);
  return true;
}

const claimRefusals = [
  'reward_unknown',
  'balance_negative',
  'tier_too_low',
  'points_insufficient',
  'claim_limit_reached',
  'cash_cap_reached',
  'member_erased',
];

/** A patient gives a voucher back, at times while the desk uses it. */
export const giveBack: Operation = {
  name: 'give a voucher back',
  weight: 4,
  keyed: true,
  async run(world) {
    const voucher = world.chance.pickAny(
      world.vouchers.filter(({ client }) => !world.erased.has(client)),
    );
    if (!voucher) return false;
    return useUp(world, voucher, [returnVoucher, redeemVoucher]);
  },
};

/** The desk uses a voucher, at times two desks at once. */
export const redeem: Operation = {
  name: 'redeem a voucher',
  weight: 5,
  keyed: true,
  async run(world) {
    const voucher = world.chance.pickAny(world.vouchers);
    if (!voucher) return false;
    return useUp(world, voucher, [redeemVoucher, redeemVoucher]);
  },
};

type Use = (world: World, voucher: KnownVoucher) => Promise<boolean>;

/** Uses a voucher up in the first of two ways, or in both at once: one of them counts. */
async function useUp(
  world: World,
  voucher: KnownVoucher,
  [first, second]: readonly [Use, Use],
): Promise<boolean> {
  const uses = world.noise.happens(35) ? [first, second] : [first];
  if (uses.length > 1) world.took('atOnce');
  const done = await Promise.all(uses.map((use) => use(world, voucher)));
  const count = done.filter((isDoneNow) => isDoneNow).length;
  holds(count <= 1, () => `the voucher ${voucher.id} is used ${count} times at once`);
  return count > 0;
}

async function redeemVoucher(world: World, { id, code, memberId }: KnownVoucher): Promise<boolean> {
  const route = `POST /v1/vouchers/${code}/redeem`;
  const answered = await callOnce(world, { route });
  if (!isDone(answered, route, ['voucher_unavailable', 'member_erased'])) return false;
  world.decided.took(`voucherUsed:${id}`, memberId);
  return true;
}

/** Without a key a repetition is told that the voucher was returned, which is what it asked for. */
async function returnVoucher(world: World, { id, memberId }: KnownVoucher): Promise<boolean> {
  const route = `DELETE /v1/me/claims/${id}`;
  const answered = await insist(world, { route, key: () => tokenOf(world, memberId) });
  const mark = `claimReturned:${id}`;
  const isNew = !world.decided.all().has(mark);
  const { status } = (answered.body as { details?: { status?: string } } | null)?.details ?? {};
  // What was claimed at the very moment of a merge is the survivor's, and stays so when the merge ends.
  const isApart = world.merges.some(({ isUndone }) => isUndone);
  const refusals = [
    'voucher_unavailable',
    'member_erased',
    ...(isApart ? ['voucher_unknown'] : []),
  ];
  if (!isDone(answered, route, refusals) && status !== 'returned') return false;
  if (isNew) world.decided.took(mark, memberId);
  return isNew;
}
