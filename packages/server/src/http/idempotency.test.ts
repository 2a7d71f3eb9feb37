import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  replayedRoutes,
  type CodeRow,
  type Page,
  type ReferralReview,
  type RouteName,
  type Voucher,
} from '@afterglow/contract';
import { createApp, type App } from '../app.js';
import { defaultProgram } from '../default-program.js';
import { ensured } from '../ensured.js';
import { trialStores } from '../node/trial-stores.js';
import type { Ports, Transaction } from '../ports.js';
import { tables, type TableName } from '../tables.js';
import { codeOf, openTrial, receipt, trialStart, type TrialClinic } from '../trial/trial-clinic.js';

const now = new Date(trialStart).toISOString();

/** A request that can be carried out once. */
interface Sent {
  readonly path: string;
  readonly key: string;
  readonly body?: object;
}

const keyed = { 'idempotency-key': 'key-1' };

/** Sends with a key; answers the bytes of the body and what is said of them. */
async function send(app: App, { path, key, body }: Sent) {
  const answer = await app.request(`/v1/${path}`, {
    method: 'POST',
    headers: { ...keyed, authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    body: await answer.text(),
    type: answer.headers.get('content-type'),
    replayed: answer.headers.get('idempotent-replayed'),
  };
}

/** Somebody who joined and has 2,050 points. */
async function patient(clinic: TrialClinic) {
  const { session, summary } = await clinic.signIn('+13125550142');
  const { id } = summary.member;
  const visit = { ...receipt('R-1', { amount: 400_000, at: now }), member: { memberId: id } };
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: visit });
  return { id, token: session.accessToken, code: summary.referral?.code };
}

async function claimed(clinic: TrialClinic) {
  const { id, token } = await patient(clinic);
  const body = { rewardId: 'credit-50' };
  const { code } = (await clinic.call('POST /v1/me/claims', { key: token, body })).body as Voucher;
  return { memberId: id, code };
}

/** The patient, and what a till knows of the same person under another name. */
async function twoRecords(clinic: TrialClinic) {
  const { id } = await patient(clinic);
  await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: receipt('R-2', { client: 'C-2', at: now }),
  });
  const found = await clinic.call('GET /v1/members?source=till&externalId=C-2', {
    key: clinic.secretKey,
  });
  const [other] = (found.body as Page<{ id: string }>).data;
  return { into: id, from: ensured(other, 'the other record').id };
}

/** A friend who joined with the owner's own phone. */
async function heldReferral(clinic: TrialClinic) {
  const { code } = await patient(clinic);
  const phone = '+13125550142';
  const till = { source: 'till', occurredAt: now };
  const events = [
    { ...till, type: 'member.updated', externalId: 'U-1', member: { externalId: 'C-1', phone } },
    { ...till, type: 'member.joined', externalId: 'J-1', member: { externalId: 'C-9', phone } },
  ];
  const data = [{}, { code }];
  for (const [nth, event] of events.entries())
    await clinic.call('POST /v1/events', {
      key: clinic.secretKey,
      body: { ...event, data: data[nth] },
    });
  const listed = await clinic.call('GET /v1/referrals', { key: clinic.secretKey });
  const [held] = (listed.body as Page<ReferralReview>).data;
  return ensured(held, 'the referral that is held').id;
}

