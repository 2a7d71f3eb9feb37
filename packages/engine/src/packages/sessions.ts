import type { PackageOffer, Tender, VisitData, VisitLine } from '@afterglow/contract';
import type { Account, Desired, Flag, OwnedPackage } from '../account.js';
import { fitsLine } from '../earning/match.js';
import type { LinesOfTenders } from '../earning/paid.js';
import { compareEndings } from '../grants/endings.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import { changePackage, formerIds, sessionsOf, visitCause } from './packages.js';

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
  /** What the session tenders that name no line paid for. */
  readonly linesOfTenders: LinesOfTenders;
  readonly desired: readonly Desired[];
  readonly flags: readonly Flag[];
}

/** Kinds of lines that are sold and never had: no session pays for them, whatever they are called. */
const neverBySession: readonly VisitLine['kind'][] = ['package', 'membership', 'giftCard', 'tip'];

/** Whether a tender can speak of a package. */
function names({ reference }: Tender, { code, id }: { code: string; id?: string }): boolean {
  return reference === undefined || reference === code || reference === id;
}

/** Which of two packages is used first: the one that ends sooner, then the one bought earlier. */
function compareUse(a: OwnedPackage, b: OwnedPackage): number {
  return compareEndings(a, b) || a.boughtAt - b.boughtAt;
}

/** Sessions that are held for other bills, by package. */
export type HeldSessions = ReadonlyMap<string, number>;

const noneHeld: HeldSessions = new Map();

/** A visit whose tenders name packages as they are called today, and not as before a merge. */
export function namedAsToday(
  record: RecordOf<'visit'>,
  account: Pick<Account, 'packages' | 'mergedFrom'>,
): RecordOf<'visit'> {
  const former = formerIds(account);
  if (former.size === 0) return record;
  const tenders = record.data.tenders?.map((tender): Tender => {
    const reference = former.get(tender.reference ?? '');
    return reference === undefined ? tender : { ...tender, reference };
  });
  return { ...record, data: { ...record.data, tenders } };
}

/** Sessions of a package that can be used now. */
function freeOf({ id, left }: OwnedPackage, held: HeldSessions): number {
  return held.size === 0 ? left : Math.max(0, left - (held.get(id) ?? 0));
}

/** Whether a package has a session free for a line. */
function isFreeFor(
  owned: OwnedPackage,
  tender: Tender,
  line: VisitLine,
  visit: VisitData,
  held: HeldSessions,
): boolean {
  if (neverBySession.includes(line.kind)) return false;
  return freeOf(owned, held) > 0 && names(tender, owned) && fitsLine(owned.covers, line, visit);
}

/**
 * Takes the sessions that a visit was paid with, each from the fitting package that ends soonest. A
 * tender that names no line pays for the first ones that fit, a session for each unit of a line.
 * Where no session is free nothing goes below zero: the tender is flagged for staff. It still pays
 * for a treatment, since no money was handed over for that.
 *
 * @param packages - All of the account, those bought on this very visit included.
 * @param offers - Of the program in force: what a session that nobody has could have been for.
 * @param held - What is kept for other bills and can't be used here.
 */
