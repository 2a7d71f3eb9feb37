import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createClinic } from '../../clinics.js';
import { defaultProgram } from '../../default-program.js';
import { recordFacts } from '../../intake/record-facts.js';
import { openClinic } from '../../programs.js';
import { ensured } from '../../ensured.js';
import { receipt } from '../../trial/trial-clinic.js';
import { checkEditions } from '../check-editions.js';
import { runCommand } from '../run-command.js';
import { openPorts } from '../runtime.js';
import { readSettings } from '../settings.js';
import { refoldLines } from './refold.js';

test('the commands refold and rebuild say what they did, and refuse an edition that there is not', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-refold-'));
  t.after(() => rm(folder, { recursive: true }));
  const environment = { AFTERGLOW_DATABASE: join(folder, 'clinic.db'), LOG_LEVEL: 'silent' };
  const said: string[] = [];
  t.mock.method(console, 'log', (text: string) => said.push(text));
  const ports = await openPorts(readSettings(environment), 'silent');
  const program = defaultProgram();
  const { id } = await createClinic(ports, { name: 'Trial', program, sandbox: true });
  const clinic = ensured(await openClinic(ports, id), 'the clinic');
  await recordFacts(ports, clinic, [
    { ...receipt('R-1'), occurredAt: new Date(clinic.now).toISOString() },
  ]);
  const [account] = await ports.store.reader.range('accounts', {
    index: 'key',
    where: { clinicId: id },
  });
  const key = { clinicId: id, accountId: account?.accountId ?? '' };
  await ports.store.transaction((tx) => tx.update('accounts', key, { stateJson: 'null' }));
  await ports.store.close();

  const codes = [
    await runCommand(['refold', '--edition', '1', '--dry-run'], environment),
    await runCommand(['refold', '--edition', '1', '--clinic', id], environment),
    await runCommand(['rebuild'], environment),
    await runCommand(['rebuild'], environment),
  ];

  assert.deepEqual(codes, [0, 0, 0, 0]);
  assert.deepEqual(said, [
    `${id}: 1 accounts judged by edition 1, 0 would change, 0 entries`,
    `${id}: 1 accounts judged by edition 1, 0 changed, 0 entries`,
    `${id}: 1 accounts, 1 made again`,
    `${id}: 1 accounts, 0 made again`,
  ]);
  await assert.rejects(
    runCommand(['refold', '--edition', '9'], environment),
    /judges by edition 1; it has no edition "9"/,
  );
  await assert.rejects(runCommand(['refold'], environment), /--edition is missing/);
  await assert.rejects(
    runCommand(['rebuild', '--clinic', 'cln_none'], environment),
    /There is no clinic cln_none/,
  );
});

test('a refold names the sums by asset and at most twenty accounts', () => {
  const changed = Array.from({ length: 22 }, (_, i) => ({ accountId: `mem_${i}`, entries: 2 }));

  const lines = refoldLines(
    'cln_1',
    { accounts: 30, changed, entries: 44, assets: { points: { given: 50, taken: -8 } } },
    true,
  );

  assert.equal(lines[0], 'cln_1: 30 accounts judged by edition 1, 22 would change, 44 entries');
  assert.equal(lines[1], '  points: 50 given, 8 taken');
  assert.deepEqual(
    [lines[2], lines.at(-1), lines.length],
    ['  mem_0: 2 entries', '  and 2 more', 23],
  );
});

test('a server does not start on a past that another edition judged', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-edition-'));
  t.after(() => rm(folder, { recursive: true }));
  const settings = readSettings({ AFTERGLOW_DATABASE: join(folder, 'clinic.db') });
  const ports = await openPorts(settings, 'silent');
  t.after(() => ports.store.close());
  const program = defaultProgram();
  const { id } = await createClinic(ports, { name: 'Trial', program, sandbox: true });

  await checkEditions(ports);

  await assert.rejects(
    checkEditions(ports, 2),
    new RegExp(
      `^WrongSetting: The past of ${id} was judged by edition 1; .*refold --edition 2 --dry-run`,
    ),
  );
  await assert.rejects(checkEditions(ports, 0), /Start the newer version\.$/);
});
