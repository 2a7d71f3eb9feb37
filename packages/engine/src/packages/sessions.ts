import type { Tender, VisitData, VisitLine } from '@afterglow/contract';
import type { Desired, Flag, OwnedPackage } from '../account.js';
import { fitsLine } from '../earning/match.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import { sessionsOf, visitCause } from './packages.js';

/** Sessions that one line took from one package. */
export interface TakenSessions {
  readonly line: string;
  readonly packageId: string;
  readonly count: number;
}

/** What a visit's session tenders did. */
export interface UsedSessions {
  readonly packages: readonly OwnedPackage[];
  readonly taken: readonly TakenSessions[];
  /** For each tender the index of the line that it paid for, where the tender names none. */
  readonly lineOfTender: readonly (number | null)[];
  readonly desired: readonly Desired[];
  readonly flags: readonly Flag[];
}

/** Which of two packages is used first: the one that ends sooner, then the older one. */
function compareUse(a: OwnedPackage, b: OwnedPackage): number {
  const endA = a.expiresAt ?? Infinity;
  const endB = b.expiresAt ?? Infinity;
  if (endA !== endB) return endA < endB ? -1 : 1;
  if (a.boughtAt !== b.boughtAt) return a.boughtAt - b.boughtAt;
  return a.id < b.id ? -1 : 1;
}

/** The packages with a session free for a line, in the order of use. */
function freeFor(
  packages: readonly OwnedPackage[],
  tender: Tender,
  line: VisitLine,
  visit: VisitData,
): readonly OwnedPackage[] {
  const { reference } = tender;
  return packages
    .filter(
      (owned) =>
        owned.left > 0 &&
        (reference === undefined || reference === owned.code || reference === owned.id) &&
        fitsLine(owned.covers, line, visit),
    )
    .sort(compareUse);
}

/**
 * Takes the sessions that a visit was paid with, each from the fitting package that ends soonest. A
 * tender that names no line pays for the first one that fits. Where no session is free nothing goes
 * below zero: the tender is flagged for staff.
 *
 * @param packages - All of the account, those bought on this very visit included.
 */
export function useSessions(
  packages: readonly OwnedPackage[],
  record: RecordOf<'visit'>,
  keyPrefix: string,
): UsedSessions {
  const visit = record.data;
  const tenders = visit.tenders ?? [];
  if (!tenders.some(({ kind }) => kind === 'session')) {
    return { packages, taken: [], lineOfTender: [], desired: [], flags: [] };
  }

  const flags: Flag[] = [];
  const lineOfTender: (number | null)[] = [];
  const taken = new Map<string, TakenSessions>();
  const usesOfLine = new Map<number, number>();
  let owned = packages;

  tenders.forEach((tender, index) => {
    lineOfTender.push(null);
    if (tender.kind !== 'session') return;

    const lineIndex = findLine(owned, tender, visit, usesOfLine);
    const line = visit.lines[lineIndex];
    if (tender.line === undefined && line) lineOfTender[index] = lineIndex;

    let missing = tender.count ?? 1;
    for (const source of line ? freeFor(owned, tender, line, visit) : []) {
      if (!line || missing === 0) break;
      const count = Math.min(missing, source.left);
      missing -= count;
      owned = owned.map((item) => (item === source ? { ...item, left: item.left - count } : item));
      usesOfLine.set(lineIndex, (usesOfLine.get(lineIndex) ?? 0) + count);
      const key = `${keyPart(line.lineId)}:session:${sessionsOf(source.id)}`;
      taken.set(key, {
        line: line.lineId,
        packageId: source.id,
        count: (taken.get(key)?.count ?? 0) + count,
      });
    }
    if (missing > 0) {
      flags.push({ code: 'session_unavailable', path: `tenders[${String(index)}]` });
    }
  });

  const desired = [...taken].map(([key, { packageId, count }]): Desired => {
    const source = owned.find(({ id }) => id === packageId);
    return {
      key: `${keyPrefix}:${key}`,
      asset: sessionsOf(packageId),
      amount: -count,
      at: record.at,
      cause: { kind: visitCause(record), id: record.id },
      because: [
        {
          rule: 'session',
          version: source?.version ?? 0,
          args: { package: source?.code ?? null, sessions: count },
        },
      ],
    };
  });
  return { packages: owned, taken: [...taken.values()], lineOfTender, desired, flags };
}

/** The index of the line that a session tender pays for; −1 when none fits. */
function findLine(
  packages: readonly OwnedPackage[],
  tender: Tender,
  visit: VisitData,
  usesOfLine: ReadonlyMap<number, number>,
): number {
  if (tender.line !== undefined) {
    return visit.lines.findIndex(({ lineId }) => lineId === tender.line);
  }
  return visit.lines.findIndex(
    (line, index) =>
      (usesOfLine.get(index) ?? 0) < line.quantity &&
      freeFor(packages, tender, line, visit).length > 0,
  );
}
