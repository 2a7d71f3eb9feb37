import { writeAccount } from '../accounts/write.js';
import { ensured } from '../ensured.js';
import { forgetAnswers, keptRefusal } from '../http/idempotency.js';
import type { Ports, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { forgetKeptCodes } from '../referrals/kept-codes.js';
import { settleAccounts } from '../settle.js';
import type { Tables } from '../tables.js';
import { forgetCards } from './cards.js';
import { forgetConsents } from './consents.js';
import { eraseAliases } from './erased-aliases.js';
import { memberErased, survivorOf } from './find.js';
import { rowOf } from './merge.js';
import { recordsOf } from './records.js';

type MemberRow = Tables['members'];

/**
 * Erases a person, with all records that were merged: who it was is gone, and the ledger stays as it
 * is for ever. What fell due until now is posted first. Somebody who is erased already stays so.
 *
 * @param id - Of any record of the person.
 * @param asked - The instant that the person was told, where the person asked; nothing happens when it
 *   was taken back meanwhile. Left out: the clinic erases.
 * @throws Refused with `member_unknown` when this clinic has no such member.
 */
export async function eraseMember(
  ports: Ports,
  clinic: Clinic,
  id: string,
  asked?: number,
): Promise<void> {
  const refusal = keptRefusal(memberErased());
  const told = await ports.store.transaction(async (tx) => {
    // Who adds people or aliases takes turns, so none comes back while it is erased.
    await tx.lock('clinics', { id: clinic.id });
    await tx.lock('members', { clinicId: clinic.id, id });
    const named = await rowOf(tx, clinic, id, 'id');
    if (asked !== undefined && named.erasesAt !== asked) return [];
    const row = await survivorOf(tx, named);
    const member = ensured(row, 'the record of the person');
    if (member.status === 'erased') return [];

    const records = await recordsOf(tx, member);
    const waiting = await freezeAccounts(tx, clinic, records);
    for (const record of records) await forgetRecord(tx, ports, record);
    await forgetAnswers(tx, clinic.id, { memberIds: records.map((one) => one.id), refusal });
    return waiting;
  });
  await settleAccounts(ports, { ...clinic, clinicId: clinic.id }, told);
}

/**
 * Posts what fell due and lets nothing change the accounts any more, in the order of their ids, as
 * who merges does.
 *
 * @returns Accounts that were told something by that.
 */
async function freezeAccounts(
  tx: Transaction,
  clinic: Clinic,
  records: readonly MemberRow[],
): Promise<readonly string[]> {
  const { id: clinicId, programs, now } = clinic;
  const told: string[] = [];
  for (const accountId of records.map(({ id }) => id).sort()) {
    const written = await writeAccount(tx, { clinicId, programs, now }, accountId, []);
    told.push(...written.told);
    // The reward that comes next would tell the birthday.
    const stateJson = JSON.stringify({ ...written.account, birthdays: [], nextOccasion: null });
    const frozen = { stateJson, stale: 0, nextDue: null, frozenAt: now };
    await tx.update('accounts', { clinicId, accountId }, frozen);
  }
  return told;
}

/** Takes away who a record was, and everything that leads to the person. */
async function forgetRecord(tx: Transaction, ports: Ports, record: MemberRow): Promise<void> {
  const { clinicId, id, phone, email, referralCode } = record;
  await eraseAliases(tx, ports.randomness, { clinicId, memberId: id });
  if (referralCode !== null) await tx.remove('codes', { clinicId, code: referralCode });
  for (const recipient of [phone, email])
    if (recipient !== null) await forgetMessages(tx, clinicId, recipient);
  if (phone !== null) {
    await forgetCodes(tx, clinicId, phone);
    await forgetKeptCodes(tx, clinicId, phone);
  }
  await forgetNotices(tx, clinicId, id);
  await forgetCards(tx, clinicId, id);
  await forgetConsents(tx, clinicId, id);
  await endSessions(tx, ports, record);
  await tx.update(
    'members',
    { clinicId, id },
    {
      ...(record.status === 'merged' ? {} : { status: 'erased' }),
      firstName: null,
      phone: null,
      email: null,
      birthdayJson: null,
      locale: null,
      consentsJson: null,
      preferencesJson: null,
      referralCode: null,
      patientSince: null,
      erasesAt: null,
    },
  );
}

async function forgetMessages(tx: Transaction, clinicId: string, recipient: string) {
  const where = { clinicId, recipient };
  for (const { id } of await tx.range('outbox', { index: 'byRecipient', where }))
    await tx.remove('outbox', { clinicId, id });
}

async function forgetCodes(tx: Transaction, clinicId: string, phone: string) {
  for (const { id } of await tx.range('challenges', {
    index: 'byPhone',
    where: { clinicId, phone },
  }))
    await tx.remove('challenges', { clinicId, id });
}

async function forgetNotices(tx: Transaction, clinicId: string, accountId: string) {
  const where = { clinicId, accountId };
  for (const { key } of await tx.range('notices', { index: 'key', where }))
    await tx.remove('notices', { clinicId, accountId, key });
}

async function endSessions(tx: Transaction, ports: Ports, { clinicId, id }: MemberRow) {
  const where = { clinicId, memberId: id };
  for (const session of await tx.range('sessions', { index: 'byMember', where }))
    if (session.revokedAt === null)
      await tx.update(
        'sessions',
        { clinicId, id: session.id },
        { revokedAt: ports.clock.now(), publicKeyJson: null },
      );
}
