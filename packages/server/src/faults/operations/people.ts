import { insist } from '../call.js';
import { callOnce, isDone } from './keyed.js';
import { knownMembers } from './members.js';
import type { Operation } from './operation.js';

/** The staff make two records one. */
export const merge: Operation = {
  name: 'merge two records',
  weight: 3,
  mixes: true,
  keyed: true,
  async run(world) {
    if (!world.has.merges) return false;
    const { chance } = world;
    const standing = (await knownMembers(world)).filter(({ status }) => status !== 'merged');
    const into = chance.pickAny(standing);
    const from = chance.pickAny(standing.filter(({ id }) => id !== into?.id));
    if (!into || !from) return false;
    const route = `POST /v1/members/${into.id}/merge`;
    const reason = `reason-${world.number()}`;
    const isPreview = chance.happens(10);
    const body = { from: from.id, reason, ...(isPreview ? { preview: true } : {}) };
    const answered = await callOnce(world, { route, body });
    if (!isDone(answered, route, ['merge_impossible', 'member_erased']) || isPreview) return false;
    world.merges.push({ into: into.id, from: from.id, isUndone: false });
    return true;
  },
};

/** The staff take a merge back. */
export const unmerge: Operation = {
  name: 'take a merge back',
  weight: 2,
  mixes: true,
  keyed: true,
  async run(world) {
    const done = world.chance.pickAny(world.merges.filter(({ isUndone }) => !isUndone));
    if (!done) return false;
    const { into, from } = done;
    const route = `POST /v1/members/${into}/unmerge`;
    const answered = await callOnce(world, { route, body: { from } });
    if (!isDone(answered, route, ['merge_impossible', 'member_erased'])) return false;
    done.isUndone = true;
    return true;
  },
};

/** The clinic erases a person, with all records that were merged. */
export const erase: Operation = {
  name: 'erase a person',
  weight: 2,
  forgets: true,
  async run(world) {
    if (!world.has.erasures) return false;
    const known = await knownMembers(world);
    const member = world.chance.pickAny(known);
    if (!member) return false;
    // All ids of the till that lead to the person.
    for (const { person, standsFor } of known)
      if (standsFor === member.standsFor) {
        world.erased.add(person.client);
        person.code = undefined;
      }
    world.staffErased.add(member.id);
    const route = `DELETE /v1/members/${member.id}`;
    const answered = await insist(world, { route, key: world.clinic.secretKey });
    return isDone(answered, route, []);
  },
};
