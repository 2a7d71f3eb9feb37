import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { Account, HistoryRecord, Part } from '../index.js';
import { identityOf } from '../keys.js';
import { sessionsOf } from '../packages/packages.js';
import { holds, same } from './law.js';
import type { Law } from './law.js';
import {
  apart,
  dealt,
  decided,
  fold,
  joinedOrNot,
  merged,
  mergeOf,
  pick,
  said,
  taken,
} from './parts.js';
import { adjustment, hold, refund } from './records.js';

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
      const gone = (record: HistoryRecord) => apart(record, end);
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