/** A request of each route, after what it needs was done. */
const requests: Partial<Record<RouteName, (clinic: TrialClinic) => Promise<Sent>>> = {
  createMember: async ({ secretKey: key }) => ({
    path: 'members',
    key,
    body: { firstName: 'Ana' },
  }),
  createCode: async ({ secretKey: key }) => ({
    ...{ path: 'codes', key },
    body: { kind: 'staff', label: 'Dana' },
  }),
  createProgramVersion: async ({ secretKey: key, program }) => ({
    ...{ path: 'program/versions', key },
    body: { program },
  }),
  createClaim: async (clinic) => ({
    ...{ path: 'me/claims', key: (await patient(clinic)).token },
    body: { rewardId: 'credit-50' },
  }),
  async mergeMember(clinic) {
    const { into, from } = await twoRecords(clinic);
    const body = { from, reason: 'duplicate' };
    return { path: `members/${into}/merge`, key: clinic.secretKey, body };
  },
  async unmergeMember(clinic) {
    const { into, from } = await twoRecords(clinic);
    const key = clinic.secretKey;
    const body = { from, reason: 'duplicate' };
    await clinic.call(`POST /v1/members/${into}/merge`, { key, body });
    return { path: `members/${into}/unmerge`, key, body: { from } };
  },
  reviewReferral: async (clinic) => ({
    path: `referrals/${await heldReferral(clinic)}/review`,
    key: clinic.secretKey,
    body: { decision: 'approve', reason: 'family' },
  }),
  adjustMember: async (clinic) => ({
    path: `members/${(await patient(clinic)).id}/adjustments`,
    key: clinic.secretKey,
    body: { asset: 'points', amount: 250, reason: 'complaint' },
  }),
  giveTier: async (clinic) => ({
    path: `members/${(await patient(clinic)).id}/tier`,
    key: clinic.secretKey,
    body: { level: 'radiant', until: '2027-03-01', reason: 'guest' },
  }),
  redeemVoucher: async (clinic) => ({
    path: `vouchers/${(await claimed(clinic)).code}/redeem`,
    key: clinic.secretKey,
  }),
  async createCheckout(clinic) {
    const { code, memberId } = await claimed(clinic);
    const listPrice = { amount: 20_000, currency: 'USD' };
    const line = { lineId: '1', kind: 'treatment', code: 'FACIAL', category: 'facial', listPrice };
    const body = { member: { memberId }, lines: [line], use: { vouchers: [code] } };
    return { path: 'checkouts', key: clinic.secretKey, body };
  },
};

/** Everything that the store holds, but kept answers. */
async function rowsOf({ ports }: TrialClinic): Promise<string> {
  const names = (Object.keys(tables) as TableName[]).filter((name) => name !== 'idempotency');
  const rows = names.map((name) => ports.store.reader.range(name, { index: 'key', where: {} }));
  return JSON.stringify(await Promise.all(rows));
}

type Work = (tx: Transaction) => Promise<unknown>;

/** A server whose first transaction goes through here. */
function failing(
  ports: Ports,
  first: (run: (work: Work) => Promise<unknown>, work: Work) => unknown,
) {
  const { store } = ports;
  const transaction = (work: Work) => first((other) => store.transaction(other), work);
  return createApp({ ...ports, store: { ...store, reader: store.reader, transaction } as never });
}

const dies = (): never => {
  throw new Error('died');
};

