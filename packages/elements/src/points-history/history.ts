import type { Entry } from '@afterglow/contract';
import { ordinalFirst } from '../internal/format.js';

/** What was loaded beyond the summary: entries from the newest on, and where the next page begins. */
export interface Loaded {
  readonly entries: readonly Entry[];
  readonly nextCursor: string | null;
}

/**
 * The entries to show, newest first: those of the summary, which is always the newest, and what was
 * loaded before. Where the two don't meet there may be a gap between them, so that what was loaded
 * is left out.
 */
export function joinEntries(
  newest: readonly Entry[],
  loaded: Loaded | undefined,
): { readonly entries: readonly Entry[]; readonly isGap: boolean } {
  if (!loaded) return { entries: newest, isGap: false };

  const known = new Set(newest.map(({ id }) => id));
  const older = loaded.entries.filter(({ id }) => !known.has(id));
  const meets = older.length < loaded.entries.length || loaded.entries.length === 0;
  return meets
    ? { entries: [...newest, ...older], isGap: false }
    : { entries: newest, isGap: true };
}

/** The clinic's day of an instant, `YYYY-MM-DD`. */
export function localDay(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** A day as a column has it, such as `Nov 2`; with its year where `asOf` has another. */
export function shortDay(day: string, language: string, asOf: string): string {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) === asOf.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return ordinalFirst(format.format(new Date(`${day}T12:00:00Z`)), language);
}
