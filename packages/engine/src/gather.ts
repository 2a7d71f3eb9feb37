import type { Flag, Position } from './account.js';
import { checkoutsOf, holdIdentity } from './checkout/late-holds.js';
import type { FriendStep, HistoryRecord, RecordOf } from './history.js';
import { identityOf } from './keys.js';
import { comparePositions } from './order.js';

/** A record with what others say about it: one thing that the fold takes in order. */
export type Step =
  | {
      readonly type: 'visit';
      readonly record: RecordOf<'visit'>;
      /** All that was refunded of it, in order, whenever it happened. */
      readonly refunds: readonly RecordOf<'refund'>[];
    }
  | {
      readonly type: 'refund';
      readonly record: RecordOf<'refund'>;
      /** Identity of the visit, which comes earlier among the steps. */
      readonly visit: string;
    }
  | PlainStep;

/** A record that stands for itself. */
export type PlainStep = {
  readonly [Type in PlainType]: { readonly type: Type; readonly record: RecordOf<Type> };
}[PlainType];

type PlainType = Exclude<HistoryRecord['type'], 'visit' | 'refund' | 'void' | 'withdrawn'>;

/** What staff say of a friend's referral: held for review, approved or rejected, and since when. */
export interface Verdict {
  readonly step: Extract<FriendStep, 'held' | 'approved' | 'rejected'>;
  readonly at: number;
  /** From when on the reward could not leave before this; `Infinity` if it always could. */
  readonly stoppedFrom: number;
}

/** A history made ready for the fold: each identity once, in order, corrections with their visit. */
export interface Gathered {
  readonly steps: readonly Step[];
  /** The last position that is told of, a void's as well; null when there is nothing. */
  readonly last: Position | null;
  /** Identities that others speak of already: a visit of a refund or void, a step of a friend. */
  readonly awaited: readonly string[];
  /** Highest revision of each identity that was revised. */
  readonly revised: Readonly<Record<string, number>>;
  /** What is said about a friend, by the friend's account; what staff decided last outweighs a hold. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Friends whose reward left, and when it did. */
  readonly released: ReadonlyMap<string, number>;
  /** Accounts whose history is part of this one. */
  readonly mergedFrom: ReadonlySet<string>;
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
}

const noRefunds: readonly RecordOf<'refund'>[] = [];

/** Whether a record counts instead of another of the same identity. */
function supersedes(record: HistoryRecord, other: HistoryRecord): boolean {
  if (record.revision !== other.revision) return record.revision > other.revision;
  // A receipt that moved between two records that are one person now is here.
  if (record.type === 'withdrawn' || other.type === 'withdrawn') return other.type === 'withdrawn';
  // The same revision with another content was refused; should it be here, what came first counts.
  if (record.recordedAt !== other.recordedAt) return record.recordedAt < other.recordedAt;
  return record.id < other.id;
}

/** The record that counts of each identity, by identity. */
export function currentRecords(
  records: readonly HistoryRecord[],
): ReadonlyMap<string, HistoryRecord> {
  const current = new Map<string, HistoryRecord>();
  for (const record of records) {
    const identity = identityOf(record);
    const other = current.get(identity);
    if (!other || supersedes(record, other)) current.set(identity, record);
  }
  return current;
}

/** Whether an identity came with a merge that was taken back: it is as if it had never been here. */
export function isApart(record: HistoryRecord | undefined): boolean {
  return record?.type === 'withdrawn' && record.data.apart === true;
}

/** The identity of the visit that a correction speaks of: it comes from the same source. */
function visitOf(record: RecordOf<'refund'> | RecordOf<'void'>): string {
  return identityOf({ source: record.source, externalId: record.data.visit });
}

/** What staff say after one more step: the last decision, and of one that is repeated the first. */
function verdictAfter(
  before: Verdict | undefined,
  step: FriendStep,
  at: number,
): Verdict | undefined {
  switch (step) {
    case 'held':
      return before ?? { step, at, stoppedFrom: at };
    case 'rejected':
      // It is taken back even if it had left.
      return { step, at, stoppedFrom: -Infinity };
    case 'approved':
      if (before?.step === 'approved') return before;
      return { step, at, stoppedFrom: before?.stoppedFrom ?? Infinity };
    default:
      return before;
  }
}