for (const { name, open } of trialStores())
  describe(`an Idempotency-Key on ${name}`, () => {
    for (const route of replayedRoutes)
      test(`${route}: the first answer is there when its server dies after the commit`, async (t) => {
        const clinic = await openTrial({ store: await open({ after: (work) => t.after(work) }) });
        const sent = await ensured(requests[route], `a request of ${route}`)(clinic);
        const before = await rowsOf(clinic);
        const dead = failing(clinic.ports, async (run, work) => {
          await run(work);
          dies();
        });

        const lost = await send(dead, sent);
        const done = await rowsOf(clinic);
        const again = await send(clinic.app, sent);

        assert.equal(lost.status, 500);
        assert.notEqual(done, before);
        assert.deepEqual([again.status < 300, again.replayed], [true, 'true'], again.body);
        assert.equal(again.type, 'application/json');
        assert.deepEqual(await send(clinic.app, sent), again);
        assert.equal(await rowsOf(clinic), done);
      });

    test('is free at once when its server dies before the commit', async (t) => {
      const clinic = await openTrial({ store: await open({ after: (work) => t.after(work) }) });
      const sent = await ensured(requests.createClaim, 'a claim')(clinic);
      const before = await rowsOf(clinic);
      const dead = failing(clinic.ports, (run, work) =>
        run(async (tx) => {
          await work(tx);
          dies();
        }),
      );

      const lost = await send(dead, sent);
      const left = await rowsOf(clinic);
      const next = await send(clinic.app, sent);
      const again = await send(clinic.app, sent);

      assert.deepEqual([lost.status, left], [500, before]);
      assert.deepEqual([next.status, next.replayed], [201, null]);
      assert.deepEqual(again, { ...next, replayed: 'true' });
    });

    test('gives the first answer byte for byte to all who wait for it', async (t) => {
      const clinic = await openTrial({ store: await open({ after: (work) => t.after(work) }) });
      const sent = await ensured(requests.adjustMember, 'a correction')(clinic);

      const answers = await Promise.all(Array.from({ length: 8 }, () => send(clinic.app, sent)));

      assert.equal(answers.filter(({ replayed }) => replayed === null).length, 1);
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
      assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
    });

    test('keeps a refusal and a preview, and nothing of the work that was taken back', async (t) => {
      const clinic = await openTrial({ store: await open({ after: (work) => t.after(work) }) });
      const { into, from } = await twoRecords(clinic);
      const key = clinic.secretKey;
      const body = { from, reason: 'duplicate', preview: true };
      const before = await rowsOf(clinic);

      const preview = await send(clinic.app, { path: `members/${into}/merge`, key, body });
      const replayed = await send(clinic.app, { path: `members/${into}/merge`, key, body });

      assert.equal(preview.status, 200, preview.body);
      assert.equal((JSON.parse(preview.body) as { preview: boolean }).preview, true);
      assert.deepEqual(replayed, { ...preview, replayed: 'true' });
      assert.equal(await rowsOf(clinic), before);
    });
  });

test('a preview shows the member as they stay, with a key as without', async () => {
  const clinic = await openTrial({ program: defaultProgram() });
  const { into, from } = await twoRecords(clinic);
  const sent = { key: clinic.secretKey, body: { from, reason: 'duplicate', preview: true } };

  const bare = await clinic.call(`POST /v1/members/${into}/merge`, sent);
  const withKey = await clinic.call(`POST /v1/members/${into}/merge`, { ...sent, headers: keyed });

  assert.deepEqual(withKey.body, bare.body);
});

test('a key whose first request failed in the middle is free, and nothing of it is left', async () => {
  const clinic = await openTrial();
  const body = { kind: 'staff', label: 'Dana' };
  const sent = { path: 'codes', key: clinic.secretKey, body };
  const broken = failing(clinic.ports, (run, work) =>
    run((tx) => work({ ...methodsOf(tx), insert: () => Promise.reject(new Error('broken')) })),
  );

  assert.equal((await send(broken, sent)).status, 500);
  assert.equal((await send(clinic.app, sent)).status, 201);

  const listed = await clinic.call('GET /v1/codes', { key: clinic.secretKey });
  assert.equal((listed.body as Page<CodeRow>).data.length, 1);
  const other = await clinic.call('POST /v1/codes', {
    key: clinic.secretKey,
    body: { kind: 'staff', label: 'Eva' },
    headers: keyed,
  });
  assert.equal(codeOf(other), 'idempotency_key_reused');
});

function methodsOf(tx: Transaction): Transaction {
  return {
    get: (table, key) => tx.get(table, key),
    getMany: (table, keys) => tx.getMany(table, keys),
    range: (table, range) => tx.range(table, range),
    lock: (table, key) => tx.lock(table, key),
    insert: (table, rows) => tx.insert(table, rows),
    insertMissing: (table, rows) => tx.insertMissing(table, rows),
    claim: (table, row) => tx.claim(table, row),
    save: (table, rows) => tx.save(table, rows),
    update: (table, key, change) => tx.update(table, key, change),
    remove: (table, key) => tx.remove(table, key),
  };
}
