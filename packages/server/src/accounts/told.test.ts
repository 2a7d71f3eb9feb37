import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayJournal } from '@afterglow/engine';
import { defaultProgram } from '../default-program.js';
import { ensured } from '../ensured.js';
import { recordFacts } from '../intake/record-facts.js';
import type { Ports } from '../ports.js';
import { loadPrograms, openClinic } from '../programs.js';
import { settleDue } from '../settle.js';
import { openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';
import { recordOf } from './rows.js';

/** Takes events on a server that dies before it settles the accounts that it told something. */
async function sendAndDie(clinic: TrialClinic, event: object): Promise<void> {
  const { store } = clinic.ports;
  let transactions = 0;
  const ports: Ports = {
    ...clinic.ports,
    store: {
      ...store,
      transaction: (work) =>
        ++transactions > 1 ? Promise.reject(new Error('died')) : store.transaction(work),
    },
  };
  const opened = ensured(await openClinic(ports, clinic.id), 'the clinic');
  const [result] = await recordFacts(ports, opened, [event]);
  assert.equal(result?.status, 'applied');
}

/** An owner of a code and a friend who joined by it. The reward is not held. */
async function ownerAndFriend(clinic: TrialClinic) {
  const owner = await clinic.signIn('+13125550142');
  const code = owner.summary.referral?.code;
  const friend = await clinic.signIn('+13125550143', { consents: { terms: true }, code });
  return { owner: owner.summary.member.id, friend: friend.summary.member.id };
}

const program = defaultProgram({ holdDays: 0 });

async function journals(clinic: TrialClinic, accountId: string) {
  const { reader } = clinic.ports.store;
  const where = { clinicId: clinic.id, accountId };
  const history = await reader.range('history', { index: 'key', where });
  const kept = await reader.range('entries', { index: 'key', where });
  const account = await reader.get('accounts', where);
  const replayed = replayJournal({
    accountId,
    programs: await loadPrograms(clinic.ports, clinic.id),
    records: history.map(recordOf),
    until: account?.updatedAt ?? 0,
  });
  const line = ({ id, at, amount, key }: (typeof replayed)[number] | (typeof kept)[number]) =>
    `${id} ${at} ${key} ${amount}`;
  return { kept: kept.map(line), replayed: replayed.map(line) };
}

test('a write at the instant at which a friend’s step arrived is a write of its own', async () => {
  const clinic = await openTrial({ program });
  const { owner, friend } = await ownerAndFriend(clinic);
  clinic.wait(3_600_000);
  await sendAndDie(clinic, {
    ...receipt('R-1', { at: '2026-11-22T15:30:00.000Z' }),
    member: { memberId: friend },
  });

  await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: {
      ...receipt('R-2', { at: '2026-11-20T15:30:00.000Z' }),
      member: { memberId: owner },
    },
  });

  const { kept, replayed } = await journals(clinic, owner);
  assert.deepEqual(kept, replayed);
});

test('a friend’s step that arrived after something fell due is taken up once', async () => {
  const clinic = await openTrial({ program });
  const { owner, friend } = await ownerAndFriend(clinic);
  await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: {
      ...receipt('R-1', { at: '2026-11-22T15:00:00.000Z' }),
      member: { memberId: owner },
    },
  });
  clinic.wait(400 * 86_400_000);
  await sendAndDie(clinic, {
    ...receipt('R-2', { at: '2026-11-23T15:30:00.000Z' }),
    member: { memberId: friend },
  });

  await settleDue(clinic.ports, clinic.id, clinic.ports.clock.now());
  const startsAt = '2028-12-01T00:00:00.000Z';
  const body = { program, startsAt };
  await clinic.call('POST /v1/program/versions', { key: clinic.secretKey, body });
  await settleDue(clinic.ports, clinic.id, clinic.ports.clock.now());

  const { kept, replayed } = await journals(clinic, owner);
  assert.deepEqual(kept, replayed);
  assert.equal(kept.filter((one) => one.includes('referral:')).length, 1);
});
