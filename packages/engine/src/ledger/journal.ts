import type { Entry } from '@afterglow/contract';

/** An entry as the engine makes it: the instant is still epoch milliseconds. */
export type NewEntry = Omit<Entry, 'at'> & { readonly at: number };

/** What is known of an account's journal before new entries are added to it. */
export interface Journal {
  /** How many entries it has; part of the next entries' ids. */
  readonly count: number;
  /** Sum of all entries, by asset. */
  readonly balances: Readonly<Record<string, number>>;
  /** Sum of all entries, by key. Empty where only keys are posted that the journal can't have. */
  readonly net: ReadonlyMap<string, { readonly asset: string; readonly amount: number }>;
}

/** The journal that holds no entry yet. */
export const emptyJournal: Journal = { count: 0, balances: {}, net: new Map() };

/** Sums up entries that were read back, in the order of the journal. */
export function readJournal(
  entries: Iterable<Pick<NewEntry, 'asset' | 'amount' | 'key'>>,
): Journal {
  const balances: Record<string, number> = {};
  const net = new Map<string, { asset: string; amount: number }>();
  let count = 0;
  for (const { asset, amount, key } of entries) {
    count += 1;
    balances[asset] = (balances[asset] ?? 0) + amount;
    net.set(key, { asset, amount: (net.get(key)?.amount ?? 0) + amount });
  }
  return { count, balances, net };
}
