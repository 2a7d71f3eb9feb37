import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { HistoryRecord, Part } from '../index.js';
import { currentRecords } from '../gather.js';
import type { RecordOf } from '../history.js';
import { identityOf } from '../keys.js';
import type { History } from './histories.js';
import { holds } from './law.js';
import type { Engine } from './law.js';
import { apart, decided, fold, ids, merged, mergeOf, said, taken } from './parts.js';
import type { Dealt } from './parts.js';
import {
  DAY,
  claim,
  extension,
  hold,
  line,
  refund,
  session,
  usd,
  visit,
  voucherUsed,
} from './records.js';

/** Something that happens to one of three records, or is told of it; `nth` chooses among what it has. */
interface Happening {
  readonly kind:
    'merge' | 'separate' | 'visit' | 'edit' | 'refund' | 'use' | 'extend' | 'arrive' | 'move';
  readonly of: string;
  readonly to: string;
  readonly nth: number;
}

type Kind = Happening['kind'];

/** What a till says of a record that is the record's own for ever. */
export const told = ['visit', 'edit', 'refund', 'use', 'extend', 'arrive'] as const;

/** Mostly merges and their ends, with what tills tell before, between and after. */
export const happenings = (kinds: readonly Kind[]): fc.Arbitrary<readonly Happening[]> =>
  fc.array(
    fc.record({
      kind: fc.oneof(
        { weight: 4, arbitrary: fc.constant<Kind>('merge') },
        { weight: 2, arbitrary: fc.constant<Kind>('separate') },
        { weight: 6, arbitrary: fc.constantFrom<Kind>(...kinds) },
      ),
      of: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids),
      nth: fc.nat(7),
    }),
    { maxLength: 12 },
  );

/** All three records in any order. */
export const orders = fc.shuffledSubarray([...ids], { minLength: ids.length });

/** What a clinic has of a person's three records while they are merged and separated. */
export class Lives {
  readonly #engine: Engine;
  readonly #history: History;
  /** What lies in each history. */
  readonly #parts: Map<string, Part>;
  /** What is of each record, however often it was merged: what each must have again. */
  readonly own: Map<string, readonly HistoryRecord[]>;
  /** The record that a record is part of. */
  readonly mergedInto = new Map<string, string>();
  /** The instant of the last write; each has its own. */
  now: number;

  constructor(engine: Engine, { history, parts }: Dealt) {
    this.#engine = engine;
    this.#history = history;
    this.#parts = new Map(parts.map((part) => [part.accountId, part]));
    this.own = new Map(parts.map(({ accountId, records }) => [accountId, records]));
    this.now = history.until + 1;
  }

  /** The record that stands for a record. */
  standing(id: string): string {
    const into = this.mergedInto.get(id);
    return into === undefined ? id : this.standing(into);
  }

  /** What lies in a history by now. */
  part(accountId: string): Part {
    return this.#parts.get(accountId) ?? { accountId, records: [] };
  }

  /** What a history says of the person; not whether a record is a revision, which merges count on. */
  fold(part: Part): unknown {
    const folded = fold(this.#engine, this.#history, this.now, part);
    const desired = folded.desired.map((one) => ({ ...one, cause: { ...one.cause, kind: '' } }));
    return said({ ...folded, desired });
  }

  happen({ kind, of, to, nth }: Happening): void {
    this.now += 1;
    switch (kind) {
      case 'merge':
        return this.#merge(of, to);
      case 'separate':
        return this.separate(of);
      case 'visit':
        return this.#visit(of, nth);
      case 'edit':
        return this.#edit(of, nth);
      case 'refund':
        return this.#refund(of, nth);
      case 'use':
        return this.#use(of, nth);
      case 'extend':
        return this.#extend(of, nth);
      case 'arrive':
        return this.#arrive(of);
      case 'move':
        return this.#move(of, to, nth);
    }
  }

  #merge(into: string, from: string): void {
    if (into === from || this.mergedInto.has(into) || this.mergedInto.has(from)) return;
    const pair = [this.part(into), this.part(from)];
    this.#parts.set(into, merged(this.#engine, this.#history, this.now, pair));
    this.#put(from, decided('mergedInto', 'mergedInto', this.now, { into }));
    this.mergedInto.set(from, into);
  }

