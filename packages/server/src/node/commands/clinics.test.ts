import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openClinic } from '../../programs.js';
import { publishProgram } from '../../publish-program.js';
import { openPorts } from '../runtime.js';
import { runCommand } from '../run-command.js';
import { readSettings, WrongSetting } from '../settings.js';

/** A clinic as a file says it. */
const harbor = {
  key: 'harbor',
  name: 'Harbor Skin',
  sandbox: true,
  program: {
    clinic: {
      name: 'Harbor Skin',
      timeZone: 'America/Chicago',
      currency: 'USD',
      locale: 'en',
      country: 'US',
      region: 'IL',
    },
    brand: { color: '#1f5fa8' },
    site: {
      url: 'https://harbor.example/',
      bookingUrl: 'https://harbor.example/book',
      referralUrl: 'https://harbor.example/welcome',
    },
  },
};
const cove = { ...harbor, key: 'cove', name: 'Cove' };

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** An agency's folder and a database, and the command on both. */
async function openAgency(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-clinics-'));
  t.after(() => rm(folder, { recursive: true }));
  const environment = { AFTERGLOW_DATABASE: join(folder, 'clinic.db') };
  const write = (name: string, json: unknown) =>
    writeFile(join(folder, name), typeof json === 'string' ? json : JSON.stringify(json));

  async function apply(file: unknown, ...more: readonly string[]): Promise<Ran> {
    await write('clinics.json', file);
    const [out, error]: string[][] = [[], []];
    const spies = [
      t.mock.method(console, 'log', (text: string) => out?.push(text)),
      t.mock.method(console, 'error', (text: string) => error?.push(text)),
    ];
    try {
      const args = ['clinics', 'apply', join(folder, 'clinics.json'), ...more];
      const code = await runCommand(args, environment);
      const text = (lines: readonly string[] | undefined) => (lines ?? []).join('\n');
      return { code, out: text(out), error: text(error) };
    } finally {
      for (const { mock } of spies) mock.restore();
    }
  }

  /** Opens the database beside the command. */
  async function inDatabase<T>(work: (ports: Awaited<ReturnType<typeof openPorts>>) => Promise<T>) {
    const ports = await openPorts(readSettings(environment), 'silent');
    try {
      return await work(ports);
    } finally {
      await ports.store.close();
    }
  }
  const clinicOf = (ran: Ran, key = 'harbor') => {
    const id = new RegExp(`^${key}  .*\n  Clinic +(cln_\\w+)$`, 'm').exec(ran.out)?.[1] ?? '';
    return inDatabase(async (ports) => openClinic(ports, id));
  };
  return { folder, environment, write, apply, inDatabase, clinicOf };
}

const file = (...clinics: readonly object[]) => ({ agency: 'north', clinics });

test('clinics are made with keys that are printed once, and a second run changes nothing', async (t) => {
  const agency = await openAgency(t);

  const first = await agency.apply(file(harbor, cove), '--api', 'https://api.example/');
  const second = await agency.apply(file(harbor, cove));

  assert.equal(first.code, 0);
  assert.equal(first.out.match(/^ {2}Secret key +sk_test_\w{32} {2}shown only now$/gm)?.length, 2);
  const key = /Publishable key +(pk_test_\w+)/.exec(first.out)?.[1] ?? '';
  assert.ok(first.out.includes(`Preview          https://api.example/afterglow/preview/${key}\n`));

  assert.match(second.out, /^harbor {2}as it was$/m);
  assert.match(second.out, /^cove {2}as it was$/m);
  assert.doesNotMatch(second.out, /sk_/);
  assert.ok(second.out.includes(`Preview          http://localhost:4600/afterglow/preview/${key}`));
  assert.equal((await agency.clinicOf(second))?.programs.length, 1);
});

test('a secret key is written once: not to the log, not to the database', async (t) => {
  const { folder, environment, write } = await openAgency(t);
  await write('clinics.json', file(harbor));
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const node = ['--conditions=afterglow-source', '--import', 'tsx', main];
  const args = [...node, 'clinics', 'apply', join(folder, 'clinics.json')];
  const env = { PATH: process.env['PATH'], ...environment, LOG_LEVEL: 'trace' };

  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });

  const secret = /sk_test_\w+/.exec(stdout)?.[0] ?? '';
  assert.equal((stdout + stderr).split(secret).length, 2);
  for (const name of await readdir(folder))
    assert.equal((await readFile(join(folder, name))).includes(secret), false, name);
});

test('what differs is published as one new version, and only where it differs', async (t) => {
  const agency = await openAgency(t);
  await agency.apply(file(harbor, cove));
  const brand = { color: '#7a3b5d' };

  const changed = { ...harbor, name: 'Harbor', program: { ...harbor.program, brand } };
  const ran = await agency.apply(file(changed, cove));

  assert.match(ran.out, /^harbor {2}named Harbor; version 2 with another brand$/m);
  assert.match(ran.out, /^cove {2}as it was$/m);
  const clinic = await agency.clinicOf(ran);
  assert.deepEqual([clinic?.program.brand, clinic?.row.name], [brand, 'Harbor']);
});

