import type { PackageOffer, VisitLine } from '@afterglow/contract';
import type { Account, Desired, Flag, OwnedPackage } from '../account.js';
import { addMonths } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { endingOf, hasEnded } from '../grants/endings.js';
import type { RecordOf } from '../history.js';
import { idFor } from '../ids.js';
import { identityOf, keyPart } from '../keys.js';
import type { ProgramInForce } from '../programs/programs.js';

/** The asset that counts a package's sessions. */
export function sessionsOf(packageId: string): string {
  return `sessions:${packageId}`;
}

/** The package whose sessions an asset counts; empty for any other asset. */
export function packageOf(asset: string): string {
  return asset.startsWith('sessions:') ? asset.slice('sessions:'.length) : '';
}

/** The offer that a line sells; undefined for a line that sells no package of the program. */
export function offerOf(
  line: VisitLine,
  offers: readonly PackageOffer[],
): PackageOffer | undefined {
  if (line.kind !== 'package') return undefined;
  return offers.find(({ code }) => code === (line.package ?? line.code));
}

/** A visit that may sell packages, and what they are sold under. */
export interface PackageSale {
  readonly accountId: string;
  readonly record: RecordOf<'visit'>;
  /** What the keys of this visit begin with. */
  readonly keyPrefix: string;
  readonly inForce: ProgramInForce;
  readonly on: LocalDay;
}

/** What a visit's package lines give: packages and their sessions. */
export interface Bought {
  readonly packages: readonly OwnedPackage[];
  readonly desired: readonly Desired[];
  readonly flags: readonly Flag[];
}

const nothing: Bought = { packages: [], desired: [], flags: [] };

/**
 * Makes the packages that a visit sells: `quantity` of each line's offer. Their ids follow from
 * account, visit and line, so that a replay makes the same ones.
 */
export function buyPackages(sale: PackageSale): Bought {
  const { record, inForce, keyPrefix } = sale;
  if (!record.data.lines.some(({ kind }) => kind === 'package')) return nothing;

  const packages: OwnedPackage[] = [];
  const desired: Desired[] = [];
  const flags: Flag[] = [];
  record.data.lines.forEach((line, index) => {
    if (line.kind !== 'package') return;
    const offer = offerOf(line, inForce.program.packages);
    if (!offer) {
      flags.push({ code: 'package_unknown', path: `lines[${String(index)}]` });
      return;
    }
    for (let nth = 1; nth <= Math.floor(line.quantity); nth += 1) {
      const made = makePackage(sale, line, offer, nth);
      packages.push(made);
      desired.push({
        key: `${keyPrefix}:${keyPart(line.lineId)}:package/${String(nth)}:${sessionsOf(made.id)}`,
        asset: sessionsOf(made.id),
        amount: offer.sessions,
        at: record.at,
        cause: { kind: visitCause(record), id: record.id },
        because: [
          {
            rule: 'package',
            version: inForce.version,
            args: { package: offer.code, sessions: offer.sessions, usableThrough: made.expiresOn },
          },
        ],
      });
    }
  });
  return { packages, desired, flags };
}

/** Whether a visit is told for the first time or was edited since. */
export function visitCause(record: RecordOf<'visit'>): 'visit' | 'revision' {
  return record.revision > 1 ? 'revision' : 'visit';
}

function makePackage(
  sale: PackageSale,
  line: VisitLine,
  offer: PackageOffer,
  nth: number,
): OwnedPackage {
  const { accountId, record, inForce, on } = sale;
  const visit = identityOf(record);
  const months = offer.expiresAfterMonths;
  return {
    id: idIn(accountId, { visit, line: line.lineId, boughtAt: record.at }, nth),
    code: offer.code,
    version: inForce.version,
    covers: offer.covers,
    visit,
    line: line.lineId,
    total: offer.sessions,
    left: offer.sessions,
    expired: 0,
    returned: 0,
    owed: 0,
    boughtAt: record.at,
    boughtOn: on,
    ...endingOf(months === undefined ? null : addMonths(on, months), record.at, inForce.program),
  };
}

/** What a package is called in an account: another one where two records of a person are merged. */
function idIn(
  accountId: string,
  { visit, line, boughtAt }: Pick<OwnedPackage, 'visit' | 'line' | 'boughtAt'>,
  nth: number,
): string {
  return idFor('pkg', boughtAt, JSON.stringify([accountId, visit, line, nth]));
}

type Merged = Pick<Account, 'packages' | 'mergedFrom'>;

const noIds: ReadonlyMap<string, string> = new Map();

/** Ids that packages had in records that are part of this account, each with the one that it has here. */
export function formerIds({ packages, mergedFrom }: Merged): ReadonlyMap<string, string> {
  if (mergedFrom.length === 0) return noIds;
  const former = new Map<string, string>();
  const soldBy = new Map<string, number>();
  for (const owned of packages) {
    const sale = JSON.stringify([owned.visit, owned.line]);
    const nth = (soldBy.get(sale) ?? 0) + 1;
    soldBy.set(sale, nth);
    for (const accountId of mergedFrom) former.set(idIn(accountId, owned, nth), owned.id);
  }
  return former;
}

/**
 * The package that an id is of: by the id that it has here, or by one that it had before a merge, since
 * a desk and a till go on with what they were told.
 */
export function findPackage(account: Merged, id: string): OwnedPackage | undefined {
  const find = (wanted: string) => account.packages.find((owned) => owned.id === wanted);
  return find(id) ?? find(formerIds(account).get(id) ?? '');
}

type Counts =
  'total' | 'left' | 'expired' | 'returned' | 'owed' | 'expiresOn' | 'expiresAt' | 'remindAt';

/**
 * A package with other counts or another end. Written out, since a copy of a copy made by spreading
 * costs a fold as much as the rest of a visit.
 */
export function changePackage(
  owned: OwnedPackage,
  {
    total = owned.total,
    left = owned.left,
    expired = owned.expired,
    returned = owned.returned,
    owed = owned.owed,
    expiresOn = owned.expiresOn,
    expiresAt = owned.expiresAt,
    remindAt = owned.remindAt,
  }: Partial<Pick<OwnedPackage, Counts>>,
): OwnedPackage {
  const { id, code, version, covers, visit, line, boughtAt, boughtOn } = owned;
  return {
    id,
    code,
    version,
    covers,
    visit,
    line,
    total,
    left,
    expired,
    returned,
    owed,
    boughtAt,
    boughtOn,
    expiresOn,
    expiresAt,
    remindAt,
  };
}

/** What is left of packages whose last day has passed is gone. */
export function expirePackages(
  packages: readonly OwnedPackage[],
  at: number,
): { readonly packages: readonly OwnedPackage[]; readonly desired: readonly Desired[] } {
  const desired: Desired[] = [];
  const kept = packages.map((owned) => {
    if (owned.left === 0 || owned.expiresAt === null || !hasEnded(owned, at)) return owned;
    const asset = sessionsOf(owned.id);
    desired.push({
      key: `expiry:${String(owned.expiresOn)}:${asset}`,
      asset,
      amount: -owned.left,
      at: owned.expiresAt,
      cause: { kind: 'expiry', id: null },
      because: [
        {
          rule: 'expiry',
          version: owned.version,
          args: { package: owned.code, usableThrough: owned.expiresOn, sessions: owned.left },
        },
      ],
    });
    return changePackage(owned, { left: 0, expired: owned.expired + owned.left, remindAt: null });
  });
  return { packages: kept, desired };
}
