import type { Cause, Reason } from '@afterglow/contract';
import type { Desired, Fold } from '../account.js';
import { idsFor } from '../ids.js';
import type { Journal, NetAmount, NewEntry } from './journal.js';

/** What made a write, for keys of which the fold knows nothing any more. */
export type WriteCause = Cause & { readonly at: number };

/**
 * The entries that bring a journal to what a fold desires: `desired − net` of each key, by instant;
 * those of one instant in the order of the fold, so that a package is there before it is used.
 *
 * @param journal - As it is now. For a forward fold its `net` may be left empty: all keys are new.
 * @param cause - Said of keys that the journal has and a whole fold doesn't know any more.
 */
export function postEntries(input: {
  readonly fold: Fold;
  readonly journal: Journal;
  readonly cause: WriteCause;
}): readonly NewEntry[] {
  const { fold, journal, cause } = input;
  // Not the newest version that is known: a replay after a publication would say another one.
  const { accountId, inForce } = fold.account;
  const drafts: Desired[] = [];
  for (const desired of fold.desired) {
    // A key is put together from parts; to look it up where nothing is costs as much as all else.
    const posted = journal.net.size > 0 ? journal.net.get(desired.key) : undefined;
    if (desired.amount !== (posted?.amount ?? 0)) {
      drafts.push(correct(desired, posted, inForce));
    }
  }
  if (fold.isWhole && journal.net.size > 0) {
    const known = new Set(fold.desired.map(({ key }) => key));
    const groundless = [...journal.net].filter(
      ([key, { amount }]) => amount !== 0 && !known.has(key),
    );
    groundless.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, posted] of groundless) {
      drafts.push(takeBack(key, posted, cause, inForce));
    }
  }
  if (!isAscending(drafts)) drafts.sort((a, b) => a.at - b.at);

  // Not an object: each package has an asset of its own, and an object of many shapes is slow.
  const balances = new Map(Object.entries(journal.balances));
  const idOf = idsFor('ent', `${accountId}:`);
  return drafts.map(({ at, asset, amount, cause: ground, key, because }, index): NewEntry => {
    const balanceAfter = (balances.get(asset) ?? 0) + amount;
    balances.set(asset, balanceAfter);
    const id = idOf(at, String(journal.count + index));
    return { id, at, asset, amount, cause: ground, key, because, balanceAfter };
  });
}

/** Whether drafts lie by instant already, as those of a forward fold do. */
function isAscending(drafts: readonly Desired[]): boolean {
  let latest = -Infinity;
  for (const { at } of drafts) {
    if (at < latest) return false;
    latest = at;
  }
  return true;
}

/** The entry of a key that the fold knows; a second one says what was posted before it. */
function correct(desired: Desired, posted: NetAmount | undefined, version: number): Desired {
  // What was taken back as a whole starts anew.
  if (!posted || posted.amount === 0) return desired;

  const { key, asset, amount, because, loweredBy } = desired;
  const { at, cause } = loweredBy ?? desired;
  const correction: Reason = {
    rule: 'correction',
    version,
    args: { desired: amount, posted: posted.amount },
  };
  return {
    at,
    asset,
    amount: amount - posted.amount,
    cause,
    key,
    because: [...because, correction],
  };
}

/** The entry of a key whose ground is gone: a visit was voided, edited or moved. */
function takeBack(
  key: string,
  { asset, amount }: NetAmount,
  { kind, id, at }: WriteCause,
  version: number,
): Desired {
  const because = [{ rule: 'correction', version, args: { desired: 0, posted: amount } }];
  return { at, asset, amount: -amount, cause: { kind, id }, key, because };
}