export function useSessions(
  packages: readonly OwnedPackage[],
  record: RecordOf<'visit'>,
  keyPrefix: string,
  offers: readonly PackageOffer[],
  held: HeldSessions = noneHeld,
): UsedSessions {
  const visit = record.data;
  const tenders = visit.tenders ?? [];
  if (!tenders.some(({ kind }) => kind === 'session')) {
    return { packages, taken: [], linesOfTenders: [], desired: [], flags: [] };
  }

  const flags: Flag[] = [];
  const linesOfTenders: (readonly number[])[] = [];
  const taken = new Map<string, TakenSessions>();
  const usesOfLine = new Map<number, number>();
  let owned = packages;

  /** Takes up to `count` sessions for a line, and says how many it took. */
  function takeFor(lineIndex: number, tender: Tender, count: number): number {
    const line = visit.lines[lineIndex];
    if (!line) return 0;
    let missing = count;
    const free = owned.filter((source) => isFreeFor(source, tender, line, visit, held));
    for (const source of free.sort(compareUse)) {
      if (missing === 0) break;
      const used = Math.min(missing, freeOf(source, held));
      missing -= used;
      owned = owned.map((item) =>
        item === source ? changePackage(item, { left: item.left - used }) : item,
      );
      const key = `${keyPart(line.lineId)}:session:${sessionsOf(source.id)}`;
      const before = taken.get(key)?.count ?? 0;
      taken.set(key, { line: line.lineId, packageId: source.id, count: before + used });
    }
    usesOfLine.set(lineIndex, (usesOfLine.get(lineIndex) ?? 0) + count - missing);
    return count - missing;
  }

  /** Takes for the lines that fit, and says which; answers how many sessions were free. */
  function takeForFitting(tender: Tender, count: number, lines: number[]): number {
    let missing = count;
    while (missing > 0) {
      const next = findLine(visit, usesOfLine, (line) =>
        owned.some((source) => isFreeFor(source, tender, line, visit, held)),
      );
      if (next < 0) break;
      const took = takeFor(next, tender, Math.min(missing, unitsOpen(visit, usesOfLine, next)));
      // What has a session free gives one, or this would go on for ever.
      if (!(took > 0)) throw new RangeError(`Line ${String(next)} took no session that is free.`);
      missing -= took;
      if (!lines.includes(next)) lines.push(next);
    }
    return count - missing;
  }

  /** Finds the lines that sessions were handed over for which nobody has. */
  function payUnserved(tender: Tender, count: number, lines: number[]): void {
    let missing = count;
    while (missing > 0) {
      const next = findUnserved(visit, tender, usesOfLine, [...packages, ...offers]);
      if (next < 0) break;
      const units = Math.min(missing, unitsOpen(visit, usesOfLine, next));
      missing -= units;
      usesOfLine.set(next, (usesOfLine.get(next) ?? 0) + units);
      if (!lines.includes(next)) lines.push(next);
    }
  }

  tenders.forEach((tender, index) => {
    const lines: number[] = [];
    linesOfTenders.push(lines);
    if (tender.kind !== 'session') return;

    const count = tender.count ?? 1;
    const took =
      tender.line === undefined
        ? takeForFitting(tender, count, lines)
        : takeFor(indexOfLine(visit, tender.line), tender, count);
    if (took === count) return;
    flags.push({ code: 'session_unavailable', path: `tenders[${String(index)}]` });
    if (tender.line === undefined) payUnserved(tender, count - took, lines);
  });

  const desired = [...taken].map(([key, used]) =>
    sessionAmount(record, `${keyPrefix}:${key}`, used, owned),
  );
  return { packages: owned, taken: [...taken.values()], linesOfTenders, desired, flags };
}

/** What is wanted of the journal for the sessions that one line took from one package. */
function sessionAmount(
  record: RecordOf<'visit'>,
  key: string,
  { packageId, count }: TakenSessions,
  owned: readonly OwnedPackage[],
): Desired {
  const source = owned.find(({ id }) => id === packageId);
  return {
    key,
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
}

function indexOfLine(visit: VisitData, lineId: string): number {
  return visit.lines.findIndex((line) => line.lineId === lineId);
}

/** How many units of a line no session paid for yet; a part of one counts as one. */
function unitsOpen(
  visit: VisitData,
  usesOfLine: ReadonlyMap<number, number>,
  index: number,
): number {
  return Math.ceil(visit.lines[index]?.quantity ?? 0) - (usesOfLine.get(index) ?? 0);
}

/** The first line with a unit that no session paid for yet and that fits; −1 when none does. */
function findLine(
  visit: VisitData,
  usesOfLine: ReadonlyMap<number, number>,
  fits: (line: VisitLine) => boolean,
): number {
  return visit.lines.findIndex(
    (line, index) => unitsOpen(visit, usesOfLine, index) > 0 && fits(line),
  );
}

/**
 * The line that a session was handed over for though nobody has one: the first that a package of
 * the account or of the program covers; failing that, the first treatment.
 */
function findUnserved(
  visit: VisitData,
  tender: Tender,
  usesOfLine: ReadonlyMap<number, number>,
  known: readonly Pick<OwnedPackage, 'code' | 'covers'>[],
): number {
  const covered = findLine(
    visit,
    usesOfLine,
    (line) =>
      !neverBySession.includes(line.kind) &&
      known.some((one) => names(tender, one) && fitsLine(one.covers, line, visit)),
  );
  return covered >= 0 ? covered : findLine(visit, usesOfLine, ({ kind }) => kind === 'treatment');
}
