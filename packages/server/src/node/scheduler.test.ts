import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClinic } from '../clinics.js';
import { defaultProgram } from '../default-program.js';
import { recordFacts } from '../intake/record-facts.js';
import { openClinic } from '../programs.js';
import type { Clinic } from '../programs.js';
import { createMemoryRateLimiter } from '../stores/memory/memory-rate-limiter.js';
import { createMemoryStore } from '../stores/memory/memory-store.js';
import { settleAll, startScheduler } from './scheduler.js';

const dayMs = 86_400_000;
const visitDay = Date.parse('2026-01-10T18:00:00.000Z');

async function trial() {
  let now = visitDay;
  const errors: string[] = [];
  const clock = { now: () => now };
  const quiet = () => undefined;
  const ports = {
    store: createMemoryStore(),
    clock,
    randomness: { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) },
    rateLimiter: createMemoryRateLimiter(clock),
    logger: { info: quiet, warn: quiet, error: (_: object, line: string) => errors.push(line) },
  };
  const program = { ...defaultProgram(), joiningPoints: 0 };
  const make = async (name: string, clockAt?: number) => {
    const more = clockAt === undefined ? {} : { clockAt };
    const { id } = await createClinic(ports, { name, program, sandbox: true, ...more });
    const price = { amount: 10_000, currency: 'USD' };
    const event = {
      type: 'visit.completed',
      source: 'till',
      externalId: 'R-1',
      occurredAt: new Date(visitDay).toISOString(),
      member: { externalId: 'C-1' },
      data: { lines: [{ lineId: '1', kind: 'treatment', price }] },
    };
    await recordFacts(ports, (await openClinic(ports, id)) as Clinic, [event]);
    return id;
  };
  const balanceOf = async (clinicId: string) => {
    const [account] = await ports.store.reader.range('accounts', {
      index: 'key',
      where: { clinicId },
    });
    const where = { clinicId, accountId: account?.accountId ?? '' };
    const entries = await ports.store.reader.range('entries', { index: 'key', where });
    return entries.at(-1)?.balanceAfter;
  };
  return { ports, errors, make, balanceOf, moveTo: (at: number) => (now = at) };
}

describe('scheduler', () => {
  it('lets points lapse in clinics whose clock runs, and leaves a standing clock alone', async () => {
    const { ports, make, balanceOf, moveTo } = await trial();
    const running = await make('running');
    const standing = await make('standing', visitDay);
    assert.deepEqual([await balanceOf(running), await balanceOf(standing)], [50, 50]);

    moveTo(visitDay + 364 * dayMs);
    await settleAll(ports);
    assert.equal(await balanceOf(running), 50);
    moveTo(visitDay + 367 * dayMs);
    await settleAll(ports);

    assert.deepEqual([await balanceOf(running), await balanceOf(standing)], [0, 50]);
  });

  it('goes on with the other clinics when one fails', async () => {
    const { ports, errors, make, balanceOf, moveTo } = await trial();
    const broken = await make('broken');
    const sound = await make('sound');
    await ports.store.transaction(async (tx) => {
      await tx.update('programs', { clinicId: broken, version: 1 }, { programJson: '{' });
      await tx.update('clinics', { id: broken }, { programRevision: 1 });
    });

    moveTo(visitDay + 367 * dayMs);
    await settleAll(ports);

    assert.equal(await balanceOf(sound), 0);
    assert.deepEqual(errors, ['settling what fell due failed']);
  });

  it('logs where a clinic failed and nothing of what the error says, over however many lines', async () => {
    const { ports, make } = await trial();
    await make('broken');
    const logged: object[] = [];
    const logger = { ...ports.logger, error: (fields: object) => logged.push(fields) };
    const store = {
      ...ports.store,
      transaction: () => Promise.reject(new RangeError('no row\nKey (phone)=(+13125550142)')),
    };

    await settleAll({ ...ports, store, logger, clock: { now: () => visitDay + 367 * dayMs } });

    assert.deepEqual(
      logged.map((fields) => (fields as { error: string }).error),
      ['RangeError'],
    );
    assert.match(JSON.stringify(logged), /scheduler\.test/);
    assert.doesNotMatch(JSON.stringify(logged), /phone|3125550142/);
  });

  it('ends when it is stopped, after the round that runs', async () => {
    const { ports, make, balanceOf, moveTo } = await trial();
    const clinic = await make('running');
    moveTo(visitDay + 367 * dayMs);
    const scheduler = startScheduler(ports, 1);

    while ((await balanceOf(clinic)) !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await scheduler.stop();

    assert.equal(await balanceOf(clinic), 0);
  });
});
