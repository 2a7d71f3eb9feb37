import { changedProgram } from '../program.js';
import { holds } from '../difference.js';
import { callOnce } from './keyed.js';
import type { World } from '../world.js';
import type { Operation } from './operation.js';
import { textOf } from './when.js';

const minuteMs = 60_000;

/**
 * The clinic publishes a version of its program that starts soon or later: after everything that is
 * written by then. A version that starts at the very instant of earlier writes judges them again,
 * and a replay, which knows it from the start, words their corrections by it.
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
    const startsAt = (await world.now()) + chance.pick([10, 60 * 24, 60 * 24 * 30]) * minuteMs;
    const { status, body } = await callOnce(world, 'POST /v1/program/versions', {
      program,
      startsAt: textOf(startsAt),
    });
    // A version that starts before the newest one is refused, and so is one whose start went by.
    const isRefused = status === 400 || status === 422;
    holds(status === 201 || isRefused, () => `publishing is answered ${JSON.stringify(body)}`);
    if (!isRefused) world.program = program;

    const versions = await versionsNamed(world, name);
    const due = isRefused ? 0 : 1;
    holds(versions === due, () => `a request answered ${status} published ${versions} versions`);
  },
};

async function versionsNamed({ outside, clinic }: World, name: string): Promise<number> {
  const where = { clinicId: clinic.id };
  const rows = await outside.store.reader.range('programs', { index: 'key', where });
  return rows.filter(({ programJson }) => programJson.includes(`"name":"${name}"`)).length;
}
