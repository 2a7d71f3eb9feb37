import type { Account, Flag, Fold, KnownBirthday, Notice } from './account.js';
import { foldAccount, foldForward } from './fold.js';
import type { HistoryRecord } from './history.js';
import { balancesOf } from './ledger/enter.js';
import { extendJournal } from './ledger/journal.js';
import type { Journal, NewEntry } from './ledger/journal.js';
import { postEntries } from './ledger/post.js';
import type { WriteCause } from './ledger/post.js';
import { NEWS_MS } from './notices/news.js';
import { reminderKinds } from './notices/remind.js';
import { comparePositions } from './order.js';
import type { ProgramInForce } from './programs/programs.js';

/** What lies in the store. */
export interface Past {
  /** All records of the account that were taken before this write. */
  readonly records: readonly HistoryRecord[];
  readonly journal: Journal;
  /** As they are known now; they lie beside the history. Left out: none. */
  readonly birthdays?: readonly KnownBirthday[];
}

/** What one write to an account needs. */
export interface SettleInput {
  readonly accountId: string;
  readonly programs: readonly ProgramInForce[];
  /** The cached account before this write; undefined when there is none, or when it is stale. */
  readonly account: Account | undefined;
  /** How many entries the journal has. */
  readonly count: number;
  /** The records of this write, not part of `past`; empty to settle what fell due. */
  readonly written: readonly HistoryRecord[];
  /** The clinic's now. */
  readonly now: number;
  /** The now of the write before this one: what was due by then was told. Left out: nothing was. */
  readonly settledTo?: number;
  /** Only needed when asked for; for a new account `{ records: [], journal: emptyJournal }`. */
  readonly past?: Past | undefined;
}

/** What one write does. */
export interface Settled {
  readonly account: Account;
  /** To be appended in this order. */
  readonly entries: readonly NewEntry[];
  /** By id of the record. */
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
  /** What the member is to be told by this write, in that order. */
  readonly notices: readonly Notice[];
}

/** A fold, and the journal that it is compared with. */
interface Compared {
  readonly fold: Fold;
  readonly journal: Journal;
}

/**
 * One write, whole: first what fell due until now is posted, then what the new records change. The
 * two are apart, so that the journal is the same whether or not somebody settled the account in
 * between.
 *
 * @returns Undefined when the cached account does not suffice: load `past` and call again.
 */
export function settleAccount(input: SettleInput): Settled | undefined {
  const { written, now } = input;
  const due = settleDue(input);
  if (!due) return undefined;
  const cause: WriteCause = { kind: 'refold', id: null, at: now };
  const dueEntries = postEntries({ ...due, cause });
  const journal = extendJournal(due.journal, dueEntries);
  if (written.length === 0) {
    const { account, flags } = due.fold;
    return { account, entries: dueEntries, flags, notices: newsOf(input, [due.fold]) };
  }

  const taken = takeWritten(input, due.fold.account, journal);
  if (!taken) return undefined;
  const entries = postEntries({ ...taken, cause: causeOf(written, cause) });
  const { account, flags } = taken.fold;
  return {
    account,
    entries: dueEntries.length > 0 ? [...dueEntries, ...entries] : entries,
    flags,
    notices: [...newsOf(input, [due.fold, taken.fold]), ...lostTier(input, due.fold, taken.fold)],
  };
}

/**
 * Of all that would have been told at its time, what is news: it fell due since the last write, or a
 * record of this write says so, and it is of use still. A late fact makes no news of the past: that
 * thirty days were left is no help when nine are.
 */
function newsOf(
  { written, now, settledTo = -Infinity }: SettleInput,
  folds: readonly Fold[],
): readonly Notice[] {
  const news = new Map<string, Notice>();
  for (const [index, { notices }] of folds.entries()) {
    for (const notice of notices) {
      const { key, kind, dueAt, usefulUntil, recordId } = notice;
      const isNew =
        recordId === null
          ? dueAt > settledTo && dueAt <= now && (index === 0 || !reminderKinds.has(kind))
          : written.some(({ id }) => id === recordId);
      if (isNew && usefulUntil > now && !news.has(key)) news.set(key, notice);
    }
  }
  return [...news.values()].sort((a, b) => a.dueAt - b.dueAt);
}

/** That a correction took the member's tier, which no instant of the history says. */
function lostTier(
  { written, now }: SettleInput,
  { account: { tier: before } }: Fold,
  { account: { tier: after } }: Fold,
): readonly Notice[] {
  if (after.rank >= before.rank) return [];
  const recordId = written.at(-1)?.id ?? null;
  const key = `tierDown:${String(after.level)}:${String(recordId)}`;
  const args = { level: after.level };
  return [{ kind: 'tierDown', key, dueAt: now, usefulUntil: now + NEWS_MS, recordId, args }];
}

/** What fell due by now: from the cached account if possible, from all records otherwise. */
function settleDue(input: SettleInput): Compared | undefined {
  const { accountId, programs, account, count, now, past } = input;
  const forward = account && foldForward(account, { programs, records: [], until: now });
  if (account && forward) {
    const journal = past?.journal ?? { count, balances: balancesOf(account), net: new Map() };
    return { fold: forward, journal };
  }
  if (!past) return undefined;
  const { records, journal, birthdays = [] } = past;
  return { fold: foldAccount({ accountId, programs, records, birthdays, until: now }), journal };
}

/** The new records, on top of the settled account if possible, with all others otherwise. */
function takeWritten(input: SettleInput, settled: Account, journal: Journal): Compared | undefined {
  const { accountId, programs, written, now, past } = input;
  const forward = foldForward(settled, { programs, records: written, until: now });
  if (forward) return { fold: forward, journal };
  if (!past) return undefined;

  const records = [...past.records, ...written];
  const { birthdays = [] } = past;
  return { fold: foldAccount({ accountId, programs, records, birthdays, until: now }), journal };
}

const causeKinds = {
  void: 'void',
  refund: 'refund',
  friend: 'referral',
  joined: 'joined',
  claim: 'claim',
  claimReturned: 'claim',
  adjustment: 'adjustment',
  membership: 'membership',
  activity: 'bonus',
  feedback: 'bonus',
  merge: 'merge',
  mergedInto: 'merge',
} as const;

/** What is said of entries that this write takes away: the last of its records that can do so. */
function causeOf(written: readonly HistoryRecord[], otherwise: WriteCause): WriteCause {
  const culprits = written
    .filter(({ type, revision }) => revision > 1 || type === 'void' || type === 'withdrawn')
    .sort(comparePositions);
  const record = culprits.at(-1) ?? [...written].sort(comparePositions).at(-1);
  if (!record) return otherwise;

  const { id, at, type, revision } = record;
  if (type === 'void') return { kind: 'void', id, at };
  if (revision > 1) return { kind: 'revision', id, at };
  return {
    kind: type in causeKinds ? causeKinds[type as keyof typeof causeKinds] : 'visit',
    id,
    at,
  };
}
