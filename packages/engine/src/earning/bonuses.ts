import type { BonusRule } from '@afterglow/contract';
import type { Account, Desired, OpenBooking, VisitTally } from '../account.js';
import { yearOf } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import type { ProgramInForce } from '../programs/programs.js';
import { amountOf, isLineUndone } from '../visits/receipt.js';
import type { Receipt } from '../visits/receipt.js';
import { isInForce } from './earn.js';
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
  if (treated.length === 0 && rule.for !== 'package') return false;
  const { lines } = receipt.record.data;
  const fits = (index: number) => {
    const line = lines[index];
    return line !== undefined && fitsLine(rule.match ?? {}, line, receipt.record.data);
  };
  switch (rule.for) {
    case 'treatment':
      return treated.some(fits);
    case 'package':
      return lines.some(
        (line, index) =>
          line.kind === 'package' && fits(index) && !isLineUndone(receipt, line, index),
      );
    case 'crossBooking':
      return (
        tally.visits > 0 &&
        treated.some((index) => {
          const category = lines[index]?.category;
          return category !== undefined && !tally.categories.includes(category) && fits(index);
        })
      );
    case 'rebooking':
    case 'preBooking': {
      const { lastOn } = tally;
      const madeOn = booking?.madeOn ?? null;
      if (madeOn === null || lastOn === null || !treated.some(fits)) return false;
      return madeOn - lastOn <= (rule.for === 'preBooking' ? 0 : (rule.withinDays ?? 0));
    }
    default:
      // What is done beside a visit is told by itself.
      return false;
  }
}

/** What is done beside a visit: an activity, or feedback, which counts as an evaluation. */
export type Deed = RecordOf<'activity'> | RecordOf<'feedback'>;

/** Bonuses for an activity. With a limit per visit, several of one visit or one day count once. */
export function rewardDeed(
  account: Account,
  record: Deed,
  { program, version }: ProgramInForce,
  on: LocalDay,
): Bonuses {
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
  return { desired, used };
}

/** What only a visit can earn. */
const visitBonuses: readonly BonusRule['for'][] = [
  'treatment',
  'package',
  'rebooking',
  'crossBooking',
  'preBooking',
];
