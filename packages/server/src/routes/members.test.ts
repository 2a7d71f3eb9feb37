import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeRow, Entry, Member, Page, Problem, Summary } from '@afterglow/contract';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const create = (clinic: TrialClinic, body: object, headers: Record<string, string> = {}) =>
  clinic.call('POST /v1/members', { key: clinic.secretKey, body, headers });

test('a member is made, read, changed and found by phone and by the id of another system', async () => {
  const clinic = await openTrial();
  const key = clinic.secretKey;

  const made = await create(clinic, {
    firstName: 'Ana',
    phone: '312 555 0144',
    birthday: { month: 2, day: 29 },
    aliases: [{ source: 'till', externalId: 'C-1' }],
  });
  const { id, phone, status } = made.body as Member;
  const changed = await clinic.call(`PATCH /v1/members/${id}`, {
    key,
    body: {
      firstName: null,
      phone: '+13125550145',
      addAliases: [{ source: 'book', externalId: '9' }],
    },
  });
  const byPhone = await clinic.call('GET /v1/members?phone=%2B13125550145', { key });
  const byAlias = await clinic.call('GET /v1/members?source=book&externalId=9', { key });

  assert.deepEqual([made.status, phone, status], [201, '+13125550144', 'known']);
  assert.equal((changed.body as Member).firstName, null);
  assert.equal((changed.body as Member).aliases.length, 2);
  assert.deepEqual(byPhone.body, { data: [changed.body], nextCursor: null });
  assert.deepEqual(byAlias.body, byPhone.body);
});

test('an id of another system stands for one member only', async () => {
  const clinic = await openTrial();
  const aliases = [{ source: 'till', externalId: 'C-1' }];
  await create(clinic, { aliases });

  const second = await create(clinic, { aliases });
  const all = await clinic.call('GET /v1/members', { key: clinic.secretKey });

  assert.deepEqual(
    [second.status, codeOf(second), (second.body as Problem).param],
    [409, 'alias_taken', 'aliases[0]'],
  );
  assert.equal((all.body as Page<Member>).data.length, 1);
});

test('twenty members with one alias at once are one member and nineteen refusals', async () => {
  const clinic = await openTrial();
  const aliases = [{ source: 'till', externalId: 'C-1' }];

  const answers = await Promise.all(Array.from({ length: 20 }, () => create(clinic, { aliases })));

  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.equal(answers.filter((answer) => codeOf(answer) === 'alias_taken').length, 19);
});

test('the phone that an enrolled member signs in with is not given to another', async () => {
  const clinic = await openTrial();
  await clinic.signIn('+13125550142');
  const bea = await clinic.signIn('+13125550143');

  const answer = await clinic.call(`PATCH /v1/members/${bea.summary.member.id}`, {
    key: clinic.secretKey,
    body: { phone: '+13125550142' },
  });

  assert.deepEqual([codeOf(answer), (answer.body as Problem).param], ['phone_taken', 'phone']);
});

test('a phone that no telephone has, and a source without an id, are refused', async () => {
  const clinic = await openTrial();

  assert.equal(codeOf(await create(clinic, { phone: '12' })), 'phone_invalid');
  const half = await clinic.call('GET /v1/members?source=till', { key: clinic.secretKey });
  assert.deepEqual([codeOf(half), (half.body as Problem).param], ['missing_field', 'externalId']);
});

test('pages neither skip nor repeat a member while others are added', async () => {
  const clinic = await openTrial();
  const add = async (firstName: string) => {
    clinic.wait(1000);
    return (await create(clinic, { firstName })).body as Member;
  };
  const first = [];
  for (let i = 0; i < 5; i++) first.push(await add(`m${i}`));

  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await clinic.call(`GET /v1/members?limit=2${more}`, { key: clinic.secretKey });
    const page = answer.body as Page<Member>;
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
    await add('later');
  } while (cursor !== null);

  assert.deepEqual(seen, first.map(({ id }) => id).reverse());
});