test('what the file does not say stays as the clinic’s own people left it', async (t) => {
  const agency = await openAgency(t);
  const made = await agency.clinicOf(await agency.apply(file(harbor)));
  assert.ok(made);
  await agency.inDatabase((ports) =>
    publishProgram(ports, made, { program: { ...made.program, joiningPoints: 77 } }),
  );

  const brand = { color: '#7a3b5d' };
  const ran = await agency.apply(file({ ...harbor, program: { brand } }));

  const clinic = await agency.clinicOf(ran);
  assert.deepEqual([clinic?.program.joiningPoints, clinic?.program.brand], [77, brand]);
});

test('what all clinics have may lie in a file, and a clinic’s own section stands in its place', async (t) => {
  const agency = await openAgency(t);
  await agency.write('rules.json', { joiningPoints: 20, referralKeepsDays: 9 });

  const own = { ...cove, program: { ...cove.program, joiningPoints: 30 } };
  const ran = await agency.apply({ ...file(harbor, own), program: 'rules.json' });

  const said = async (key: string) => {
    const program = (await agency.clinicOf(ran, key))?.program;
    return [program?.joiningPoints, program?.referralKeepsDays];
  };
  assert.deepEqual(
    [await said('harbor'), await said('cove')],
    [
      [20, 9],
      [30, 9],
    ],
  );
});

test('a clinic that was made in another way is taken by its id', async (t) => {
  const agency = await openAgency(t);
  const made = await agency.clinicOf(await agency.apply(file(harbor)));

  const ran = await agency.apply(file({ ...harbor, key: 'other', id: made?.id }));

  assert.match(ran.out, new RegExp(`^other {2}as it was\n  Clinic +${made?.id}$`, 'm'));
});

test('the same key under another agency is another clinic', async (t) => {
  const agency = await openAgency(t);
  const ours = await agency.clinicOf(await agency.apply(file(harbor)));

  const theirs = await agency.clinicOf(await agency.apply({ ...file(harbor), agency: 'south' }));

  assert.notEqual(theirs?.id, ours?.id);
});

test('a dry run says what would be done and writes nothing', async (t) => {
  const agency = await openAgency(t);
  const before = await agency.apply(file(harbor), '--dry-run');
  assert.equal(await agency.clinicOf(before), undefined);
  await agency.apply(file(harbor));

  const joiningPoints = 5;
  const changed = { ...harbor, program: { ...harbor.program, joiningPoints } };
  const after = await agency.apply(file(changed, cove), '--dry-run');

  assert.match(before.out, /^harbor {2}would be made as a sandbox$/m);
  assert.match(after.out, /^harbor {2}a new version with another joiningPoints$/m);
  assert.match(after.out, /^cove {2}would be made as a sandbox$/m);
  assert.match(after.out, /^Nothing was written\./m);
  assert.doesNotMatch(after.out, /[sp]k_test_/);
  assert.equal((await agency.clinicOf(after))?.programs.length, 1);
  assert.equal(await agency.clinicOf(after, 'cove'), undefined);
});

test('one wrong clinic keeps all from being written, and everything wrong is told at once', async (t) => {
  const agency = await openAgency(t);
  await agency.write('rules.json', { joiningPoints: -1, tierz: {} });
  const faulty = {
    ...cove,
    program: { ...cove.program, brand: { color: 'plum' }, referralKeepsDays: 'x' },
  };

  const ran = await agency.apply({ ...file(harbor, faulty), program: 'rules.json' });

  assert.equal(ran.code, 1);
  assert.equal(ran.out, '');
  const told = ran.error.split('\n');
  const starts = [
    'rules.json: joiningPoints  negative_amount  ',
    'rules.json: tierz  unknown_field  ',
    'clinics[1].program.brand.color (cove)  invalid_field  ',
    'clinics[1].program.referralKeepsDays (cove)  invalid_field  ',
  ];
  for (const start of starts)
    assert.ok(
      told.some((line) => line.startsWith(start)),
      start,
    );
  assert.match(told.at(-1) ?? '', /clinics\.json: 4 problems\. Nothing was written\.$/);
  const later = await agency.apply(file(harbor), '--dry-run');
  assert.match(later.out, /^harbor {2}would be made/m);
});

const { clinic, brand, site } = harbor.program;
const earning = (id: string) => [
  { id, match: { kinds: ['treatment'] }, rate: { points: 1, perMinorUnits: 100 } },
];

