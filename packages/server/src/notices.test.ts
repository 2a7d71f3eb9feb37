import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, Page, TestNotice } from '@afterglow/contract';
import { codeOf, openTrial, receipt, type TrialClinic } from './trial/trial-clinic.js';

const move = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

const send = (clinic: TrialClinic, event: object) =>
  clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });

async function noticesOf(clinic: TrialClinic, memberId?: string): Promise<readonly TestNotice[]> {
  const all: TestNotice[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await clinic.call(`GET /v1/test/notices?limit=3${from}`, {
      key: clinic.secretKey,
    });
    const page = answer.body as Page<TestNotice>;
    all.push(...page.data);
    cursor = page.nextCursor;
  }
  return memberId === undefined ? all : all.filter((one) => one.memberId === memberId);
}

/** Kind, day and what of the arguments is compared; oldest first. */
const told = (notices: readonly TestNotice[], ...args: readonly string[]) =>
  notices
    .map((one) => [one.kind, one.dueAt.slice(0, 10), ...args.map((name) => one.args[name])])
    .reverse();

const visitOf = (
  externalId: string,
  member: string,
  at: string,
  line: object = { kind: 'treatment', code: 'FACIAL', category: 'facial' },
  amount = 40_000,
) => ({
  type: 'visit.completed',
  source: 'till',
  externalId,
  occurredAt: at,
  member: { memberId: member },
  data: { lines: [{ lineId: '1', ...line, price: { amount, currency: 'USD' } }] },
});

test('a member is reminded of points at 180, 30, 7 and 1 days before their last day', async () => {
  const clinic = await openTrial();
  const { id } = (await clinic.signIn('+13125550142')).summary.member;
  await send(clinic, visitOf('R-1', id, '2026-11-22T15:00:00Z'));

  await move(clinic, '2027-11-23T00:00:00Z');

  const reminders = (await noticesOf(clinic, id)).filter(({ kind }) => kind === 'pointsLapse');
  assert.deepEqual(told(reminders, 'usableThrough', 'days', 'points'), [
    ['pointsLapse', '2027-05-26', '2027-11-22', 180, 250],
    ['pointsLapse', '2027-10-23', '2027-11-22', 30, 250],
    ['pointsLapse', '2027-11-15', '2027-11-22', 7, 250],
    // The anniversary of the first treatment gave 100 more.
    ['pointsLapse', '2027-11-21', '2027-11-22', 1, 250],
  ]);
});

test('a tier is told when it is reached and when it is lost', async () => {
  const clinic = await openTrial();
  const { id } = (await clinic.signIn('+13125550142')).summary.member;
  const laser = { kind: 'treatment', code: 'LASER', category: 'laser' };
  await send(clinic, visitOf('R-1', id, '2026-11-22T15:00:00Z', laser, 200_000));

  await move(clinic, '2028-02-01T00:00:00Z');

  const tiers = (await noticesOf(clinic, id)).filter(({ kind }) => kind.startsWith('tier'));
  assert.deepEqual(told(tiers), [
    ['tierUp', '2026-11-22'],
    ['tierDown', '2027-12-22'],
  ]);
});

test('the owner of a code hears that the friend booked and came, and that the reward is there', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550142');
  const code = owner.summary.referral?.code;
  const friend = await clinic.signIn('+13125550143', { consents: { terms: true }, code });
  const { id } = friend.summary.member;
  clinic.wait(86_400_000);
  await send(clinic, {
    type: 'booking.made',
    source: 'book',
    externalId: 'B-1',
    occurredAt: '2026-11-23T14:00:00Z',
    member: { memberId: id },
    data: { booking: 'B-1', startsAt: '2026-11-25T15:00:00Z' },
  });
  clinic.wait(2 * 86_400_000);
  await send(clinic, visitOf('R-1', id, '2026-11-25T14:00:00Z'));

  await move(clinic, '2027-01-01T00:00:00Z');

  assert.deepEqual(told(await noticesOf(clinic, owner.summary.member.id)), [
    ['friendBooked', '2026-11-23'],
    ['friendCompleted', '2026-11-25'],
    ['rewardReleased', '2026-12-09'],
  ]);
});

test('a birthday and each further month of a membership are told on their day', async () => {
  const clinic = await openTrial();
  const { id } = (await clinic.signIn('+13125550142')).summary.member;
  await clinic.call(`PATCH /v1/members/${id}`, {
    key: clinic.secretKey,
    body: { birthday: { month: 1, day: 20 } },
  });
  await send(clinic, {
    type: 'membership.started',
    source: 'till',
    externalId: 'M-1',
    member: { memberId: id },
    data: { plan: 'GLOWCLUB' },
  });

  await move(clinic, '2027-01-31T00:00:00Z');

  const news = (await noticesOf(clinic, id)).filter(({ kind }) =>
    ['occasion', 'creditBanked'].includes(kind),
  );
  assert.deepEqual(told(news), [
    ['creditBanked', '2026-12-22'],
    ['occasion', '2027-01-13'],
    ['creditBanked', '2027-01-22'],
  ]);
});

