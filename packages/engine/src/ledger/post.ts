import type { Cause } from '@afterglow/contract';
import type { Fold } from '../account.js';
import type { Journal, NewEntry } from './journal.js';

/**
 * The entries that bring a journal to what a fold desires: `desired − net` of each key, in order of
 * instant, then key.
 *
 * @param cause - Said of keys that the journal has and the fold doesn't know any more.
 */
export function postEntries(_input: {
  readonly fold: Fold;
  readonly journal: Journal;
  readonly cause: Cause & { readonly at: number };
}): readonly NewEntry[] {
  return [];
}
