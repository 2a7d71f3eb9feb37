import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { Account, Fold, HistoryRecord, Part, UntakenRecord } from '../index.js';
import { decisionSource } from '../history.js';
import { identityOf } from '../keys.js';
import { sessionsOf } from '../packages/packages.js';
import { histories } from './histories.js';
import type { History } from './histories.js';
import { holds, same } from './law.js';
import type { Engine, Law } from './law.js';
import { DAY, START, adjustment, hold, joined, refund } from './records.js';

/** A person of whom a clinic has three records, and the history that is dealt out to them. */
interface Dealt {
  readonly history: History;
  readonly parts: readonly [Part, Part, Part];
}

const ids = ['mem_a', 'mem_b', 'mem_c'] as const;

/** One of several, the same for the same text: a number deals them out. */
function pick<Item>(items: readonly [Item, ...Item[]], text: string, deal: number): Item {
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

const dealt: fc.Arbitrary<Dealt> = fc
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
const joinedOrNot = fc
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

const taken = (records: readonly UntakenRecord[], recordedAt: number) =>
  records.map((record) => ({ ...record, recordedAt }) as HistoryRecord);

const decided = (type: string, externalId: string, at: number, data: object, revision = 1) =>
  ({
    ...{ id: `evt_${externalId}.${String(revision)}`, type, source: decisionSource, externalId },
    ...{ revision, at, recordedAt: at, data },
  }) as HistoryRecord;

const mergeOf = (from: string, at: number) =>
  decided('merge', `merge:${from}`, at, { from, goodwill: 0 });

/** The survivor after a merge. */
function merged(engine: Engine, { programs, birthdays }: History, at: number, pair: Part[]): Part {
  const [into, from] = pair as [Part, Part];
  const copies = engine.copiesInto({ into, from }, { programs, birthdays, until: at });
  const records = [...into.records, mergeOf(from.accountId, at), ...taken(copies, at)];
  return { accountId: into.accountId, records };
}

function fold(engine: Engine, { programs, birthdays }: History, until: number, part: Part): Fold {
  return engine.foldAccount({ ...part, programs, birthdays, until });
}

/** What a fold says of the person, without what it knows of identities only to go on from here. */
function said({ account, desired }: Fold): unknown {
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

const onePerson: Law = {
  name: 'merge: who was two records is who was one from the start',
  property: (engine) =>
    fc.property(dealt, ({ history, parts: [a, b, c] }) => {
      const at = history.until + 1;
      const whole = [...a.records, ...b.records, ...c.records, mergeOf('mem_b', at)];

      const two = merged(engine, history, at, [{ ...a, records: [...a.records, ...c.records] }, b]);

      const one = fold(engine, history, at, { accountId: 'mem_a', records: whole });
      same(said(fold(engine, history, at, two)), said(one), 'the person');
    }),
};

const anyOrderOfMerges: Law = {
  name: 'merge: the order in which records are merged is of no matter',
  property: (engine) =>
    fc.property(joinedOrNot, ({ history, parts: [a, b, c] }) => {
      const at = history.until + 1;
      const first = merged(engine, history, at, [a, b]);
      const other = merged(engine, history, at, [a, c]);
      const inner = merged(engine, history, at, [b, c]);

      const end = at + 1;
      const [due, ...seen] = [
        merged(engine, history, end, [first, c]),
        merged(engine, history, end, [other, b]),
        merged(engine, history, end, [a, inner]),
      ].map((part) => said(fold(engine, history, end, part)));
      for (const one of seen) same(one, due, 'the person');
    }),
};

/** What a till says of visits after a merge: all given back, or a higher price. */
function since(part: Part, what: (id: string) => string, at: number): readonly HistoryRecord[] {
  const newest = new Map(part.records.map((record) => [identityOf(record), record]));
  for (const record of part.records) {
    const known = newest.get(identityOf(record));
    if (known && record.revision > known.revision) newest.set(identityOf(record), record);
  }
  return [...newest.values()].flatMap((record): readonly HistoryRecord[] => {
    if (record.type !== 'visit') return [];
    const id = record.externalId;
    if (what(id) === 'refund') {
      return [refund(`since-${id}`, id, { '1': 1_000_000_000 }, { at, recordedAt: at })];
    }
    if (what(id) !== 'revision') return [];
    const lines = record.data.lines.map((line) => ({ ...line, kind: 'treatment' as const }));
    const data = { ...record.data, lines };
    return [{ ...record, revision: record.revision + 1, recordedAt: at, data }];
  });
}

const backAsBefore: Law = {
  name: 'merge: taken back, each is what it was, with what became of its visits since',
  property: (engine) =>
    fc.property(joinedOrNot, fc.nat(), ({ history, parts: [a, b] }, deal) => {
      const at = history.until + 1;
      const what = (id: string) => pick(['none', 'refund', 'revision'], id, deal);
      const news = since(b, what, at + 1);
      const both = merged(engine, history, at, [a, b]);
      const into = { ...both, records: [...both.records, ...news] };

      const { programs, birthdays } = history;
      const how = { programs, birthdays, until: at + 1, mergedAt: at };
      const { leaving, carried } = engine.separate({ into, from: b }, how);

      const end = at + 2;
      const gone = (record: HistoryRecord): HistoryRecord => ({
        ...record,
        ...{ type: 'withdrawn', data: { apart: true }, revision: record.revision + 1 },
        recordedAt: end,
      });
      const alone = [...into.records, ...leaving.map(gone), gone(mergeOf('mem_b', at))];
      const closed = decided('mergedInto', 'mergedInto', at, { into: 'mem_a' });
      const again = [...b.records, closed, gone(closed), ...taken(carried, end)];
      const after = (part: Part) => said(fold(engine, history, end, part));
      same(after({ ...a, records: alone }), after(a), 'the survivor');
      const knowing = { ...b, records: [...b.records, ...news] };
      same(after({ ...b, records: again }), after(knowing), 'the other');
    }),
};

const heldAlike: Law = {
  name: 'merge: what is held or corrected of a package or an offer is so for the person',
  property: (engine) =>
    fc.property(dealt, ({ history, parts: [a, b] }) => {
      const at = history.until + 1;
      const alone = fold(engine, history, at, b).account;
      const open = alone.packages.filter(({ left }) => left > 0);
      const offer = alone.offers.at(-1);
      const held = hold(
        'chk_9',
        {
          sessions: open.map(({ id }) => ({ packageId: id, line: '1', count: 1 })),
          offer: offer?.id ?? null,
          expiresAt: at + 10,
        },
        { at, recordedAt: at },
      );
      const more = open.map(({ id }, nth) =>
        adjustment(`more:${String(nth)}`, { asset: sessionsOf(id), amount: 7 }, { at }),
      );
      // Alone, so that nothing of the other's is given by anything else.
      const into = { ...a, records: [] };
      const from = { ...b, records: [...b.records, held, ...more] };

      const part = merged(engine, history, at + 1, [into, from]);
      const union = fold(engine, history, at + 1, part).account;

      const hasOne = (wanted: string, among: readonly { readonly id: string }[]) =>
        among.some(({ id }) => id === wanted);
      for (const one of union.holds.find(({ checkoutId }) => checkoutId === 'chk_9')?.sessions ??
        [])
        holds(hasOne(one.packageId, union.packages), `${one.packageId} is nobody's package`);
      const kept = union.holds.find(({ checkoutId }) => checkoutId === 'chk_9')?.offer ?? null;
      holds(kept === null || hasOne(kept, union.offers), `${String(kept)} is nobody's offer`);
      same(leftIn(union), leftIn(fold(engine, history, at + 1, from).account), 'the sessions left');
    }),
};

const leftIn = ({ packages }: Account) => packages.map(({ visit, left }) => [visit, left]);

/** What holds of merges, whatever the two histories are. */
export const mergeLaws = {
  onePerson,
  anyOrderOfMerges,
  backAsBefore,
  heldAlike,
} as const satisfies Record<string, Law>;
