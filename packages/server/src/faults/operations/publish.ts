import type { ProgramVersion } from '@afterglow/contract';
import { insist } from '../call.js';
import { changedProgram } from '../program.js';
import { holds } from '../difference.js';
import { callOnce, isDone } from './keyed.js';
import type { World } from '../world.js';
import type { Operation } from './operation.js';
import { textOf } from './when.js';

const minuteMs = 60_000;

/**
 * The clinic publishes a version of its program that starts soon or later, or at once where the clock
 * stands still and moves on for it: after everything that is written by then. A version that starts
 * at the very instant of earlier writes judges them again, and a replay, which knows it from the
 * start, words their corrections by it.
 */
export const publish: Operation = {
  name: 'publish a program',
  weight: 2,
  alone: true,
  async run(world) {
    const { chance } = world;
    const name = `Simulated ${world.number()}`;
    const changed = changedProgram(world.program, chance);
    const program = { ...changed, clinic: { ...changed.clinic, name } };
    const minutes = chance.pick([0, 10, 1_440, 43_200, 130_000]);
    const isAtOnce = minutes === 0 && (await standsStill(world));
    const startsAt = (await world.now()) + Math.max(10, minutes) * minuteMs;
    const route = 'POST /v1/program/versions';
    const body = { program, ...(isAtOnce ? {} : { startsAt: textOf(startsAt) }) };
    const answered = await callOnce(world, { route, body });
    // A version that starts before the newest one is refused, and so is one whose start went by.
    const isPublished = isDone(answered, route, ['program_invalid', 'program_starts_in_past']);
    if (isPublished) {
      const { version } = answered.body as ProgramVersion;
      if (!isAtOnce) world.ahead.push({ version, name, before: world.program });
      world.program = program;
    }

    const versions = await versionsNamed(world, name);
    const due = isPublished ? 1 : 0;
    holds(
      versions === due,
      () => `a request answered ${answered.status} published ${versions} versions`,
    );
    return isPublished;
  },
};

/** The clinic takes its newest version back before it starts. */
export const withdraw: Operation = {
  name: 'take a version back',
  weight: 3,
  alone: true,
  async run(world) {
    const newest = world.ahead.pop();
    if (!newest) return false;
    const { version, name, before } = newest;
    const route = `DELETE /v1/program/versions/${version}`;
    const answered = await insist(world, { route, key: world.clinic.secretKey });
    // Whoever asks again after a lost answer is told that there is no such version.
    const refusals = ['program_started', 'program_version_unknown'];
    const isSeen = isDone(answered, route, refusals);
    const left = await versionsNamed(world, name);
    holds(!isSeen || left === 0, () => `version ${version} was taken back and is there`);
    if (left === 0) world.program = before;
    return isSeen;
  },
};

async function standsStill({ outside, clinic }: World): Promise<boolean> {
  const row = await outside.store.reader.get('clinics', { id: clinic.id });
  return (row?.clockAt ?? null) !== null;
}

async function versionsNamed({ outside, clinic }: World, name: string): Promise<number> {
  const where = { clinicId: clinic.id };
  const rows = await outside.store.reader.range('programs', { index: 'key', where });
  return rows.filter(({ programJson }) => programJson.includes(`"name":"${name}"`)).length;
}
