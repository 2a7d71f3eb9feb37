import type { Event } from '@afterglow/contract';
import type { CatalogueItem } from './catalogue.js';
import type { ExportFile } from './line-problem.js';
import type { Negative } from './negative-lines.js';

/** What a line became. */
export type LineOutcome =
  | CatalogueItem['kind']
  | Negative['as']
  | 'booking'
  | 'cancellation'
  | 'no-show'
  | 'new member'
  | 'known member';

/** An event that is to be recorded, and the lines of the file that are in it. */
export interface DraftEvent {
  readonly event: Event;
  readonly file: ExportFile;
  readonly client: string;
  readonly lines: readonly { readonly line: number; readonly outcome: LineOutcome }[];
}

/** Groups in the order in which each group first appears. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