/** What is wrong with a file, the start of the line that tells it, and what is in the database before. */
const wrong: {
  readonly what: string;
  readonly before?: object;
  readonly file: unknown;
  readonly said: string;
}[] = [
  {
    what: 'a clinic twice',
    file: file(harbor, cove, harbor),
    said: 'clinics[2].key (harbor)  clinic_repeated  clinics[2] is the clinic of clinics[0] again.',
  },
  {
    what: 'an id that no clinic has',
    file: file({ ...harbor, id: 'cln_x' }),
    said: 'clinics[0].id (harbor)  clinic_unknown  There is no clinic cln_x',
  },
  {
    what: 'a rule that the engine refuses, at the place that says it',
    file: file({ ...harbor, program: { ...harbor.program, earning: earning('refund') } }),
    said: 'clinics[0].program.earning[0].id (harbor)  program_invalid  earning[0].id is a reason',
  },
  {
    what: 'a rule of all clinics that the engine refuses',
    file: { ...file(harbor), program: { earning: earning('refund') } },
    said: 'program.earning[0].id (harbor)  program_invalid  ',
  },
  {
    what: 'a new clinic without a site',
    file: file({ ...harbor, program: { clinic, brand } }),
    said: 'clinics[0].program.site (harbor)  missing_field  ',
  },
  {
    what: 'a sandbox that would go live',
    before: file(harbor),
    file: file({ ...harbor, sandbox: false }),
    said: 'clinics[0].sandbox (harbor)  sandbox_fixed  ',
  },
  {
    what: 'another currency',
    before: file({ ...harbor, program: { ...harbor.program, ...pointsOnly('USD') } }),
    file: file({
      ...harbor,
      program: { brand, site, ...pointsOnly('CAD'), clinic: { ...clinic, currency: 'CAD' } },
    }),
    said: 'clinics[0].program.clinic.currency (harbor)  program_invalid  The clinic’s',
  },
  {
    what: 'a file that is not there',
    file: { ...file(harbor), program: 'none.json' },
    said: 'program  file_unreadable  program names the file none.json, which cannot be read: ENOENT.',
  },
  {
    what: 'a field that no clinic has',
    file: file({ ...harbor, sandbx: true }),
    said: 'clinics[0].sandbx (harbor)  unknown_field  clinics[0].sandbx is no field',
  },
  {
    what: 'no clinics',
    file: { agency: 'north', clinics: [] },
    said: 'clinics  invalid_field  ',
  },
];

/** Every section that names money, so that a program can be in another currency. */
function pointsOnly(currency: string) {
  const money = (amount: number) => ({ amount, currency });
  return {
    points: {
      name: 'Points',
      value: { points: 100, amount: money(1_000) },
      lapseAfterMonths: null,
      reminderDays: [],
    },
    tiers: {
      windowMonths: 12,
      countsProducts: true,
      graceDays: 0,
      levels: [{ id: 'all', name: 'All', threshold: money(0), benefits: [] }],
    },
    referral: {
      legalMode: 'off',
      holdDays: 0,
      owner: null,
      friend: null,
      friendOffer: 'x',
      ownerOffer: 'x',
    },
    milestones: [],
    occasions: [],
    packages: [],
    memberships: [],
    rewards: [],
    calculator: { visitsPerYear: 4, treatments: [] },
  };
}

for (const { what, before, file: given, said } of wrong) {
  test(`${what} is told with its place, and nothing is written`, async (t) => {
    const agency = await openAgency(t);
    if (before) assert.equal((await agency.apply(before)).code, 0);

    const { code, out, error } = await agency.apply(given);

    assert.deepEqual([code, out], [1, '']);
    const told = error.replaceAll("'", '’').split('\n');
    assert.ok(
      told.some((line) => line.startsWith(said)),
      error,
    );
  });
}

test('a version that waits for its start is neither published again nor passed over', async (t) => {
  const agency = await openAgency(t);
  const made = await agency.clinicOf(await agency.apply(file(harbor)));
  assert.ok(made);
  const startsAt = made.now + 86_400_000;
  await agency.inDatabase((ports) =>
    publishProgram(ports, made, { program: { ...made.program, joiningPoints: 77 }, startsAt }),
  );
  const withPoints = (joiningPoints: number) =>
    agency.apply(file({ ...harbor, program: { ...harbor.program, joiningPoints } }));

  const same = await withPoints(77);
  const other = await withPoints(78);

  assert.match(same.out, /^harbor {2}its program waits for its start$/m);
  assert.equal(other.code, 1);
  assert.match(other.error, /\(harbor\) {2}version_waits {2}Version 2 of cln_\w+ starts at 20/);
  assert.equal((await agency.clinicOf(same))?.programs.length, 2);
});

const wrongUses: [args: string[], said: RegExp][] = [
  [[], /^Say which file: afterglow clinics apply clinics\.json$/],
  [['aply', 'x.json'], /^Say which file/],
  [['apply', 'none.json'], /^The file none\.json cannot be read: ENOENT\.$/],
  [['apply', 'none.json', '--api', 'clinic'], /^--api is "clinic"/],
  [['apply', import.meta.filename], /is not JSON\.$/],
];

for (const [args, said] of wrongUses) {
  test(`"clinics ${args.join(' ')}" is told in one line`, async () => {
    await assert.rejects(runCommand(['clinics', ...args], {}), (error) => {
      assert.ok(error instanceof WrongSetting, String(error));
      assert.match(error.message, said);
      return true;
    });
  });
}
