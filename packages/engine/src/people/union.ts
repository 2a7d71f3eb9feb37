import type { VisitData } from '@afterglow/contract';
import { foldAccount } from '../fold.js';
import type { WholeFoldInput } from '../fold.js';
import { currentRecords, isApart } from '../gather.js';
import { decisionSource, ownSource } from '../history.js';
import type { HistoryRecord, UntakenRecord } from '../history.js';
import { identityOf } from '../keys.js';
import { formerIds, packageOf } from '../packages/packages.js';

/** One of two records of a person: its account and all that its history holds, every revision. */
export interface Part {
  readonly accountId: string;
  readonly records: readonly HistoryRecord[];
}

/** Two records of one person: one stays, the other becomes part of it. */
export interface Parts {
  readonly into: Part;
  readonly from: Part;
}

/** How the other's account is folded: by which programs, until when, with the other's birthdays. */
type HowToFold = Omit<WholeFoldInput, 'accountId' | 'records'>;

/** The identity that something both have, such as joining, has in the history of the union. */
const apartId = (externalId: string, from: string): string => `${externalId}@${from}`;

/** What a friend did who is the owner of the code in another record is nobody's step. */
const isAbout = (record: HistoryRecord, { into, from }: Parts): boolean =>
  record.type === 'friend' &&
  (record.data.friendId === into.accountId || record.data.friendId === from.accountId);

/**
 * What of the other's history becomes part of the union: what counts of each identity. Of what was
 * withdrawn both that it was there and that it is gone, since what was spent of it stays spent.
 */
function broughtBy(parts: Parts): readonly HistoryRecord[] {
  const records = parts.from.records.filter((record) => !isAbout(record, parts));
  const lasting = currentRecords(records.filter(({ type }) => type !== 'withdrawn'));
  const here = currentRecords(parts.into.records);
  return [...currentRecords(records)].flatMap(([identity, record]) => {
    if (record.type === 'mergedInto') return [];
    if (record.type !== 'withdrawn') return [record];
    const before = lasting.get(identity);
    if (record.data.apart || !before || before.type === 'mergedInto') return [];
    // A receipt that moved between the two is there, or was.
    const known = here.get(identity);
    return known && known.id !== record.id ? [] : [before, record];
  });
}

/**
 * The other's records as they go into the survivor's history. An identity stays what it is, so that a
 * later refund or revision finds it; what both have gets a name of its own. Ids that say in whose
 * account something is are those that it has in the union.
 */
export function copiesInto(parts: Parts, fold: HowToFold): readonly UntakenRecord[] {
  const { into, from } = parts;
  const known = currentRecords(into.records);
  const ids = idsInUnion(parts, fold);
  const copies = broughtBy(parts).map(({ recordedAt: _, ...record }) => {
    const isJoining = record.source === ownSource && record.type === 'joined';
    const here = known.get(identityOf(record));
    const isTaken = isJoining || (here !== undefined && here.type !== 'withdrawn');
    const externalId = isTaken ? apartId(record.externalId, from.accountId) : record.externalId;
    const before = isTaken ? known.get(identityOf({ ...record, externalId })) : here;
    const revision = record.revision + (before?.revision ?? 0);
    return { ...record, externalId, revision } as UntakenRecord;
  });
  return withIds(copies, ids);
}

/** What packages and offers of the other are called in the survivor's account. */
function idsInUnion({ into, from }: Parts, fold: HowToFold): ReadonlyMap<string, string> {
  // Of what a merge has closed a fold says nothing.
  const records = from.records.filter(({ type }) => type !== 'mergedInto');
  const here = foldAccount({ ...fold, records, accountId: from.accountId }).account;
  if (here.packages.length + here.offers.length === 0) return new Map();
  const there = foldAccount({ ...fold, records, accountId: into.accountId }).account;
  const own = new Map(
    // Not by what is left of it: what speaks of it by its id has no effect there.
    pairedIds(here.packages, there.packages, ({ visit, line }) => [visit, line]),
  );
  return new Map([
    ...[...formerIds(here)].map(([old, id]) => [old, own.get(id) ?? id] as const),
    // After those from before another merge, so that what goes back is called as it was last.
    ...own,
    ...pairedIds(here.offers, there.offers, ({ source, version, grant, expiresOn }) => [
      ...[source, version, grant, expiresOn],
    ]),
  ]);
}

/** Ids of things that are the same but for whose they are, in the order of both lists. */
function pairedIds<Thing extends { readonly id: string }>(
  here: readonly Thing[],
  there: readonly Thing[],
  nameOf: (thing: Thing) => readonly unknown[],
): readonly (readonly [string, string])[] {
  const named = (thing: Thing) => JSON.stringify(nameOf(thing));
  const open = there.map((thing) => ({ id: thing.id, name: named(thing) }));
  return here.flatMap((thing) => {
    const index = open.findIndex(({ name }) => name === named(thing));
    const [found] = index < 0 ? [] : open.splice(index, 1);
    return found ? [[thing.id, found.id] as const] : [];
  });
}

