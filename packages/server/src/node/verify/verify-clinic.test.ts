import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import { createClinic } from '../../clinics.js';
import { defaultProgram } from '../../default-program.js';
import { recordFacts } from '../../intake/record-facts.js';
import { openClinic } from '../../programs.js';
import type { Clinic } from '../../programs.js';
import { openPorts } from '../runtime.js';
import type { NodePorts } from '../runtime.js';
import { readSettings } from '../settings.js';
import { verifyClinic } from './verify-clinic.js';

async function trial(t: TestContext): Promise<{ ports: NodePorts; clinicId: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-verify-'));
  const settings = readSettings({ AFTERGLOW_DATABASE: join(folder, 'clinic.db') });
  const ports = await openPorts(settings, 'silent');
  t.after(async () => {
    await ports.store.close();
    await rm(folder, { recursive: true });
  });
  const program = defaultProgram();
  const { id } = await createClinic(ports, { name: 'Trial', program, sandbox: true });
  const clinic = (await openClinic(ports, id)) as Clinic;
  const visits = ['C-1', 'C-1', 'C-2'].map((externalId, index) => ({
    type: 'visit.completed',
    source: 'till',
    externalId: `R-${index}`,
    occurredOn: `2026-01-1${index}`,
    member: { externalId },
    data: {
      lines: [{ lineId: '1', kind: 'treatment', price: { amount: 10_000, currency: 'USD' } }],
    },
  }));
  await recordFacts(ports, clinic, visits);
  return { ports, clinicId: id };
}

describe('verify', () => {
  it('finds nothing wrong with what the server wrote', async (t) => {
    const { ports, clinicId } = await trial(t);

    const { accounts, entries, faults } = await verifyClinic(ports, clinicId);

    assert.deepEqual([accounts, faults], [2, []]);
    assert.ok(entries >= 3);
  });

  for (const { title, tamper, reason } of [
    {
      title: 'an amount that was changed',
      tamper: sql`update entries set amount = amount + 1 where seq = 1`,
      reason: /entry 1 \(ent_\w+\) does not fit its hash/,
    },
    {
      title: 'a reason that was changed',
      tamper: sql`update entries set "becauseJson" = '[]' where seq = 1`,
      reason: /entry 1 \(ent_\w+\) does not fit its hash/,
    },
    {
      title: 'an entry that was taken out',
      tamper: sql`delete from entries where seq = 1`,
      reason: /entry 1 is missing/,
    },
    {
      title: 'a last entry that was taken out',
      tamper: sql`delete from entries where seq = 2`,
      reason: /the account knows of 2 entries, the journal has 1/,
    },
    {
      title: 'a fact that was taken out of history',
      tamper: sql`delete from history where "externalId" = 'R-2'`,
      reason: /history gives 0, the journal has 50/,
    },
    {
      title: 'a cached balance that was changed',
      tamper: sql`update accounts set "stateJson" = replace("stateJson", '"points":50', '"points":51')`,
      reason: /the points add up to 50, the balance is 51/,
    },
  ])
    it(`finds ${title}`, async (t) => {
      const { ports, clinicId } = await trial(t);
      for (const table of ['entries', 'history'])
        for (const verb of ['update', 'delete'])
          await sql.raw(`drop trigger "${table}_no_${verb}"`).execute(ports.store.db);

      await tamper.execute(ports.store.db);

      const { faults } = await verifyClinic(ports, clinicId);
      assert.ok(
        faults.some((fault) => reason.test(fault.reason)),
        JSON.stringify(faults),
      );
    });
});
