import type { Desired, OwnedPackage } from '../account.js';
import { scaleDown } from '../earning/whole.js';
import type { RecordOf } from '../history.js';
import { identityOf, keyPart } from '../keys.js';
import { sessionsOf } from './packages.js';
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

    const moves =
      line.kind === 'package'
        ? takeBack(owned, visit, line.lineId, visit.paid[index] ?? 0, total)
        : giveBack(owned, taken, line.lineId, now.sessions, refund.at);
    if (line.kind !== 'package') taken = lessTaken(taken, line.lineId, moves);
    for (const { source, count } of moves) {
      owned = owned.map((item) => (item.id === source.id ? moved(item, count) : item));
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
              paid: visit.paid[index] ?? 0,
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

/** Sessions that move into a package (above zero) or out of it (below zero). */
interface SessionMove {
  readonly source: OwnedPackage;
  readonly count: number;
}

function moved(owned: OwnedPackage, count: number): OwnedPackage {
  const left = owned.left + count;
  return count < 0 ? { ...owned, left, returned: owned.returned - count } : { ...owned, left };
}

/** Takes unused sessions out of the packages of a line, from the last package first. */
function takeBack(
  packages: readonly OwnedPackage[],
  visit: RefundableVisit,
  line: string,
  paid: number,
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
  const byMoney = paid > 0 ? scaleDown(sold, Math.min(total.amount, paid), paid) : 0;
  missing += Math.max(byMoney, Math.min(sold, total.sessions));

  const moves: SessionMove[] = [];
  for (const source of bought.toReversed()) {
    const count = Math.min(missing, source.left);
    if (count <= 0) continue;
    missing -= count;
    moves.push({ source, count: -count });
  }
  return moves;
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
    const count = Math.min(missing, use.count);
    missing -= count;
    if (source.expiresAt === null || source.expiresAt > at) moves.push({ source, count });
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
    const back = moves.find(({ source }) => source.id === use.packageId)?.count ?? 0;
    return { ...use, count: use.count - back };
  });
}
