import type { BonusRule, LineMatch } from '@afterglow/contract';
import type { Account, Desired, OpenBooking, VisitTally } from '../account.js';
import { yearOf } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { changed, noChange } from '../change.js';
import type { Change } from '../change.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import type { ProgramInForce } from '../programs/programs.js';
import { amountOf, isLineUndone } from '../visits/receipt.js';
import type { Receipt } from '../visits/receipt.js';
import { isInForce, mayEarn } from './earn.js';
import { fitsLine } from './match.js';

/** Bonuses that were earned, and how often each that has a limit was given so far. */
export interface Bonuses {
  readonly desired: readonly Desired[];
  readonly used: Account['used'];
}

/** Where the count of a rule with a limit is kept; undefined for a rule without one. */
function limitKey({ id, limit }: BonusRule, on: LocalDay): string | undefined {
  if (limit === 'once') return `bonus/${id}`;
  if (limit === 'perYear') return `bonus/${id}/${String(yearOf(on))}`;
  return undefined;
}

/** What a visit is asked by the rules for bonuses. */
export interface BonusVisit {
  readonly receipt: Receipt;
  /** Indices of the lines with a treatment that counts. */
  readonly treated: readonly number[];
  /** The booking that the visit keeps. */
  readonly booking: OpenBooking | undefined;
}

/**
 * Bonuses of a visit, in the order of the rules; each rule gives once for a visit, and several add
 * up. A visit without a treatment that counts has none but those for buying a package.
 */
export function earnBonuses(
  tally: VisitTally,
  before: Account['used'],
  visit: BonusVisit,
): Bonuses {
  const { receipt } = visit;
  const { inForce, on } = receipt;
  const desired: Desired[] = [];
  let used = before;
  for (const rule of inForce.program.bonuses) {
    if (rule.points === 0 || !applies(rule, tally, visit) || !isInForce(rule, on)) continue;
    const limit = limitKey(rule, on);
    if (limit !== undefined && (used[limit] ?? 0) > 0) continue;
    if (limit !== undefined) used = { ...used, [limit]: 1 };
    desired.push(
      amountOf(receipt, {
        key: `${receipt.keyPrefix}:bonus/${rule.id}:points`,
        asset: 'points',
        amount: rule.points,
        because: [
          { rule: rule.id, version: inForce.version, args: { for: rule.for, points: rule.points } },
        ],
      }),
    );
  }
  return { desired, used };
}

function applies(rule: BonusRule, tally: VisitTally, visit: BonusVisit): boolean {
  const { receipt, treated, booking } = visit;
  switch (rule.for) {
    case 'treatment':
      return isTreatedBy(rule, visit);
    case 'package':
      return receipt.record.data.lines.some(
        (line, index) =>
          line.kind === 'package' &&
          fitsAt(rule, receipt, index) &&
          !isLineUndone(receipt, line, index),
      );
    case 'crossBooking':
      return (
        tally.visits > 0 &&
        treated.some((index) => {
          const category = receipt.record.data.lines[index]?.category;
          const isNew = category !== undefined && !tally.categories.includes(category);
          return isNew && fitsAt(rule, receipt, index);
        })
      );
    case 'rebooking':
    case 'preBooking': {
      const { lastOn } = tally;
      const madeOn = booking?.madeOn ?? null;
      if (madeOn === null || lastOn === null || !isTreatedBy(rule, visit)) return false;
      return madeOn - lastOn <= (rule.for === 'preBooking' ? 0 : (rule.withinDays ?? 0));
    }
    default:
      // What is done beside a visit is told by itself.
      return false;
  }
}

/** Whether a treatment that counts is one of those that a rule speaks of. */
function isTreatedBy(rule: BonusRule, { receipt, treated }: BonusVisit): boolean {
  return treated.some((index) => fitsAt(rule, receipt, index));
}

const anyLine: LineMatch = {};

function fitsAt({ match = anyLine }: BonusRule, { record }: Receipt, index: number): boolean {
  const line = record.data.lines[index];
  return line !== undefined && fitsLine(match, line, record.data);
}

/** What is done beside a visit: an activity, or feedback, which counts as an evaluation. */
export type Deed = RecordOf<'activity'> | RecordOf<'feedback'>;

/** Bonuses for an activity. With a limit per visit, several of one visit or one day count once. */
export function takeDeed(
  account: Account,
  record: Deed,
  { program, version }: ProgramInForce,
  on: LocalDay,
): Change {
  if (!mayEarn(account, program) || program.bonuses.length === 0) return noChange;
  const activity = record.type === 'feedback' ? 'evaluation' : record.data.activity;
  const desired: Desired[] = [];
  let { used } = account;
  for (const rule of program.bonuses) {
    if (rule.points === 0 || (rule.activity ?? rule.for) !== activity) continue;
    if (!isInForce(rule, on) || visitBonuses.includes(rule.for)) continue;
    const limit =
      limitKey(rule, on) ?? `bonus/${rule.id}/${record.data.visit ?? on}@${record.source}`;
    if ((used[limit] ?? 0) > 0) continue;
    used = { ...used, [limit]: 1 };
    desired.push({
      key: `activity:${record.source}/${keyPart(record.externalId)}:${rule.id}:points`,
      asset: 'points',
      amount: rule.points,
      at: record.at,
      cause: { kind: 'bonus', id: record.id },
      because: [{ rule: rule.id, version, args: { for: rule.for, points: rule.points } }],
    });
  }
  return changed({ set: { used }, desired });
}

/** What only a visit can earn. */
const visitBonuses: readonly BonusRule['for'][] = [
  'treatment',
  'package',
  'rebooking',
  'crossBooking',
  'preBooking',
];
