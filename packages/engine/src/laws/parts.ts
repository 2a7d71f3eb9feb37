import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { Fold, HistoryRecord, Part, UntakenRecord } from '../index.js';
import { currentRecords } from '../gather.js';
import { decisionSource } from '../history.js';
import { identityOf } from '../keys.js';
import { histories } from './histories.js';
import type { History } from './histories.js';
import type { Engine } from './law.js';
import { DAY, START, joined } from './records.js';

/** A person of whom a clinic has three records, and the history that is dealt out to them. */
export interface Dealt {
  readonly history: History;
  readonly parts: readonly [Part, Part, Part];
}

/** The three records of the person. */
export const ids = ['mem_a', 'mem_b', 'mem_c'] as const;

/** One of several, the same for the same text: a number deals them out. */
export function pick<Item>(items: readonly [Item, ...Item[]], text: string, deal: number): Item {
  let mixed = deal;
  for (const letter of text)
    mixed = (Math.imul(mixed ^ letter.charCodeAt(0), 16_777_619) >>> 0) % 1_000_003;
  return items[mixed % items.length] ?? items[0];
}

/** A visit and what corrects it lie in one history, a voucher and its end, all revisions of an identity. */
function belongsWith({ type, data, externalId }: HistoryRecord): string {
  if (type === 'refund' || type === 'void') return data.visit;
  const ends = type === 'claimReturned' || type === 'voucherUsed';
  return ends ? `claim:${data.voucherId}` : externalId;
}

/** A history whose records lie in three. */
export const dealt: fc.Arbitrary<Dealt> = fc
  .record({ history: histories, deal: fc.nat() })
  .map(({ history, deal }) => {
    const owner = (text: string) => pick(ids, text, deal);
    const part = (accountId: string): Part => ({
      accountId,
      records: history.records.filter((record) => owner(belongsWith(record)) === accountId),
    });
    return { history, parts: [part(ids[0]), part(ids[1]), part(ids[2])] };
  });

const joiningDay = fc.option(fc.nat(20));

/** The same, of whom each joined or not, mostly on days of their own. */
export const joinedOrNot: fc.Arbitrary<Dealt> = fc
  .record({ person: dealt, days: fc.tuple(joiningDay, joiningDay, joiningDay) })
  .map(({ person, days }) => ({
    ...person,
    parts: person.parts.map(({ accountId, records }, nth): Part => {
      const rest = records.filter(({ type }) => type !== 'joined');
      const day = days[nth] ?? null;
      if (day === null) return { accountId, records: rest };
      const own = { ...joined({ at: START + day * DAY }), id: `evt_joined_${accountId}` };
      return { accountId, records: [...rest, own] };
    }) as unknown as Dealt['parts'],
  }));

/** Records as a write of this instant takes them. */
export const taken = (records: readonly UntakenRecord[], recordedAt: number) =>
  records.map((record) => ({ ...record, recordedAt }) as HistoryRecord);

/** A decision about records of people. */
export const decided = (type: string, externalId: string, at: number, data: object, revision = 1) =>
  ({
    ...{ id: `evt_${externalId}.${String(revision)}`, type, source: decisionSource, externalId },
    ...{ revision, at, recordedAt: at, data },
  }) as HistoryRecord;

/** The record of a merge in the survivor's history. */
export const mergeOf = (from: string, at: number) =>
  decided('merge', `merge:${from}`, at, { from, goodwill: 0 });

/** The survivor after a merge. */
export function merged(
  engine: Engine,
  { programs, birthdays }: History,
  at: number,
  pair: Part[],
): Part {
  const [into, from] = pair as [Part, Part];
  const copies = engine.copiesInto({ into, from }, { programs, birthdays, until: at });
  const merge = mergeOf(from.accountId, at);
  const revision = (currentRecords(into.records).get(identityOf(merge))?.revision ?? 0) + 1;
  const records = [...into.records, { ...merge, revision }, ...taken(copies, at)];
  return { accountId: into.accountId, records };
}

/** The account of a part. */
export function fold(
  engine: Engine,
  { programs, birthdays }: History,
  until: number,
  part: Part,
): Fold {
  return engine.foldAccount({ ...part, programs, birthdays, until });
}

/** What a fold says of the person, without what it knows of identities only to go on from here. */
export function said({ account, desired }: Fold): unknown {
  const {
    revised: _,
    awaited: _awaited,
    last: _last,
    foldedTo: _to,
    mergedFrom: _from,
    ...person
  } = account;
  return { person, desired: desired.filter(({ amount }) => amount !== 0) };
}

/** The record that takes out of a history what came with a merge. */
export function apart(record: HistoryRecord, recordedAt: number): HistoryRecord {
  const revision = record.revision + 1;
  return { ...record, ...{ type: 'withdrawn', data: { apart: true } }, revision, recordedAt };
}