function withIds(
  copies: readonly UntakenRecord[],
  ids: ReadonlyMap<string, string>,
): readonly UntakenRecord[] {
  if (ids.size === 0) return copies;
  return copies.map((copy) => {
    let text = JSON.stringify(copy.data);
    for (const [old, now] of ids) text = text.replaceAll(old, now);
    return { ...copy, data: JSON.parse(text) as unknown } as UntakenRecord;
  });
}

/** What taking a merge back does to the two histories. */
export interface Separation {
  /** Identities that leave the survivor's history, as what they are there now. */
  readonly leaving: readonly HistoryRecord[];
  /** What became of the other's visits and vouchers since the merge, for the other's history. */
  readonly carried: readonly UntakenRecord[];
}

/**
 * What came with the other leaves the survivor's history again, and what became of the other's
 * visits since goes back with them: refunds, voids and revisions, also that one moved to a third person.
 * So does what became of the other's vouchers and quotes, with the visits that used them, what its
 * packages were given, and a visit that a refund of the other's had waited for. What else came since
 * stays.
 *
 * @param of.mergedAt - When the merge was taken (`recordedAt`); the copies were taken with it.
 */
export function separate(
  parts: Parts,
  { mergedAt, ...fold }: HowToFold & { readonly mergedAt: number },
): Separation {
  const { into, from } = parts;
  const current = currentRecords(into.records);
  const there = withoutOthers(parts, mergedAt);
  const before = currentRecords(into.records.filter(({ recordedAt }) => recordedAt < mergedAt));
  const own = currentRecords(from.records);
  // What goes back comes after everything that the other's history has of it, withdrawn or not.
  const nextHere = (identity: string) => (own.get(identity)?.revision ?? 0) + 1;
  const leaving: HistoryRecord[] = [];
  const carried: UntakenRecord[] = [];
  const seen = new Set<HistoryRecord>();
  // What another merge brought since in its place is not the other's to take along.
  const leave = (record: HistoryRecord) => {
    seen.add(record);
    if (current.get(identityOf(record)) === record) leaving.push(record);
  };
  // What is there by its own name came with the merge, unless the survivor had it by then: a receipt
  // that had moved from the other.
  const isSurvivors = (identity: string) =>
    (before.get(identity)?.type ?? 'withdrawn') !== 'withdrawn';
  const brought = broughtBy({ from, into: { ...into, records: [] } });
  const visits = new Set<string>();
  for (const record of brought) {
    const externalId = apartId(record.externalId, from.accountId);
    const apart = there.get(identityOf({ ...record, externalId }));
    const identity = identityOf(record);
    const named = isSurvivors(identity) ? undefined : there.get(identity);
    const now = apart && !isApart(apart) ? apart : named;
    if (!now || isApart(now) || seen.has(now)) continue;
    leave(now);
    if (now.type === 'withdrawn') {
      // It moved to a third person meanwhile, and would count here a second time.
      const isOpen = own.get(identity)?.type !== 'withdrawn';
      if (isOpen && isRevised(record)) carried.push(gone(record, now, nextHere(identity)));
      continue;
    }
    if (now === apart) continue;
    if (record.type === 'visit') visits.add(identity);
    // A revision that came meanwhile is news to the other.
    if (isRevised(now) && now.recordedAt > mergedAt) {
      carried.push({ ...untaken(now), revision: nextHere(identity) } as UntakenRecord);
    }
  }
  const known = new Set(brought.map(identityOf));
  const awaited = new Set(brought.map(visitOf));
  const ids = idsInUnion(parts, fold);
  const given = new Set([...brought.flatMap(idsOfGiven), ...ids.keys(), ...ids.values()]);
  const usesGiven = (record: HistoryRecord) => idsOfUsed(record).some((id) => given.has(id));
  for (const [identity, quote] of there)
    if (quote.type === 'hold' && !isSurvivors(identity) && usesGiven(quote))
      given.add(quote.data.checkoutId);
  // Told since the merge and yet the other's: what it uses says so, or what had waited for it.
  for (const [identity, record] of there) {
    const isTold = record.type === 'visit' && !known.has(identity) && !isSurvivors(identity);
    if (isTold && (awaited.has(identity) || usesGiven(record))) visits.add(identity);
  }
  for (const [identity, record] of there) {
    // A quote of both goes with one of them, and is the other's no more when all are one again.
    const isUse = record.type !== 'visit' && !isSurvivors(identity) && usesGiven(record);
    const of = visitOf(record);
    // The till hasn't told of the visit yet: all that waits for it waits in one history.
    const isWaiting = of !== '' && awaited.has(of) && !there.has(of);
    const isOfBrought = visits.has(identity) || visits.has(of) || isWaiting || isUse;
    if (!isOfBrought || known.has(identity)) continue;
    leave(record);
    const revision = Math.max(record.revision, nextHere(identity));
    carried.push({ ...untaken(record), revision } as UntakenRecord);
  }
  const ownIds = new Map([...ids].map(([here, union]) => [union, here]));
  return { leaving, carried: withIds(carried, ownIds) };
}

