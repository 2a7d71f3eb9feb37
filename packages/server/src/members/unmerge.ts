import type { HistoryRecord } from '@afterglow/engine';
import { withdrawal } from '../accounts/emissions.js';
import { writeAccount, type UnstampedRecord } from '../accounts/write.js';
import { canonicalJson } from '../hashing.js';
import { newId } from '../ids.js';
import type { Ports, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { settleAccounts } from '../settle.js';
import { impossible, lockPair, pairRecord, rowOf, type Pair } from './merge.js';
import { currentRecords, distinctId, isAbout, newestRecord } from './union.js';

/**
 * Takes a merge back: what came with the other leaves the survivor's history, and the other folds its
 * own again. What became of the other's visits since goes back with them; what else came since stays
 * with the survivor.
 */
export async function unmergeMembers(ports: Ports, clinic: Clinic, pair: Pair): Promise<void> {
  const told = await ports.store.transaction((tx) => unmergeIn(tx, ports, clinic, pair));
  await settleAccounts(ports, { ...clinic, clinicId: clinic.id }, told);
}

async function unmergeIn(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  { into, from }: Pair,
): Promise<readonly string[]> {
  await lockPair(tx, clinic, { into, from });
  const member = await rowOf(tx, clinic, from, 'from');
  const survivor = await rowOf(tx, clinic, into, 'id');
  if (survivor.status === 'erased')
    throw impossible('erased', `The record ${into} is erased.`, 'id');
  if (member.mergedInto !== into)
    throw impossible('notMerged', `The record ${from} is no part of ${into}.`, 'from');

  const { clinicId, enrolledAt } = member;
  const status = enrolledAt === null ? 'known' : 'enrolled';
  await tx.update('members', { clinicId, id: from }, { status, mergedInto: null });

  const { leaving, carried } = await whatLeaves(tx, ports, clinic, { into, from });
  const context = { clinicId, programs: clinic.programs, now: clinic.now };
  const key = { clinicId, accountId: into };
  const merge = { type: 'withdrawn', externalId: `merge:${from}`, data: {} };
  const left = await writeAccount(tx, context, into, [
    await pairRecord(tx, ports, clinic, key, merge),
    ...leaving,
  ]);
  const ended = { type: 'withdrawn', externalId: 'mergedInto', data: {} };
  const fromKey = { clinicId, accountId: from };
  const other = await writeAccount(tx, context, from, [
    await pairRecord(tx, ports, clinic, fromKey, ended),
    ...carried,
  ]);
  for (const { source, externalId } of carried)
    await tx.update('events', { clinicId, source, externalId }, { memberId: from });
  return [...left.told, ...other.told];
}

/** What leaves the survivor's history, and what of it the other's does not have yet. */
async function whatLeaves(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  { into, from }: Pair,
): Promise<{ readonly leaving: UnstampedRecord[]; readonly carried: UnstampedRecord[] }> {
  const key = { clinicId: clinic.id, accountId: into };
  const leaving: UnstampedRecord[] = [];
  const carried: UnstampedRecord[] = [];
  const visits = new Set<string>();
  const idOf = () => newId('event', clinic.now, ports.randomness);
  const leave = ({ source, externalId, at, revision }: HistoryRecord) =>
    leaving.push({
      ...withdrawal(source, externalId, at),
      id: idOf(),
      revision: revision + 1,
    } as UnstampedRecord);
  const brought = (await currentRecords(tx, { clinicId: clinic.id, accountId: from })).filter(
    (record) => !isAbout(record, [into, from]),
  );
  for (const record of brought) {
    const { source, externalId } = record;
    const apart = await newestRecord(tx, key, { source, externalId: distinctId(externalId, from) });
    if (apart && apart.type !== 'withdrawn') {
      leave(apart);
      continue;
    }
    const now = await newestRecord(tx, key, record);
    if (!now || now.type === 'withdrawn') continue;
    leave(now);
    if (record.type === 'visit') visits.add(JSON.stringify([source, externalId]));
    // A revision that came meanwhile is news to the other.
    if (isFact(now) && canonicalJson(now.data) !== canonicalJson(record.data))
      carried.push({ ...unstamped(now), revision: record.revision + 1 } as UnstampedRecord);
  }
  const known = new Set(brought.map(({ source, externalId }) => `${source} ${externalId}`));
  for (const record of await currentRecords(tx, key)) {
    if (record.type !== 'refund' && record.type !== 'void') continue;
    const isOfVisit = visits.has(JSON.stringify([record.source, record.data.visit]));
    if (!isOfVisit || known.has(`${record.source} ${record.externalId}`)) continue;
    leave(record);
    carried.push(unstamped(record));
  }
  return { leaving, carried };
}

/** True for what a till or a booking system said: only that is revised. */
const isFact = ({ type }: HistoryRecord) =>
  ['visit', 'refund', 'void', 'booking', 'activity', 'feedback', 'membership'].includes(type);

const unstamped = ({ recordedAt: _, ...record }: HistoryRecord) => record as UnstampedRecord;
