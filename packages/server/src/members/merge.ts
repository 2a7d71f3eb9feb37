import {
  copiesInto,
  decisionSource,
  type HistoryRecord,
  type KnownBirthday,
  type Parts,
  type UntakenRecord,
} from '@afterglow/engine';
import { advance } from '../accounts/advance.js';
import { lockAccount, writeAccount, type Written } from '../accounts/write.js';
import { newId } from '../ids.js';
import type { Ports, Reader, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import { settleAccounts } from '../settle.js';
import type { Tables } from '../tables.js';
import { accountAtWrite, timed } from './account-at-write.js';
import { findApart } from './apart.js';
import { toldBirthdays } from './birthdays.js';
import { doOrPreview } from './preview.js';
import { stayTold } from './released.js';
import { changeMember, todayOf } from './rows.js';
import { missingDetails, newestRecord, partsOf, type Pair } from './union.js';

/** Points of the two records and of the person. */
export interface MergedPoints {
  readonly before: number;
  readonly after: number;
  readonly goodwill: number;
}

/**
 * Makes two records of one person one: the survivor's history receives the other's records, the
 * other's journal goes back to zero, and what the union is worth less is made up for by goodwill. A
 * preview does the same and takes it back, so it says what happens.
 */
export async function mergeMembers(
  ports: Ports,
  clinic: Clinic,
  asked: Pair & { readonly reason: string; readonly preview: boolean },
): Promise<MergedPoints> {
  const { preview } = asked;
  const { points, told } = await doOrPreview(ports.store, preview, (tx) =>
    mergeIn(tx, ports, clinic, asked),
  );
  if (!preview) await settleAccounts(ports, { ...clinic, clinicId: clinic.id }, told);
  return points;
}

async function mergeIn(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  { into, from, reason }: Pair & { readonly reason: string },
): Promise<{ readonly points: MergedPoints; readonly told: readonly string[] }> {
  const pair = { into, from };
  await lockPair(tx, clinic, pair);
  const { survivor, other } = await checkPair(tx, clinic, pair);
  const context = { clinicId: clinic.id, programs: clinic.programs, now: clinic.now };
  const missing = missingDetails(survivor, other, todayOf(clinic));

  const apart = await findApart(tx, context, pair);
  const emptied = await empty(tx, ports, clinic, { into, other });
  // The other's step as a friend of the survivor, if it was one, is gone from here on.
  const { points: own } = await accountAtWrite(tx, context, into);
  await changeMember(tx, clinic, survivor, missing);

  const filled = Object.keys(missing);
  const united = await unite(tx, ports, clinic, {
    pair,
    history: apart.history,
    birthdays: toldBirthdays(other),
    data: { from, goodwill: 0, reason, ...(filled.length > 0 ? { filled } : {}) },
  });
  const before = own + apart.points;
  const goodwill = Math.max(0, before - united.account.points);
  const kept = stayTold(apart.left, united.account);
  const data = { ...united.record.data, goodwill, ...(kept.length > 0 ? { kept } : {}) };
  const record = { ...united.record, data } as UntakenRecord;
  const merged = await writeAccount(tx, context, into, [record, ...united.copies]);
  return {
    points: { before, after: merged.account.points, goodwill },
    told: [...emptied.told, ...merged.told].filter((id) => id !== from),
  };
}

/** The account of both, still without goodwill, and the records that make it so. Nothing is written. */
async function unite(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  of: {
    readonly pair: Pair;
    /** The other's, as it was before the other was emptied. */
    readonly history: Parts['from'];
    readonly birthdays: readonly KnownBirthday[];
    /** Of the record of the merge. */
    readonly data: object;
  },
) {
  const { into, from } = of.pair;
  const clinicId = clinic.id;
  const key = { clinicId, accountId: into };
  const row = await lockAccount(tx, key);
  const context = { clinicId, programs: clinic.programs, now: clinic.now };
  const { programs, now } = await timed(tx, context, row);
  const { into: stays } = await partsOf(tx, clinicId, of.pair);
  const copies = copiesInto(
    { into: stays, from: of.history },
    { programs, until: now, birthdays: of.birthdays },
  );
  const record = await pairRecord(tx, ports, clinic, key, {
    type: 'merge',
    externalId: `merge:${from}`,
    data: of.data,
  });
  const written = [record, ...copies].map((one) => ({ ...one, recordedAt: now }) as HistoryRecord);
  const { account } = await advance(tx, row, { programs, now, written });
  return { account, record, copies };
}

/** The other record stands for nobody any more, and its journal goes back to zero. */
async function empty(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  { into, other }: { readonly into: string; readonly other: Tables['members'] },
): Promise<Written> {
  const { clinicId, id: from } = other;
  const context = { clinicId, programs: clinic.programs, now: clinic.now };
  const key = { clinicId, accountId: from };
  const mergedInto = { type: 'mergedInto', externalId: 'mergedInto', data: { into } };
  const record = await pairRecord(tx, ports, clinic, key, mergedInto);
  const written = await writeAccount(tx, context, from, [record]);
  await tx.update('members', { clinicId, id: from }, { status: 'merged', mergedInto: into });
  return written;
}

/** Locks two accounts in the order of their ids, so that two who merge wait for each other. */
export async function lockPair(tx: Transaction, { id }: Clinic, pair: Pair): Promise<void> {
  await tx.lock('clinics', { id });
  for (const accountId of [pair.into, pair.from].sort())
    await tx.lock('accounts', { clinicId: id, accountId });
}

/** The rows of two records; refused when they can't be made one. */
async function checkPair(
  reader: Reader,
  clinic: Clinic,
  { into, from }: Pair,
): Promise<{ readonly survivor: Tables['members']; readonly other: Tables['members'] }> {
  if (into === from) throw impossible('same', 'A record is not merged with itself.', 'from');
  const survivor = await rowOf(reader, clinic, into, 'id');
  const other = await rowOf(reader, clinic, from, 'from');
  for (const [row, param] of [
    [survivor, 'id'],
    [other, 'from'],
  ] as const)
    if (row.status === 'merged' || row.status === 'erased')
      throw impossible(row.status, `The record ${row.id} is ${row.status}.`, param);
  if (other.status === 'enrolled' && survivor.status === 'known')
    throw impossible(
      'enrolledIntoKnown',
      'The record that becomes part of the other signs in, and the other does not. Merge them the other way round.',
      'from',
    );
  return { survivor, other };
}

/** The refusal of a merge, or of taking one back. */
export const impossible = (reason: string, detail: string, param: string): Refused =>
  new Refused('merge_impossible', { detail, param, details: { reason } });

/** The record of an id itself, not the one that it is part of. */
export async function rowOf(
  reader: Reader,
  { id: clinicId }: Clinic,
  id: string,
  param: string,
): Promise<Tables['members']> {
  const row = await reader.get('members', { clinicId, id });
  if (row) return row;
  throw new Refused('member_unknown', { detail: 'This clinic has no member with that id.', param });
}

/** A record of ours about the pair, with the revision that is next for it. */
export async function pairRecord(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  key: { readonly clinicId: string; readonly accountId: string },
  of: { readonly type: string; readonly externalId: string; readonly data: object },
): Promise<UntakenRecord> {
  const source = decisionSource;
  const known = await newestRecord(tx, key, { source, externalId: of.externalId });
  return {
    ...of,
    source,
    id: newId('event', clinic.now, ports.randomness),
    revision: (known?.revision ?? 0) + 1,
    at: clinic.now,
  } as UntakenRecord;
}