test('what is told late makes no notices of the past', async () => {
  const clinic = await openTrial();
  await move(clinic, '2026-11-22T15:00:00Z');
  await send(clinic, receipt('R-1', { at: '2025-12-01T15:00:00Z', amount: 200_000 }));

  // The points of that visit lapse in nine days; only what is ahead is reminded of.
  assert.deepEqual(told(await noticesOf(clinic)), []);
  await move(clinic, '2026-12-03T15:00:00Z');
  assert.deepEqual(
    told(await noticesOf(clinic), 'days').filter(([kind]) => kind === 'pointsLapse'),
    [
      ['pointsLapse', '2026-11-24', 7],
      ['pointsLapse', '2026-11-30', 1],
    ],
  );
});

/** Members of every kind: a referrer, her friend, one with a package, one with a membership. */
async function people(clinic: TrialClinic): Promise<readonly string[]> {
  const owner = await clinic.signIn('+13125550142');
  const code = owner.summary.referral?.code;
  const friend = await clinic.signIn('+13125550143', { consents: { terms: true }, code });
  const other = await clinic.signIn('+13125550144');
  const ids = [owner, friend, other].map(({ summary }) => summary.member.id);
  const [a = '', b = '', c = ''] = ids;
  const at = '2026-11-22T15:00:00Z';
  const sold = { kind: 'package', package: 'FACIAL5', code: 'FACIAL5' };
  for (const event of [
    visitOf('R-1', a, '2026-10-01T15:00:00Z'),
    visitOf('R-2', a, '2026-11-20T15:00:00Z'),
    visitOf('R-3', b, at),
    visitOf('R-4', c, at, sold, 72_500),
    visitOf('R-5', c, at, { kind: 'treatment', code: 'LASER', category: 'laser' }, 420_000),
    receipt('R-6', { client: 'C-9', at: '2026-06-01T15:00:00Z' }),
    {
      type: 'membership.started',
      source: 'till',
      externalId: 'M-1',
      occurredAt: at,
      member: { memberId: a },
      data: { plan: 'GLOWCLUB' },
    },
  ])
    await send(clinic, event);
  await clinic.call(`PATCH /v1/members/${b}`, {
    key: clinic.secretKey,
    body: { birthday: { month: 3, day: 5 } },
  });
  const known = await clinic.call('GET /v1/members?source=till&externalId=C-9', {
    key: clinic.secretKey,
  });
  return [...ids, (known.body as Page<{ id: string }>).data[0]!.id];
}

test('a year in one step tells and posts what the same year day by day does', async () => {
  const clinics = [await openTrial(), await openTrial()] as const;
  const [once, daily] = clinics;
  const members = [await people(once), await people(daily)] as const;

  await move(once, '2027-12-31T00:00:00Z');
  for (let day = Date.UTC(2026, 10, 23); day <= Date.UTC(2027, 11, 31); day += 86_400_000)
    await move(daily, new Date(day).toISOString());

  const seen = async (clinic: TrialClinic, ids: readonly string[]) => {
    const notices = await noticesOf(clinic);
    const plain = (text: string) => ids.reduce((left, id, n) => left.replaceAll(id, `#${n}`), text);
    const rows: string[] = notices.map(({ memberId, kind, dueAt, usefulUntil, args }) => {
      const { referral: _, ...rest } = args;
      return plain(JSON.stringify([memberId, kind, dueAt, usefulUntil, rest]));
    });
    for (const id of ids) {
      const answer = await clinic.call(`GET /v1/members/${id}/entries?limit=100`, {
        key: clinic.secretKey,
      });
      for (const { at, asset, amount, balanceAfter } of (answer.body as Page<Entry>).data)
        rows.push(plain(JSON.stringify([id, at, asset.split(':')[0], amount, balanceAfter])));
    }
    return { rows: rows.sort(), kinds: [...new Set(notices.map(({ kind }) => kind))].sort() };
  };
  const [one, many] = [await seen(once, members[0]), await seen(daily, members[1])];
  assert.deepEqual(one.rows, many.rows);
  assert.deepEqual(one.kinds, [
    'creditBanked',
    'creditExpires',
    'friendCompleted',
    'milestone',
    'occasion',
    'offerExpires',
    'pointsLapse',
    'rewardReleased',
    'sessionsExpire',
    'tierDown',
    'tierUp',
  ]);
});

test('a live clinic has no test notices', async () => {
  const clinic = await openTrial({ sandbox: false });

  const answer = await clinic.call('GET /v1/test/notices', { key: clinic.secretKey });

  assert.equal(codeOf(answer), 'sandbox_only');
});
