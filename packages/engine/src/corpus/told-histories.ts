import { foldAccount } from '../fold.js';
import { decisionSource } from '../history.js';
import type { HistoryRecord } from '../history.js';
import {
  DAY,
  START,
  adjustment,
  booking,
  extension,
  hold,
  joined,
  line,
  refund,
  session,
  tierSet,
  usd,
  visit,
  withdrawn,
} from '../laws/records.js';
import type { When } from '../laws/records.js';
import type { ProgramInForce } from '../programs/programs.js';
import type { FrozenHistory } from './corpus.js';

const day = (nth: number): When => ({ at: START + nth * DAY });
const minute = (nth: number): When => ({ at: START + 20 * DAY + nth * 60_000 });

/** A record of a kind that the laws' generators make in other ways. */
const told = (
  of: Pick<HistoryRecord, 'type' | 'source' | 'externalId'> & { readonly data: object },
  { at = START }: When,
) =>
  ({ ...of, id: `evt_${of.externalId}`, revision: 1, at, recordedAt: at + 1000 }) as HistoryRecord;

const decided = (type: HistoryRecord['type'], externalId: string, data: object, when: When) =>
  told({ type, source: decisionSource, externalId, data }, when);

/** A package that is used, praised, extended when it had ended, and used again. */
function prepaid(accountId: string, programs: readonly ProgramInForce[]): readonly HistoryRecord[] {
  const laser = line('1', 30_000, { code: 'LASER', category: 'laser' });
  const tenders = [session({ line: '1' })];
  const sold = visit('R-1', [line('p', 90_000, { kind: 'package', code: 'LASER3' })]);
  const input = { accountId, programs, records: [sold], until: START };
  const [owned] = foldAccount(input).account.packages;
  const praise = { type: 'feedback', source: 'survey', externalId: 'S-1' } as const;
  return [
    joined(),
    sold,
    visit('R-2', [laser], { ...day(9), tenders }),
    told({ ...praise, data: { score: 9, visit: 'R-2' } }, day(10)),
    extension('X-1', owned?.id ?? '', '2026-12-31', day(200)),
    visit('R-3', [laser], { ...day(210), tenders }),
  ];
}

/** Bills that hold points, credit and an add-on: one paid, one released, one paid before its quote. */
const quoted: readonly HistoryRecord[] = [
  joined(),
  adjustment('adjustment:1', { amount: 2_000 }),
  adjustment('adjustment:2', { asset: 'credit', amount: 8_000 }),
  tierSet('tier:1', 'luminous', '2026-12-31', day(1)),
  hold(
    'chk_1',
    { points: 500, pointsWorth: 5_000, addOns: [{ benefit: 'led', count: 1 }] },
    minute(0),
  ),
  visit('R-1', [line('1', 20_000)], { ...minute(5), checkoutId: 'chk_1' }),
  hold('chk_2', { credit: 3_000 }, minute(6)),
  decided('holdReleased', 'released:chk_2', { checkoutId: 'chk_2' }, minute(7)),
  hold('chk_3', { credit: 4_000 }, minute(20)),
  visit('R-2', [line('1', 9_000)], { ...minute(15), checkoutId: 'chk_3' }),
];

/** Two records of one person, as the one that stays has them. */
const merged: readonly HistoryRecord[] = [
  joined(),
  visit('R-1', [line('1', 60_000)], day(1)),
  { ...joined(day(2)), id: 'evt_other', externalId: 'joined@mem_other' },
  visit('R-9', [line('1', 70_000)], day(3)),
  decided('merge', 'merge:mem_other', { from: 'mem_other', goodwill: 50, reason: 'twice' }, day(9)),
  refund('F-9', 'R-9', { '1': 20_000 }, day(12)),
];

/** The same after the merge was taken back. */
const separated: readonly HistoryRecord[] = [
  ...merged,
  ...['R-9', 'F-9'].map((id) => withdrawn(id, { ...day(20), revision: 2 })),
  ...['joined@mem_other', 'merge:mem_other'].map((id, nth) =>
    withdrawn(id, { source: nth === 0 ? 'afterglow' : decisionSource, ...day(20), revision: 2 }),
  ),
].map((record) => (record.type === 'withdrawn' ? { ...record, data: { apart: true } } : record));

/** The record that became part of another one. */
const closed: readonly HistoryRecord[] = [
  visit('R-1', [line('1', 60_000)], day(1)),
  decided('mergedInto', 'mergedInto', { into: 'mem_other' }, day(9)),
];

/** A friend who named the code when booking and joined, and whose first treatment never earns. */
const invited: readonly HistoryRecord[] = [
  booking('B-1', { referredBy: 'mem_owner', startsAt: new Date(START + 4 * DAY).toISOString() }),
  joined(day(1)),
  visit('R-1', [line('1', 9_000, { category: 'medical' })], day(4)),
  visit('R-2', [line('1', 9_000, { category: 'facial' })], {
    ...day(40),
    tenders: [{ kind: 'giftCard', amount: usd(1_000) }],
  }),
];

/**
 * Histories that nobody draws from chance: with the types of records that the laws make while two
 * records are merged, or not at all.
 *
 * @param first - Place of the first one in the corpus, which is part of its account's id.
 */
export function toldHistories(
  first: number,
  programs: readonly ProgramInForce[],
): readonly FrozenHistory[] {
  const histories = [
    prepaid(`mem_corpus_${String(first)}`, programs),
    quoted,
    merged,
    separated,
    closed,
    invited,
  ];
  const until = START + 300 * DAY;
  return histories.map((records) => ({ programs: 0, records, birthdays: [], until }));
}