/** Puts a history into the order of the fold, whatever the order in which it was told. */
export function gather(records: readonly HistoryRecord[]): Gathered {
  const byIdentity = currentRecords(records);
  // With their identities: to put one together and look it up takes as long as a whole rule.
  const identified = [...byIdentity].sort(([, a], [, b]) => comparePositions(a, b));
  const told = toldOfOthers(identified);
  const { steps, awaited, flags } = stepsOf(identified, byIdentity, told);
  const { revised, verdicts, released, mergedFrom } = told;
  const last = identified.at(-1)?.[1] ?? null;
  return { steps, last, awaited: [...awaited], revised, verdicts, released, mergedFrom, flags };
}

/** Records that count, in order, each with its identity. */
type Identified = readonly (readonly [identity: string, record: HistoryRecord])[];

/** What records say of other records and accounts; by identity of the visit, or by friend. */
interface ToldOfOthers extends Pick<Gathered, 'revised' | 'verdicts' | 'released' | 'mergedFrom'> {
  readonly refunds: ReadonlyMap<string, readonly RecordOf<'refund'>[]>;
  readonly voided: ReadonlySet<string>;
}

/** Looks through all records for what they say of others, whichever comes first. */
function toldOfOthers(identified: Identified): ToldOfOthers {
  const refunds = new Map<string, RecordOf<'refund'>[]>();
  const voided = new Set<string>();
  const revised: Record<string, number> = {};
  const verdicts = new Map<string, Verdict>();
  const released = new Map<string, number>();
  const mergedFrom = new Set<string>();

  for (const [identity, record] of identified) {
    if (record.revision > 1) revised[identity] = record.revision;
    if (record.type === 'void') voided.add(visitOf(record));
    if (record.type === 'refund') {
      const visit = visitOf(record);
      const others = refunds.get(visit);
      if (others) others.push(record);
      else refunds.set(visit, [record]);
    }
    if (record.type === 'friend') {
      const { friendId, step } = record.data;
      const verdict = verdictAfter(verdicts.get(friendId), step, record.at);
      if (verdict) verdicts.set(friendId, verdict);
      if (step === 'released') released.set(friendId, record.at);
    }
    if (record.type === 'merge') mergedFrom.add(record.data.from);
  }
  return { refunds, voided, revised, verdicts, released, mergedFrom };
}

/** What the fold takes, in order; and what is still to come or of no use. */
function stepsOf(
  identified: Identified,
  byIdentity: ReadonlyMap<string, HistoryRecord>,
  { refunds, voided }: ToldOfOthers,
) {
  const checkouts = checkoutsOf(identified.map(([, record]) => record));
  const steps: Step[] = [];
  /** Visits that the till dates before their quote: they count from there, by the hold they use. */
  const early = new Map<RecordOf<'hold'>, Step>();
  const awaited = new Set<string>();
  const flags: Record<string, readonly Flag[]> = {};
  for (const [identity, record] of identified) {
    switch (record.type) {
      case 'visit': {
        if (record.data.checkoutId !== undefined && !checkouts.has(record.data.checkoutId)) {
          awaited.add(identityOf(holdIdentity(record.data.checkoutId)));
        }
        if (voided.has(identity)) break;
        const hold = checkouts.take(record);
        const visitRefunds = refunds.get(identity) ?? noRefunds;
        const counted = hold ? { ...record, at: hold.at } : record;
        const step = { type: 'visit' as const, record: counted, refunds: visitRefunds };
        if (hold) early.set(hold, step);
        else steps.push(step);
        break;
      }
      case 'refund':
      case 'void': {
        const corrected = visitOf(record);
        const visit = byIdentity.get(corrected);
        // Told again, a voided visit must not come back.
        if (record.type === 'void') awaited.add(corrected);
        if (visit?.type !== 'visit') {
          awaited.add(corrected);
          flags[record.id] = [{ code: 'visit_unknown', path: 'visit' }];
        } else if (
          record.type === 'refund' &&
          !voided.has(corrected) &&
          comparePositions(visit, record) < 0
        ) {
          steps.push({ type: 'refund', record, visit: corrected });
        }
        break;
      }
      case 'withdrawn':
        break;
      case 'hold': {
        steps.push({ type: 'hold', record });
        const paid = early.get(record);
        if (paid) steps.push(paid);
        break;
      }
      case 'friend': {
        steps.push({ type: 'friend', record });
        if (record.data.step !== 'released') break;
        // Told first, it says of the step to come that no limit applies to it.
        const externalId = `referral:${record.data.friendId}:completed`;
        const completed = identityOf({ source: record.source, externalId });
        if (!byIdentity.has(completed)) awaited.add(completed);
        break;
      }
      default:
        // The type says which record it is; only the compiler can't follow.
        steps.push({ type: record.type, record } as PlainStep);
    }
  }
  return { steps, awaited, flags };
}