/**
 * What counts of each identity in the survivor's history, but for what other merges brought since and
 * what became of that: it is a third record's, and leaves with it or stays with it. What was told since
 * such a merge and left with its end is the third record's too.
 */
function withoutOthers(
  { into, from }: Parts,
  mergedAt: number,
): ReadonlyMap<string, HistoryRecord> {
  const others = into.records.filter(
    ({ type, source, externalId, recordedAt }) =>
      recordedAt > mergedAt &&
      source === decisionSource &&
      (type === 'merge' || externalId.startsWith('merge:')) &&
      externalId !== `merge:${from.accountId}`,
  );
  if (others.length === 0) return currentRecords(into.records);
  // All that a merge brings, or that leaves with it, is taken in one write. Of each write, since when
  // the other record was part of this one.
  const writes = new Map(others.map((one) => [one.recordedAt, begunAt(one, into.records)]));
  const ofOthers = new Set<string>();
  let rest: HistoryRecord[] = [];
  for (const record of into.records.toSorted((a, b) => a.revision - b.revision)) {
    const identity = identityOf(record);
    const since = writes.get(record.recordedAt);
    const isOthers = ofOthers.has(identity);
    if (since === undefined && !isOthers) rest.push(record);
    else if (record.type !== 'withdrawn') ofOthers.add(identity);
    else if (isOthers) ofOthers.delete(identity);
    else {
      const isTaken = (one: HistoryRecord) =>
        identityOf(one) === identity && one.recordedAt > (since ?? Infinity);
      rest = rest.filter((one) => !isTaken(one));
    }
  }
  return currentRecords(rest);
}

/** When the merge began that a record is about, which begins or ends it. */
function begunAt(record: HistoryRecord, records: readonly HistoryRecord[]): number {
  const { externalId, revision } = record;
  const begun = records.filter(
    (one) => one.type === 'merge' && one.externalId === externalId && one.revision <= revision,
  );
  return Math.max(...begun.map(({ recordedAt }) => recordedAt));
}

/** The record that takes an identity out of the other's history, as the survivor's took it out. */
const gone = ({ source, externalId, at }: HistoryRecord, { id }: HistoryRecord, revision: number) =>
  ({ type: 'withdrawn', source, externalId, at, id, revision, data: {} }) as const;

/** The visit that a record corrects; empty for any other record. */
const visitOf = (record: HistoryRecord): string =>
  record.type === 'refund' || record.type === 'void'
    ? identityOf({ source: record.source, externalId: record.data.visit })
    : '';

/** What leads to the voucher or quote that a record made; empty for any other record. */
const idsOfGiven = ({ type, data }: HistoryRecord): readonly string[] => {
  if (type === 'claim') return [data.voucherId, data.code];
  return type === 'hold' ? [data.checkoutId] : [];
};

/** The vouchers, quotes, packages and offers that a record uses, ends or changes: they have one owner. */
const idsOfUsed = ({ type, data }: HistoryRecord): readonly string[] => {
  switch (type) {
    case 'claimReturned':
    case 'voucherUsed':
      return [data.voucherId];
    case 'hold':
      return [
        ...data.sessions.map(({ packageId }) => packageId),
        ...data.vouchers.map(({ id }) => id),
        ...(data.offer === null ? [] : [data.offer]),
      ];
    case 'holdReleased':
      return [data.checkoutId];
    case 'packageExtended':
      return [data.package];
    case 'adjustment':
      return [packageOf(data.asset)];
    case 'visit':
      return [data.checkoutId, ...namedIn(data)].filter((id) => id !== undefined);
    default:
      return [];
  }
};

/** Vouchers and packages that pay for a visit, where a tender says which. */
const namedIn = ({ tenders = [] }: VisitData) =>
  tenders
    .filter(({ kind }) => kind === 'voucher' || kind === 'session')
    .map(({ reference }) => reference);

/** True for what a till, a desk or a booking system said: only that is revised. */
const isRevised = ({ source }: HistoryRecord) => source !== ownSource && source !== decisionSource;

const untaken = ({ recordedAt: _, ...record }: HistoryRecord) => record as UntakenRecord;
