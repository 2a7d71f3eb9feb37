import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Program, SimulationAnswer } from '@afterglow/contract';
import { createClinic } from '../../clinics.js';
import { openClinic } from '../../programs.js';
import { recordFacts } from '../../intake/record-facts.js';
import { receipt } from '../../trial/trial-clinic.js';
import { runCommand } from '../run-command.js';
import { openPorts } from '../runtime.js';
import { WrongSetting, readSettings } from '../settings.js';

const example = fileURLToPath(new URL('../../../../../examples/simulation/', import.meta.url));
const draft = join(example, 'draft.json');
const history = join(example, 'receipts.csv');

/** Runs the command and gives what it printed, and its exit code. */
async function run(t: TestContext, args: readonly string[], environment = {}) {
  const printed: string[] = [];
  const told: string[] = [];
  const log = t.mock.method(console, 'log', (text: string) => printed.push(text));
  const error = t.mock.method(console, 'error', (text: string) => told.push(text));
  const write = t.mock.method(process.stderr, 'write', (text: string) => told.push(text) > 0);
  try {
    const code = await runCommand(['simulate', ...args], environment);
    return { code, printed: printed.join('\n'), told: told.join('\n') };
  } finally {
    for (const { mock } of [log, error, write]) mock.restore();
  }
}

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-simulate-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test('prints a report of at most 80 columns, and tells its progress beside it', async (t) => {
  const args = ['--program', draft, '--history', history];

  for (const more of [[], ['--against', join(example, 'current.json')]]) {
    const { code, printed, told } = await run(t, [...args, ...more]);

    assert.equal(code, 0);
    const lines = printed.split('\n');
    assert.deepEqual(
      lines.filter((line) => line.length > 80),
      [],
    );
    assert.match(printed, /^Points issued +8,254/m);
    assert.match(printed, /^Cost, if 70 of 100 points are used +646\.25/m);
    assert.match(told, /^judging /m);
  }
});

test('gives the same figures as JSON, and takes another redemption', async (t) => {
  const args = ['--program', draft, '--history', history, '--json', '--redemption', '100'];

  const { printed } = await run(t, args);

  const answer = JSON.parse(printed) as SimulationAnswer;
  assert.equal(answer.redemptionPercent, 100);
  assert.equal(answer.program.points.redeemed, answer.program.points.issued);
  assert.equal(answer.program.liability.amount, 0);
  assert.equal(answer.program.cost.amount, answer.program.given.total.amount);
});

test('shows no name, number or code of a client', async (t) => {
  const clients = new Set(
    (await readFile(history, 'utf8')).split('\n').map((line) => line.split(',')[3] ?? ''),
  );
  const args = ['--program', draft, '--history', history];

  const shown = [await run(t, args), await run(t, [...args, '--json'])]
    .map(({ printed }) => printed)
    .join('\n');

  assert.ok(clients.has('C01'));
  for (const client of clients) assert.ok(!/^C\d+$/.test(client) || !shown.includes(client));
});

test('counts lines that are not taken, and exits with 1', async (t) => {
  const folder = await folderFor(t);
  const broken = join(folder, 'receipts.csv');
  await writeFile(
    broken,
    `${await readFile(history, 'utf8')}2000,13/45/2024,Lip filler,C01,KIM,690\n`,
  );
  const besides = ['mapping.json', 'services.csv', 'products.csv'].flatMap((name) => [
    `--${name.replace(/\..*/, '')}`,
    join(example, name),
  ]);

  const { code, printed, told } = await run(t, [
    '--program',
    draft,
    '--history',
    broken,
    ...besides,
  ]);

  assert.equal(code, 1);
  assert.match(printed, /^Points issued +8,254/m);
  assert.match(told, /Line 56: Date "13\/45\/2024" is no day/);
  assert.match(told, /^Not taken, and no part of this: 1 of the export's lines\./m);
});

test("judges a clinic's own history in its database, without a change to it", async (t) => {
  const folder = await folderFor(t);
  const environment = { AFTERGLOW_DATABASE: join(folder, 'clinic.db') };
  const program = JSON.parse(await readFile(draft, 'utf8')) as Program;
  const ports = await openPorts(readSettings(environment), 'silent');
  const { id } = await createClinic(ports, { name: 'Juniper', program, sandbox: true });
  const clinic = await openClinic(ports, id);
  assert.ok(clinic);
  const [taken] = await recordFacts(ports, clinic, [
    receipt('R-1', { amount: 100_000, at: '2024-03-01T12:00:00Z' }),
  ]);
  await ports.store.close();
  assert.equal(taken?.status, 'applied');

  const { code, printed } = await run(
    t,
    ['--program', draft, '--clinic', id, '--against', 'current', '--json'],
    environment,
  );

  const answer = JSON.parse(printed) as SimulationAnswer;
  assert.equal(code, 0);
  assert.equal(answer.program.points.issued, 600);
  assert.deepEqual(answer.against?.points, answer.program.points);
  assert.deepEqual(answer.compared, { better: 0, same: 1, worse: 0 });
});

test('says in one line what is wrong with its arguments', async (t) => {
  const folder = await folderFor(t);
  const program = JSON.parse(await readFile(draft, 'utf8')) as Program;
  const levels = program.tiers.levels.toReversed();
  const wrong = join(folder, 'wrong.json');
  await writeFile(wrong, JSON.stringify({ ...program, tiers: { ...program.tiers, levels } }));
  const elsewhere = join(folder, 'elsewhere.json');
  const clinic = { ...program.clinic, timeZone: 'Asia/Tokyo' };
  await writeFile(elsewhere, JSON.stringify({ ...program, clinic }));
  const cases: [args: string[], said: RegExp][] = [
    [['--history', history], /^--program is missing\.$/],
    [['--program', draft], /^--history is missing\.$/],
    [['--program', wrong, '--history', history], /^A program is refused: program_invalid: .+$/],
    [
      ['--program', draft, '--history', history, '--against', elsewhere],
      /days are those of Asia\/Tokyo/,
    ],
    [['--program', draft, '--history', history, '--against', 'current'], /needs --clinic/],
    [['--program', draft, '--history', history, '--redemption', '101'], /from 0 to 100\.$/],
    [['--program', draft, '--history', history, '--clinic', 'cln_1'], /one of the two\.$/],
    [
      ['--program', draft, '--history', join(folder, 'none.csv')],
      /^The mapping \S+ cannot be read/,
    ],
  ];

  for (const [args, said] of cases)
    await assert.rejects(run(t, args, { AFTERGLOW_DATABASE: join(folder, 'none.db') }), (error) => {
      assert.ok(error instanceof WrongSetting, String(error));
      assert.match(error.message, said);
      return true;
    });
});
