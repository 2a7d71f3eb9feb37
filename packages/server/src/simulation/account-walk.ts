import { foldAccount, foldForward, type Account, type ProgramInForce } from '@afterglow/engine';
import type { SimulatedAccount } from './histories.js';

/** An account and its tiers as they were known at the time. */
export interface AccountWalk {
  /** The account at each visit, before it counts, by id of the visit's record, in their order. */
  readonly atVisit: ReadonlyMap<string, Account>;
  /** At each instant that was asked for; undefined before the account's first record. */
  readonly atInstant: readonly (string | null | undefined)[];
}

/**
 * Goes through a history in the order in which it happened and looks at the tier on the way. Later
 * refunds are not known yet at an earlier instant.
 *
 * @param instants - Ascending, epoch milliseconds.
 */
export function walkAccount(
  { id: accountId, records, birthdays }: SimulatedAccount,
  programs: readonly ProgramInForce[],
  instants: readonly number[],
): AccountWalk {
  const ordered = records.toSorted(
    (a, b) =>
      a.at - b.at || (`${a.source} ${a.externalId}` < `${b.source} ${b.externalId}` ? -1 : 1),
  );
  const atVisit = new Map<string, Account>();
  const atInstant: (string | null | undefined)[] = [];
  let account: Account | undefined;
  let taken = 0;

  function accountAt(count: number, until: number): Account {
    const news = ordered.slice(taken, count);
    // A refund or an edited receipt changes what was before it: then all is folded again.
    const forward = account && foldForward(account, { programs, records: news, until });
    const fold =
      forward ??
      foldAccount({ accountId, programs, records: ordered.slice(0, count), birthdays, until });
    account = fold.account;
    taken = count;
    return account;
  }

  function lookUntil(before: number): void {
    for (
      let instant = instants[atInstant.length];
      instant !== undefined && instant < before;
      instant = instants[atInstant.length]
    )
      atInstant.push(taken === 0 ? undefined : accountAt(taken, instant).tier.level);
  }

  for (const [index, { type, id, at }] of ordered.entries()) {
    lookUntil(at);
    if (type === 'visit') atVisit.set(id, accountAt(index, at));
    accountAt(index + 1, at);
  }
  lookUntil(Infinity);
  return { atVisit, atInstant };
}
