import type { Emission, HistoryRecord } from '@afterglow/engine';
import { canonicalJson } from '../hashing.js';
import { derivedId } from '../ids.js';
import type { Transaction } from '../ports.js';
import { writeTime } from './advance.js';
import { historyRow, type AccountKey } from './rows.js';

/** The source of what accounts tell each other and of joining. No caller may use it. */
export const ownSource = 'afterglow';

type Emissions = Readonly<Record<string, Emission>>;

/** What a delivery needs to know of the clinic. */
interface Sender {
  readonly clinicId: string;
  readonly now: number;
}

/** A record for another account, before it has a revision and a time of arrival. */
export type Delivery = Pick<HistoryRecord, 'type' | 'source' | 'externalId' | 'at' | 'data'> & {
  /** Left out: a new one. */
  readonly id?: string;
};

/** What the account that is told something gets into its history. */
export function deliveryOf({ key, at, data }: Emission): Delivery {
  return { type: 'friend', source: ownSource, externalId: key, at, data };
}

/**
 * Puts what changed between two folds into the histories of the accounts that it concerns. Insert
 * only: nobody waits for the other's fold. A step that vanished is withdrawn.
 *
 * @returns The accounts that were told something.
 */
export async function tellOthers(
  tx: Transaction,
  sender: Sender,
  { before, after }: { readonly before: Emissions; readonly after: Emissions },
): Promise<readonly string[]> {
  const told = new Set<string>();
  for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const [old, now] = [before[key], after[key]];
    if (old && now && canonicalJson(old) === canonicalJson(now)) continue;

    await queueReview(tx, sender.clinicId, { old, now });
    if (old && old.to !== now?.to) {
      for (const id of await deliver(tx, sender, old.to, withdrawal(ownSource, key, old.at)))
        told.add(id);
    }
    if (now) {
      for (const id of await deliver(tx, sender, now.to, deliveryOf(now))) told.add(id);
    }
  }
  return [...told];
}

/** A friend who is held goes into the queue of the staff, and leaves it when nothing holds any more. */
async function queueReview(
  tx: Transaction,
  clinicId: string,
  { old, now }: { readonly old: Emission | undefined; readonly now: Emission | undefined },
): Promise<void> {
  if (old?.data.step === 'held' && old.data.referralId !== now?.data.referralId)
    await tx.remove('reviews', { clinicId, referralId: old.data.referralId });
  if (now?.data.step !== 'held') return;
  const { referralId, friendId } = now.data;
  const status = 'held' as const;
  const row = { clinicId, referralId, ownerId: now.to, friendId, status, heldAt: now.at };
  await tx.insertMissing('reviews', [{ ...row, reason: null, decidedAt: null }]);
}

/** The record that takes an identity out of an account. */
export function withdrawal(source: string, externalId: string, at: number): Delivery {
  return { type: 'withdrawn', source, externalId, at, data: {} };
}

/**
 * Adds a record to another account's history and makes that account due at once. Its revision is
 * one more than the account knows of this identity, or the one given. An account that was merged keeps
 * it for the day on which the merge is undone; the one that it is part of takes it up. An account
 * that was frozen is told nothing.
 *
 * @returns The accounts whose history grew.
 */
export async function deliver(
  tx: Transaction,
  sender: Sender,
  accountId: string,
  delivery: Delivery,
  revision?: number,
): Promise<readonly string[]> {
  const key: AccountKey = { clinicId: sender.clinicId, accountId };
  const row = await tx.get('accounts', key);
  if (!row || row.frozenAt !== null) return [];

  const { source, externalId } = delivery;
  const [known] = await tx.range('history', {
    index: 'key',
    where: { ...key, source, externalId },
    descending: true,
    limit: 1,
  });
  const record = {
    id: derivedId('event', sender.now, `${accountId} ${source} ${externalId}`),
    ...delivery,
    revision: revision ?? (known?.revision ?? 0) + 1,
    recordedAt: writeTime(row, sender.now),
  } as HistoryRecord;
  await tx.insertMissing('history', [historyRow(key, record)]);
  await tx.update('accounts', key, {
    stale: 1,
    nextDue: Math.min(row.nextDue ?? sender.now, sender.now),
  });
  const member = await tx.get('members', { clinicId: sender.clinicId, id: accountId });
  if (!member || member.mergedInto === null) return [accountId];
  return [accountId, ...(await deliver(tx, sender, member.mergedInto, delivery))];
}
