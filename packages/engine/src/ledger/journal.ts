import type { Entry } from '@afterglow/contract';

/** An entry as the engine makes it: the instant is still epoch milliseconds. */
export type NewEntry = Omit<Entry, 'at'> & { readonly at: number };

/** What all entries of one key add up to. */
export interface NetAmount {
  readonly asset: string;
  readonly amount: number;
}

/** What is known of an account's journal before new entries are added to it. */
export interface Journal {
  /** How many entries it has; part of the next entries' ids. */
  readonly count: number;
  /** Sum of all entries, by asset. */
  readonly balances: Readonly<Record<string, number>>;
  /** Sum of all entries, by key. Empty where only keys are posted that the journal can't have. */
  readonly net: ReadonlyMap<string, NetAmount>;
}

/** The journal that holds no entry yet. */
export const emptyJournal: Journal = { count: 0, balances: {}, net: new Map() };

/** A journal with entries added to it. */
export function extendJournal(
  journal: Journal,
  entries: readonly Pick<NewEntry, 'asset' | 'amount' | 'key'>[],
): Journal {
  if (entries.length === 0) return journal;

  const balances: Record<string, number> = { ...journal.balances };
  const net = new Map(journal.net);
  for (const { asset, amount, key } of entries) {
    balances[asset] = (balances[asset] ?? 0) + amount;
    net.set(key, { asset, amount: (net.get(key)?.amount ?? 0) + amount });
  }
  return { count: journal.count + entries.length, balances, net };
}

/** Sums up entries that were read back; their order is free. */
export function readJournal(
  entries: readonly Pick<NewEntry, 'asset' | 'amount' | 'key'>[],
): Journal {
  return extendJournal(emptyJournal, entries);
}