  /** Taken back is what is part of a record that stands for itself. */
  separate(from: string): void {
    const into = this.mergedInto.get(from);
    if (into === undefined || this.mergedInto.has(into)) return;
    const parts = { into: this.part(into), from: this.part(from) };
    const merge = current(parts.into, identityOf(mergeOf(from, 0)));
    const closed = current(parts.from, identityOf(decided('mergedInto', 'mergedInto', 0, {})));
    if (!merge || !closed) throw new Error(`${from} is no part of ${into}`);
    const { programs, birthdays } = this.#history;
    const { leaving, carried } = this.#engine.separate(parts, {
      ...{ programs, birthdays, until: this.now, mergedAt: merge.recordedAt },
    });
    for (const record of [...leaving, merge]) this.#put(into, apart(record, this.now));
    this.#put(from, apart(closed, this.now));
    for (const record of taken(carried, this.now)) this.#put(from, record);
    this.mergedInto.delete(from);
  }

  /** Something new is of whoever stands for the record that it is told of. */
  #visit(of: string, nth: number): void {
    const lines = [
      line('1', 10_000 * (nth + 1)),
      line('2', 5000, { code: 'BLOW', category: 'hair' }),
    ];
    const tenders = nth % 2 === 0 ? [session({ line: '2' })] : [];
    this.#tell(
      this.standing(of),
      visit(`N-${String(this.now)}`, lines, { ...this.#when(), tenders }),
    );
  }

  /** A till edits a visit: what was sold were treatments. */
  #edit(of: string, nth: number): void {
    const edited = this.#visitOf(of, nth);
    if (!edited) return;
    const lines = edited.data.lines.map((one) => ({ ...one, kind: 'treatment' as const }));
    this.#tell(of, { ...edited, recordedAt: this.now, data: { ...edited.data, lines } });
  }

  #refund(of: string, nth: number): void {
    const back = this.#visitOf(of, nth)?.externalId;
    if (back === undefined) return;
    const id = `back-${String(this.now)}`;
    this.#tell(of, refund(id, back, { '1': 1_000_000_000 }, this.#when()));
  }

  /**
   * A voucher of the record is used: at the desk, on a bill, or on one that was quoted before. Who has
   * none claims one.
   */
  #use(of: string, nth: number): void {
    const records = [...currentRecords(this.own.get(of) ?? []).values()];
    const ended = new Set(
      records.flatMap(({ type, data }) =>
        type === 'voucherUsed' || type === 'claimReturned' ? [data.voucherId] : [],
      ),
    );
    const claims = records.filter(
      (one): one is RecordOf<'claim'> => one.type === 'claim' && !ended.has(one.data.voucherId),
    );
    const open = claims[nth % Math.max(1, claims.length)];
    if (!open) {
      this.#tell(this.standing(of), claim(`vch_${String(this.now)}`, {}, this.#when()));
      return;
    }
    const { voucherId, code } = open.data;
    const tenders = [{ kind: 'voucher' as const, reference: code, amount: usd(5000) }];
    const lines = [line('1', 20_000)];
    if (nth % 3 === 0) return this.#tell(of, voucherUsed(voucherId, this.#when()));
    const id = `N-${String(this.now)}`;
    if (nth % 3 === 1) return this.#tell(of, visit(id, lines, { ...this.#when(), tenders }));
    const checkoutId = `chk_${id}`;
    const vouchers = [{ id: voucherId, worth: 5000 }];
    const expiresAt = this.now + DAY;
    this.#tell(of, hold(checkoutId, { vouchers, expiresAt }, this.#when()));
    this.now += 1;
    this.#tell(of, visit(id, lines, { ...this.#when(), checkoutId }));
  }

  /** A desk lets a package run longer, by the id that it had before any merge. */
  #extend(of: string, nth: number): void {
    const alone = { accountId: of, records: this.own.get(of) ?? [] };
    const { packages } = fold(this.#engine, this.#history, this.now, alone).account;
    const owned = packages[nth % Math.max(1, packages.length)];
    if (!owned) return;
    this.#tell(of, extension(`X-${String(this.now)}`, owned.id, '2031-12-31', this.#when()));
  }

  /** A visit is told of that a refund had come before. */
  #arrive(of: string): void {
    const known = new Set([...this.own.values()].flat().map(identityOf));
    const early = (this.own.get(of) ?? []).find(
      (one): one is RecordOf<'refund'> =>
        one.type === 'refund' &&
        !known.has(identityOf({ source: one.source, externalId: one.data.visit })),
    );
    if (!early) return;
    this.#tell(of, visit(early.data.visit, [line('1', 30_000), line('2', 9000)], this.#when()));
  }

  /** A till edits a receipt: it was another's. What corrects it goes along. */
  #move(of: string, to: string, nth: number): void {
    const moving = this.#visitOf(of, nth);
    if (!moving) return;
    const [from, into] = [this.#holder(identityOf(moving)), this.standing(to)];
    const held = current(this.part(from), identityOf(moving));
    if (!held) return;
    if (from === into) return this.#put(into, { ...held, recordedAt: this.now });
    const corrections = [...currentRecords(this.part(from).records).values()].filter(
      ({ type, data }) =>
        (type === 'refund' || type === 'void') && data.visit === moving.externalId,
    );
    for (const record of [held, ...corrections]) {
      this.#put(into, { ...record, recordedAt: this.now });
      const id = `${record.id}/gone`;
      this.#put(from, { ...record, ...{ id, type: 'withdrawn', data: {} }, recordedAt: this.now });
    }
  }

  /** Records in whose history an identity counts, of those that stand for somebody. */
  holders(identity: string): readonly string[] {
    return ids.filter((id) => {
      const held = this.mergedInto.has(id) ? undefined : current(this.part(id), identity);
      return held !== undefined && held.type !== 'withdrawn';
    });
  }

  #holder(identity: string): string {
    const [holder, ...others] = this.holders(identity);
    holds(holder !== undefined && others.length === 0, `${identity} has not one place`);
    return holder ?? '';
  }

  #visitOf(of: string, nth: number): RecordOf<'visit'> | undefined {
    const visits = [...currentRecords(this.own.get(of) ?? []).values()].filter(
      (one) => one.type === 'visit',
    );
    return visits[nth % Math.max(1, visits.length)];
  }

  #when() {
    return { at: this.now, recordedAt: this.now };
  }

  /** A fact of a record; it comes to where the visit is that it is about, or to who stands for it. */
  #tell(of: string, record: HistoryRecord): void {
    const [about] =
      record.type === 'refund' ? [{ ...record, externalId: record.data.visit }] : [record];
    const isKnown = this.holders(identityOf(about)).length > 0;
    this.#put(isKnown ? this.#holder(identityOf(about)) : this.standing(of), record);
    const before = currentRecords(this.own.get(of) ?? []).get(identityOf(record));
    const revision = (before?.revision ?? 0) + 1;
    this.own.set(of, [...(this.own.get(of) ?? []), { ...record, revision }]);
  }

  /** Adds a record above all that a history has of its identity. */
  #put(accountId: string, record: HistoryRecord): void {
    const known = current(this.part(accountId), identityOf(record))?.revision ?? 0;
    this.#add(accountId, { ...record, revision: Math.max(record.revision, known + 1) });
  }

  #add(accountId: string, record: HistoryRecord): void {
    const records = [...this.part(accountId).records, record];
    this.#parts.set(accountId, { accountId, records });
  }

  /** Takes every merge back in this order, as far as one is in no other. */
  separateAll(order: readonly string[]): void {
    for (let left = order.length; left > 0; left--)
      for (const id of order) {
        this.now += 1;
        this.separate(id);
      }
  }
}

/** What counts of an identity in a history. */
const current = ({ records }: Part, identity: string) => currentRecords(records).get(identity);
