import type { Program } from '@afterglow/contract';
import { foldAccount, type HistoryRecord } from '@afterglow/engine';
import { always } from './fold-clinic.js';
import type { SimulatedAccount } from './histories.js';

/** Name of the one rule that measures. */
const measure = 'paid';

/** What was paid for one line of a visit. */
export interface PaidLine {
  /** Id of the visit's record and the line there, as the key of a map. */
  readonly place: string;
  readonly visitId: string;
  /** When the visit was, epoch milliseconds. */
  readonly at: number;
  /** Category of the line, or its kind where it has none. */
  readonly category: string;
  /** Minor units, paid with money, less what was refunded; above zero. */
  readonly amount: number;
}

/**
 * A program that gives one point for each minor unit of a line and nothing else, so that
 * the fold itself says what was paid for them: after discounts, tenders, refunds and voids.
 */
function measuring(program: Program): Program {
  return {
    ...program,
    points: { ...program.points, lapseAfterMonths: null },
    earnBeforeJoining: true,
    joiningPoints: 0,
    earning: [{ id: measure, match: {}, rate: { points: 1, perMinorUnits: 1 } }],
    ineligible: [],
    promotions: [],
    bonuses: [],
    milestones: [],
    occasions: [],
    memberships: [],
    rewards: [],
    tiers: {
      ...program.tiers,
      levels: program.tiers.levels.map((level) => ({ ...level, benefits: [] })),
    },
    referral: { ...program.referral, legalMode: 'off', owner: null, friend: null },
    packages: program.packages.map(({ bonusPoints: _, ...offer }) => offer),
  };
}

/**
 * What was paid for each line of an account. Gift cards sold and tips are no part of it, as in all
 * rules.
 */
export function paidLines(
  { id: accountId, records }: SimulatedAccount,
  program: Program,
  until: number,
): readonly PaidLine[] {
  const programs = always(measuring(program));
  const { desired } = foldAccount({ accountId, programs, records, until });
  const visits = new Map(records.map((record) => [record.id, record]));
  return desired.flatMap(({ key, amount, cause, because }): readonly PaidLine[] => {
    const visit = visits.get(cause.id ?? '');
    if (amount <= 0 || because[0]?.rule !== measure || visit?.type !== 'visit') return [];
    const lineId = lineOfKey(key) ?? '';
    const category = categoryOf(visit, lineId);
    return [
      { place: placeOf(visit.id, lineId), visitId: visit.id, at: visit.at, category, amount },
    ];
  });
}

/** Category of a line of a record, or its kind where it has none; `other` where it is no line. */
export function categoryOf(record: HistoryRecord | undefined, lineId: string): string {
  if (record?.type !== 'visit') return 'other';
  const line = record.data.lines.find((one) => one.lineId === lineId);
  return line?.category ?? line?.kind ?? 'other';
}

/** A line of a visit as the key of a map. */
export function placeOf(visitId: string, lineId: string): string {
  return `${visitId} ${lineId}`;
}

/** The line that a ledger key is about; undefined for a key that is about no line of a visit. */
export function lineOfKey(key: string): string | undefined {
  const [what, , line, ...rule] = key.split(':');
  if (what !== 'visit' || line === undefined || rule.length < 2) return undefined;
  return line.replaceAll('%3A', ':').replaceAll('%25', '%');
}