test('pages of the journal neither skip nor repeat an entry while others are added', async () => {
  const clinic = await openTrial();
  const send = (n: number) =>
    clinic.call('POST /v1/events', {
      key: clinic.secretKey,
      body: receipt(`R-${n}`, { amount: 10_000 * (n + 1) }),
    });
  for (let i = 0; i < 5; i++) await send(i);
  const found = await clinic.call('GET /v1/members?source=till&externalId=C-77', {
    key: clinic.secretKey,
  });
  const id = (found.body as Page<Member>).data[0]?.id ?? '';

  const amounts: number[] = [];
  let cursor: string | null = null;
  let next = 5;
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await clinic.call(`GET /v1/members/${id}/entries?limit=2${more}`, {
      key: clinic.secretKey,
    });
    const page = answer.body as Page<Entry>;
    amounts.push(...page.data.map(({ amount }) => amount));
    cursor = page.nextCursor;
    await send(next++);
  } while (cursor !== null);

  // The fourth visit brings 25 dollars of credit besides its points.
  assert.deepEqual(amounts, [250, 2500, 200, 150, 100, 50]);
});

test('the same Idempotency-Key gets the first answer again and makes nobody twice', async () => {
  const clinic = await openTrial();
  const headers = { 'idempotency-key': 'k-1' };

  const first = await create(clinic, { firstName: 'Ana' }, headers);
  clinic.wait(6 * 86_400_000);
  const again = await create(clinic, { firstName: 'Ana' }, headers);
  const other = await create(clinic, { firstName: 'Bea' }, headers);
  clinic.wait(2 * 86_400_000);
  const later = await create(clinic, { firstName: 'Bea' }, headers);

  assert.deepEqual([again.status, again.body], [first.status, first.body]);
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
  assert.equal(first.headers.get('idempotent-replayed'), null);
  assert.deepEqual([other.status, codeOf(other)], [422, 'idempotency_key_reused']);
  assert.equal(later.status, 201);
});

test('sixty of one Idempotency-Key at once make one member; the others wait for its answer', async () => {
  const clinic = await openTrial();
  const headers = { 'idempotency-key': 'k-1' };

  const answers = await Promise.all(
    Array.from({ length: 60 }, () => create(clinic, { firstName: 'Ana' }, headers)),
  );

  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
  assert.equal(new Set(answers.map(({ body }) => (body as Member).id)).size, 1);
  const replayed = answers.filter(({ headers: sent }) => sent.get('idempotent-replayed'));
  assert.equal(replayed.length, 59);
});

test('a refusal is replayed too, and two clinics may use one key', async () => {
  const clinic = await openTrial();
  const beside = await openTrial({ beside: clinic });
  const headers = { 'idempotency-key': 'k-1' };

  const refused = await create(clinic, { phone: '12' }, headers);
  const again = await create(clinic, { phone: '12' }, headers);
  const elsewhere = await create(beside, { firstName: 'Ana' }, headers);

  assert.deepEqual([codeOf(refused), codeOf(again)], ['phone_invalid', 'phone_invalid']);
  assert.equal(elsewhere.status, 201);
  const long = await create(clinic, {}, { 'idempotency-key': 'k'.repeat(256) });
  assert.deepEqual([long.status, (long.body as Problem).param], [400, 'Idempotency-Key']);
});

