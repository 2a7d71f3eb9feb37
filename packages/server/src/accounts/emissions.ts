import { ownSource, type Emission, type HistoryRecord } from '@afterglow/engine';
import { ensured } from '../ensured.js';
import { canonicalJson } from '../hashing.js';
import { derivedId } from '../ids.js';
import type { Transaction } from '../ports.js';
import { writeTime } from './advance.js';
import { historyRow, type AccountKey } from './rows.js';

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
  const [befores, afters] = [byAddress(before), byAddress(after)];
  for (const address of [...new Set([...befores.keys(), ...afters.keys()])].sort()) {
    const [old, now] = [befores.get(address), afters.get(address)];
    if (old && now && canonicalJson(old) === canonicalJson(now)) continue;

    await queueReview(tx, sender.clinicId, { old, now });
    const one = now ?? ensured(old, 'what was told before');
    const delivery = now ? deliveryOf(now) : withdrawal(ownSource, one.key, one.at);
    for (const id of await deliver(tx, sender, one.to, delivery)) told.add(id);
  }
  return [...told];
}

/** What is told, by where it goes. What a merge keeps comes first in that order, and counts. */
function byAddress(emissions: Emissions): ReadonlyMap<string, Emission> {
  const told = new Map<string, Emission>();
  for (const key of Object.keys(emissions).sort()) {
    const one = ensured(emissions[key], 'an emission');
    const address = `${one.key} ${one.to}`;
    if (!told.has(address)) told.set(address, one);
  }
  return told;
}

/**
 * A friend who is held goes into the queue of the staff, and leaves it when nothing holds any more.
 * What staff decided stays decided, since a merge withdraws a step and tells it again.
 */
async function queueReview(
  tx: Transaction,
  clinicId: string,
  { old, now }: { readonly old: Emission | undefined; readonly now: Emission | undefined },
): Promise<void> {
  if (old?.data.step === 'held' && old.data.referralId !== now?.data.referralId) {
    const key = { clinicId, referralId: old.data.referralId };
    const review = await tx.get('reviews', key);
    if (review?.status === 'held') await tx.remove('reviews', key);
  }
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
 * above all that the account knows of this identity, and at least the one given: after a merge a
 * history is ahead of the till's numbers. An account that was merged keeps it for the day on which the
 * merge is undone; the one that it is part of takes it up. An account that was frozen is told nothing.
 *
 * @returns The accounts whose history grew.
 */
export async function deliver(
  tx: Transaction,
  sender: Sender,
  accountId: string,
  delivery: Delivery,
  revision = 1,
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
    revision: Math.max(revision, (known?.revision ?? 0) + 1),
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
