import type { Adjustment } from '@afterglow/contract';
import { holds } from '../difference.js';
import type { World } from '../world.js';
import { callOnce, isDone } from './keyed.js';
import { pickMember, type KnownMember } from './members.js';
import type { Operation } from './operation.js';
import { textOf } from './when.js';

const dayMs = 86_400_000;

/** The staff give or take points, credit or sessions. */
export const adjust: Operation = {
  name: 'adjust an account',
  weight: 5,
  keyed: true,
  async run(world) {
    const member = await pickMember(world);
    if (!member) return false;
    const route = `POST /v1/members/${member.id}/adjustments`;
    const reason = `reason-${world.number()}`;
    const body = { ...drawn(world, member), reason };
    const answered = await callOnce(world, { route, body });
    const refusals = ['member_erased', 'package_unknown', 'session_unavailable'];
    if (!isDone(answered, route, refusals)) return false;
    const { entries } = answered.body as Adjustment;
    const sum = entries.reduce((all, { amount }) => all + amount, 0);
    holds(sum === body.amount, () => `${route} of ${body.amount} posted ${sum}`);
    world.decided.took(reason, member.id);
    return true;
  },
};

function drawn({ chance, packages }: World, { person }: KnownMember) {
  const owned = chance.pickAny(packages.filter(({ client }) => client === person.client));
  if (owned && chance.happens(40))
    return { asset: `sessions:${owned.id}`, amount: chance.pick([-2, -1, 1, 2]) };
  return chance.happens(65)
    ? { asset: 'points', amount: chance.happens(75) ? chance.between(1, 200) : -30 }
    : { asset: 'credit', amount: chance.happens(80) ? chance.between(1, 5_000) : -1_500 };
}

/** The staff give a tier through a day, or end one. */
export const giveTier: Operation = {
  name: 'give a tier',
  weight: 3,
  keyed: true,
  async run(world) {
    const { chance } = world;
    const member = await pickMember(world);
    if (!member) return false;
    const route = `POST /v1/members/${member.id}/tier`;
    const reason = `reason-${world.number()}`;
    const level = chance.happens(70) ? chance.pickAny(world.program.tiers.levels)?.id : undefined;
    const until = textOf((await world.now()) + chance.between(1, 200) * dayMs).slice(0, 10);
    const body = level === undefined ? { level: null, reason } : { level, until, reason };
    const answered = await callOnce(world, { route, body });
    if (!isDone(answered, route, ['member_erased'])) return false;
    world.decided.took(reason, member.id);
    return true;
  },
};
