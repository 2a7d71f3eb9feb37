import type { VisitData } from '@afterglow/contract';
import type { Desired, OwnedPackage } from '../account.js';
import { dueByLine } from '../earning/paid.js';
import { scaleDown } from '../earning/whole.js';
import { hasEnded } from '../grants/endings.js';
import type { RecordOf } from '../history.js';
import { identityOf, keyPart } from '../keys.js';
import { changePackage, sessionsOf } from './packages.js';
import type { TakenSessions } from './sessions.js';

/** What later refunds need of a visit that was folded. */
export interface RefundableVisit {
  readonly record: RecordOf<'visit'>;
  /** Paid for each line with money, before refunds. */
  readonly paid: readonly number[];
  /** Sessions that its lines took and still keep. */
  readonly taken: readonly TakenSessions[];
  /** Refunded for each line so far: money, and sessions that the till named. */
  readonly refunded: ReadonlyMap<string, Refunded>;
}

/** What refunds named for one line. */
export interface Refunded {
  readonly amount: number;
  readonly sessions: number;
}

/** Packages and visit after a refund, and the sessions that moved. */
export interface SessionRefund {
  readonly packages: readonly OwnedPackage[];
  readonly visit: RefundableVisit;
  readonly desired: readonly Desired[];
}

const none: Refunded = { amount: 0, sessions: 0 };

/**
 * What a refund of a line is measured by: what was paid for it with money. A line that was paid
 * otherwise is measured by what it cost, since that is what the till gives back, in whatever form.
 */
export function refundBase(visit: VisitData, index: number, paid: number): number {
  return paid > 0 ? paid : (dueByLine(visit)[index] ?? 0);
}

/** Whether refunds that add up to an amount leave nothing of a line that sold something. */
export function isUndone(base: number, refunded: number): boolean {
  return refunded > 0 && refunded >= base;
}

/**
 * What a refund does to sessions. A refunded package loses sessions that are not used, in
 * proportion to the money given back or as many as the till names; what was used stays used. A
 * refunded treatment gets back the sessions that the till names, unless they would have expired.
 */
export function refundSessions(
  packages: readonly OwnedPackage[],
  visit: RefundableVisit,
  refund: RecordOf<'refund'>,
): SessionRefund {
  const desired: Desired[] = [];
  const refunded = new Map(visit.refunded);
  let owned = packages;
  let taken = visit.taken;

  visit.record.data.lines.forEach((line, index) => {
    const now = refundedBy(refund, line.lineId);
    if (now === none) return;
    const before = refunded.get(line.lineId) ?? none;
    const total = { amount: before.amount + now.amount, sessions: before.sessions + now.sessions };
    refunded.set(line.lineId, total);

    const base = refundBase(visit.record.data, index, visit.paid[index] ?? 0);
    const moves =
      line.kind === 'package'
        ? takeBack(owned, visit, line.lineId, base, total)
        : giveBack(owned, taken, line.lineId, now.sessions, refund.at);
    if (line.kind !== 'package') taken = lessTaken(taken, line.lineId, moves);
    for (const { source, change, count } of moves) {
      owned = owned.map((item) => (item.id === source.id ? changePackage(item, change) : item));
      if (count === 0) continue;
      const asset = sessionsOf(source.id);
      desired.push({
        key: `refund:${refund.source}/${keyPart(refund.externalId)}:${keyPart(line.lineId)}:${asset}`,
        asset,
        amount: count,
        at: Math.max(refund.at, visit.record.at),
        cause: { kind: 'refund', id: refund.id },
        because: [
          {
            rule: 'refund',
            version: source.version,
            args: {
              package: source.code,
              sessions: count,
              refunded: total.amount,
              paid: base,
            },
          },
        ],
      });
    }
  });
  return { packages: owned, visit: { ...visit, refunded, taken }, desired };
}

/** What one refund names for a line, all its mentions together. */
function refundedBy(refund: RecordOf<'refund'>, lineId: string): Refunded {
  let found = none;
  for (const line of refund.data.lines) {
    if (line.lineId !== lineId) continue;
    found = {
      amount: found.amount + line.amount.amount,
      sessions: found.sessions + (line.sessions ?? 0),
    };
  }
  return found;
}

/** What one refund makes of a package. */
interface SessionMove {
  readonly source: OwnedPackage;
  readonly change: Partial<OwnedPackage>;
  /** By how much the sessions that can be used change; what was expired or is owed changes none. */
  readonly count: number;
  /** Sessions that came back from a treatment. */
  readonly back: number;
}

/**
 * Takes unused sessions out of the packages of a line, from the last package first; of one package
 * those that can be used, then those that had expired. What was used is owed.
 */
function takeBack(
  packages: readonly OwnedPackage[],
  visit: RefundableVisit,
  line: string,
  base: number,
  total: Refunded,
): readonly SessionMove[] {
  const identity = identityOf(visit.record);
  const bought = packages.filter((owned) => owned.visit === identity && owned.line === line);
  let sold = 0;
  let missing = 0;
  for (const owned of bought) {
    sold += owned.total;
    missing -= owned.returned;
  }
  const byMoney = isUndone(base, total.amount)
    ? sold
    : scaleDown(sold, total.amount, Math.max(base, 1));
  missing += Math.max(byMoney, Math.min(sold, total.sessions));

  return bought.toReversed().map((source): SessionMove => {
    const usable = Math.min(Math.max(missing, 0), source.left);
    const expired = Math.min(Math.max(missing, 0) - usable, source.expired);
    missing -= usable + expired;
    const returned = source.returned + usable + expired;
    const left = source.left - usable;
    const used = source.total - returned - left - (source.expired - expired);
    const owed = Math.min(Math.max(missing, 0), used);
    missing -= owed;
    const change = { left, expired: source.expired - expired, returned, owed };
    return { source, change, count: -usable, back: 0 };
  });
}

/** Puts sessions that a line took back into their packages, as many as the till names. */
function giveBack(
  packages: readonly OwnedPackage[],
  taken: readonly TakenSessions[],
  line: string,
  sessions: number,
  at: number,
): readonly SessionMove[] {
  const moves: SessionMove[] = [];
  let missing = sessions;
  for (const use of taken) {
    const source = packages.find(({ id }) => id === use.packageId);
    if (use.line !== line || !source || missing === 0) continue;
    const back = Math.min(missing, use.count);
    missing -= back;
    if (hasEnded(source, at)) continue;
    const owed = Math.min(back, source.owed);
    const change = {
      left: source.left + back - owed,
      returned: source.returned + owed,
      owed: source.owed - owed,
    };
    moves.push({ source, change, count: back - owed, back });
  }
  return moves;
}

/** What a line still keeps of the sessions that it took. */
function lessTaken(
  taken: readonly TakenSessions[],
  line: string,
  moves: readonly SessionMove[],
): readonly TakenSessions[] {
  return taken.map((use) => {
    if (use.line !== line) return use;
    const back = moves.find(({ source }) => source.id === use.packageId)?.back ?? 0;
    return { ...use, count: use.count - back };
  });
}
