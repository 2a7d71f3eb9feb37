import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, Problem, Program, ProgramVersion, PublicProgram } from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const publish = (clinic: TrialClinic, program: Program, startsAt?: string) =>
  clinic.call('POST /v1/program/versions', {
    key: clinic.secretKey,
    body: { program, ...(startsAt === undefined ? {} : { startsAt }) },
  });

const doubled = (): Program => {
  const program = defaultProgram();
  return {
    ...program,
    earning: program.earning.map((rule) => ({
      ...rule,
      rate: { ...rule.rate, points: rule.rate.points * 2 },
    })),
  };
};

test('a version applies from its start, and what was earned before stays as it was', async () => {
  const clinic = await openTrial();
  const key = clinic.secretKey;
  await clinic.call('POST /v1/events', { key, body: receipt('R-1') });

  const made = await publish(clinic, doubled(), '2026-11-23T00:00:00Z');
  const before = await clinic.call(`GET /v1/program?key=${clinic.publishableKey}`);
  await clinic.call('POST /v1/test/clock', { key, body: { now: '2026-11-24T00:00:00Z' } });
  const after = await clinic.call(`GET /v1/program?key=${clinic.publishableKey}`);
  const later = receipt('R-2', { at: '2026-11-23T15:00:00Z' });
  await clinic.call('POST /v1/events', { key, body: later });

  assert.equal(made.status, 201);
  assert.equal((made.body as ProgramVersion).version, 2);
  assert.deepEqual(
    [(before.body as PublicProgram).version, (after.body as PublicProgram).version],
    [1, 2],
  );
  const people = await clinic.call('GET /v1/members', { key });
  assert.equal((people.body as Page<{ points: number }>).data[0]?.points, 200 + 400);
  const list = await clinic.call('GET /v1/program/versions', { key });
  assert.deepEqual(
    (list.body as Page<ProgramVersion>).data.map(({ version, startsAt }) => [version, startsAt]),
    [
      [1, null],
      [2, '2026-11-23T00:00:00.000Z'],
    ],
  );
});

test('where the clock stands still, a version that starts at once leaves what was decided before', async () => {
  const clinic = await openTrial();
  const key = clinic.secretKey;
  const now = '2026-11-22T15:00:00.000Z';
  await clinic.call('POST /v1/test/clock', { key, body: { now } });
  const pointsAfter = async (externalId: string) => {
    const body = { ...receipt(externalId), occurredAt: undefined };
    await clinic.call('POST /v1/events', { key, body });
    const people = await clinic.call('GET /v1/members', { key });
    return (people.body as Page<{ points: number }>).data[0]?.points;
  };
  assert.equal(await pointsAfter('R-1'), 200);

  const made = (await publish(clinic, doubled())).body as ProgramVersion;
  const clock = (await clinic.call('GET /v1/test/clock', { key })).body;
  assert.ok(made.startsAt !== null && made.startsAt > now, 'it judges what came before it');
  assert.deepEqual(clock, { now: made.startsAt, frozen: true, settled: 0 });
  assert.equal(await pointsAfter('R-2'), 200 + 400);

  const named = (await publish(clinic, defaultProgram(), made.startsAt)).body as ProgramVersion;
  assert.ok(named.startsAt !== null && named.startsAt > made.startsAt, 'now was named');
  assert.equal(await pointsAfter('R-3'), 200 + 400 + 200);
});

test('a version that starts in the past, or before another, or in another currency is refused', async () => {
  const clinic = await openTrial();
  await publish(clinic, doubled(), '2026-12-24T00:00:00Z');

  const past = await publish(clinic, doubled(), '2026-11-22T14:59:59Z');
  const early = await publish(clinic, doubled(), '2026-12-23T00:00:00Z');
  const euro = await publish(clinic, defaultProgram({ currency: 'EUR' }), '2026-12-25T00:00:00Z');

  assert.deepEqual(
    [past, early, euro].map((answer) => [codeOf(answer), (answer.body as Problem).param]),
    [
      ['program_starts_in_past', 'startsAt'],
      ['program_invalid', 'startsAt'],
      ['program_invalid', 'program.clinic.currency'],
    ],
  );
});