test('staff get a code and a ledger of their own; the practice gets a code only', async () => {
  const clinic = await openTrial();
  const make = (body: object) => clinic.call('POST /v1/codes', { key: clinic.secretKey, body });

  const staff = await make({ kind: 'staff', label: 'Front desk', externalId: 'S-1' });
  const taken = await make({ kind: 'staff', label: 'Again', externalId: 'S-1' });
  const practice = await make({ kind: 'practice', label: 'Mirror', code: 'WEHAVEMN' });
  const twice = await make({ kind: 'practice', label: 'Mirror', code: 'WEHAVEMN' });
  const list = await clinic.call('GET /v1/codes', { key: clinic.secretKey });

  const { ownerId } = staff.body as CodeRow;
  assert.ok(ownerId);
  assert.deepEqual([codeOf(taken), (taken.body as Problem).param], ['alias_taken', 'externalId']);
  assert.equal((practice.body as CodeRow).ownerId, null);
  assert.deepEqual([codeOf(twice), (twice.body as Problem).param], ['alias_taken', 'code']);
  assert.equal((list.body as Page<CodeRow>).data.length, 2);
  const entries = await clinic.call(`GET /v1/members/${ownerId}/entries`, {
    key: clinic.secretKey,
  });
  assert.deepEqual(entries.body, { data: [], nextCursor: null });
  const joined = await clinic.signIn('+13125550142', {
    consents: { terms: true },
    code: 'WEHAVEMN',
  });
  assert.equal(joined.joined, true);
});

test('the summary is read again only when something changed', async () => {
  const clinic = await openTrial();
  const { session, summary } = await clinic.signIn('+13125550142');
  const read = (etag?: string) =>
    clinic.call('GET /v1/me', {
      key: session.accessToken,
      ...(etag === undefined ? {} : { headers: { 'if-none-match': etag } }),
    });

  const first = await read();
  clinic.wait(1000);
  const same = await read(first.headers.get('etag') ?? '');
  await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: { ...receipt('R-1'), member: { memberId: summary.member.id } },
  });
  const changed = await read(first.headers.get('etag') ?? '');

  assert.deepEqual([same.status, same.body], [304, null]);
  assert.equal(changed.status, 200);
  assert.equal((changed.body as Summary).points.balance, 250);
});

test('pages of people with one phone come to an end', async () => {
  const clinic = await openTrial();
  for (const firstName of ['Ana', 'Bea', 'Cleo'])
    await create(clinic, { firstName, phone: '+13125550142' });

  const seen: (string | null)[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await clinic.call(`GET /v1/members?phone=%2B13125550142&limit=2${more}`, {
      key: clinic.secretKey,
    });
    const page = answer.body as Page<Member>;
    seen.push(...page.data.map(({ firstName }) => firstName));
    cursor = page.nextCursor;
  } while (cursor !== null && seen.length < 9);

  assert.deepEqual(seen.sort(), ['Ana', 'Bea', 'Cleo']);
});

test('nobody gets an id in a source of our own, by which a code finds its owner', async () => {
  const clinic = await openTrial();
  const aliases = [
    { source: 'till', externalId: 'C-1' },
    { source: 'code.staff', externalId: 'S-1' },
  ];
  const made = await create(clinic, { firstName: 'Ana' });
  const { id } = made.body as Member;

  const created = await create(clinic, { aliases });
  const changed = await clinic.call(`PATCH /v1/members/${id}`, {
    key: clinic.secretKey,
    body: { addAliases: aliases },
  });

  for (const [answer, param] of [
    [created, 'aliases[1].source'],
    [changed, 'addAliases[1].source'],
  ] as const)
    assert.deepEqual([codeOf(answer), (answer.body as Problem).param], ['invalid_field', param]);
});

test('an e-mail address that grows in lower case is kept and shown', async () => {
  const clinic = await openTrial();

  const made = await create(clinic, { email: 'İ'.repeat(200) });
  const list = await clinic.call('GET /v1/members', { key: clinic.secretKey });

  assert.deepEqual([made.status, list.status], [201, 200]);
});

test("an invite of the practice is nobody's: an id of its owner is refused, not forgotten", async () => {
  const clinic = await openTrial();

  const answer = await clinic.call('POST /v1/codes', {
    key: clinic.secretKey,
    body: { kind: 'practice', label: 'Mirror', externalId: 'S-1' },
  });

  const { code, param } = answer.body as Problem;
  assert.deepEqual([code, param], ['invalid_field', 'externalId']);
});
