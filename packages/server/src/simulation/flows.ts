import type { NewEntry } from '@afterglow/engine';

/** Where units of one asset went. Whole units, none below zero unless a correction made it so. */
export interface Flow {
  /** Given, whatever for. */
  readonly issued: number;
  /** Used, or taken back by somebody's decision. */
  readonly used: number;
  /** Gone by itself: lapsed or expired. */
  readonly lapsed: number;
}

const endings: ReadonlySet<string> = new Set(['lapse', 'expiry']);

/** A claim that is given back is a smaller use, not a gift. */
const isGift = ({ amount, cause }: NewEntry) => amount > 0 && cause.kind !== 'claim';

/** Credit of a month of a membership, which was paid for. */
const isBanked = ({ because }: NewEntry) => because[0]?.rule === 'membership';

/** Adds up the entries of one asset; all packages together are one. */
export function flowOf(
  entries: readonly NewEntry[],
  asset: 'points' | 'credit' | 'sessions',
): Flow {
  let [issued, used, lapsed] = [0, 0, 0];
  for (const entry of entries) {
    if (entry.asset !== asset && !entry.asset.startsWith(`${asset}:`)) continue;
    if (isGift(entry)) issued += entry.amount;
    else if (endings.has(entry.cause.kind)) lapsed -= entry.amount;
    else used -= entry.amount;
  }
  return { issued, used, lapsed };
}

/**
 * Entries that are a benefit to the member: points and credit given, whatever for. The credit that
 * a membership banks is not among them, since it was paid for.
 */
export function giftsOf(entries: readonly NewEntry[]): readonly NewEntry[] {
  return entries.filter(
    (entry) =>
      isGift(entry) && (entry.asset === 'points' || (entry.asset === 'credit' && !isBanked(entry))),
  );
}