test('a start in the past points to the route that previews it', async () => {
  const clinic = await openTrial();

  const past = await publish(clinic, doubled(), '2026-11-22T14:59:59Z');

  assert.match((past.body as Problem).detail, /POST \/v1\/simulations/);
});

test('pages are told of the owner’s reward what the law of the clinic’s state leaves of it', async () => {
  const donation = {
    kind: 'donation',
    amount: { amount: 2_500, currency: 'USD' },
    to: 'The burn unit',
  } as const;
  const points = { kind: 'points', points: 500 } as const;
  for (const [legalMode, owner, told] of [
    ['reward', points, points],
    ['charity', donation, donation],
    ['friendOnly', points, null],
    ['off', points, null],
  ] as const) {
    const usual = defaultProgram();
    const program = { ...usual, referral: { ...usual.referral, legalMode, owner } };
    const clinic = await openTrial({ program });

    const answer = await clinic.call(`GET /v1/program?key=${clinic.publishableKey}`);
    assert.deepEqual((answer.body as PublicProgram).referral.owner, told, legalMode);
  }
});

const withdraw = (clinic: TrialClinic, version: number | string) =>
  clinic.call(`DELETE /v1/program/versions/${version}`, { key: clinic.secretKey });

const versionsOf = async (clinic: TrialClinic) => {
  const list = await clinic.call('GET /v1/program/versions', { key: clinic.secretKey });
  return (list.body as Page<ProgramVersion>).data.map(({ version }) => version);
};

test('a version is taken back before its start, and its number is not given again', async () => {
  const clinic = await openTrial();
  const key = clinic.secretKey;
  await clinic.call('POST /v1/events', { key, body: receipt('R-1') });
  await publish(clinic, doubled(), '2026-11-23T00:00:00Z');

  const gone = await withdraw(clinic, 2);
  await clinic.call('POST /v1/test/clock', { key, body: { now: '2026-11-24T00:00:00Z' } });
  await clinic.call('POST /v1/events', {
    key,
    body: receipt('R-2', { at: '2026-11-23T15:00:00Z' }),
  });
  const next = await publish(clinic, defaultProgram(), '2026-11-25T00:00:00Z');

  assert.deepEqual([gone.status, gone.body], [204, null]);
  const people = await clinic.call('GET /v1/members', { key });
  assert.equal((people.body as Page<{ points: number }>).data[0]?.points, 200 + 200);
  assert.equal((next.body as ProgramVersion).version, 3);
  assert.deepEqual(await versionsOf(clinic), [1, 3]);
});

test('a version that has started, and one that is not there, is not taken back', async () => {
  const clinic = await openTrial();
  await publish(clinic, doubled());

  const answers = [
    await withdraw(clinic, 1),
    await withdraw(clinic, 2),
    await withdraw(clinic, 3),
    await withdraw(clinic, 'two'),
  ];

  assert.deepEqual(
    answers.map((answer) => [answer.status, codeOf(answer)]),
    [
      [409, 'program_started'],
      [409, 'program_started'],
      [404, 'program_version_unknown'],
      [404, 'program_version_unknown'],
    ],
  );
  assert.deepEqual(await versionsOf(clinic), [1, 2]);
});

test('a rule that is wrong is refused with where it is', async () => {
  const clinic = await openTrial();
  const program = defaultProgram();
  const zone = { ...program, clinic: { ...program.clinic, timeZone: 'Mars/Olympus' } };

  const answer = await publish(clinic, zone);

  assert.equal(answer.status, 422);
  assert.match((answer.body as Problem).param ?? '', /^program\.clinic\.timeZone/);
});

test('a strange field anywhere in a program is refused, since rules are for ever', async () => {
  const clinic = await openTrial();

  const answer = await publish(clinic, {
    ...defaultProgram(),
    tiers: { ...defaultProgram().tiers, bonus: 1 },
  } as Program);

  assert.deepEqual(
    [codeOf(answer), (answer.body as Problem).param],
    ['unknown_field', 'program.tiers.bonus'],
  );
});
