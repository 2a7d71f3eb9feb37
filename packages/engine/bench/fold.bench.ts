/**
 * How fast histories are folded, on one core and from memory: a program with every kind of rule,
 * reasons kept, entries posted. Prints `engine: N events/s` and the time of one long membership.
 *
 * The members are of several kinds, as a clinic has them: most come and go, some buy packages and
 * use them up, some are refunded, voided, edited or told late, some bring friends, some stay away
 * until their points lapse. Records lie in the order in which they were taken, not in that of the fold.
 */
import type { VisitLine } from '@afterglow/contract';
import type { HistoryRecord, NewEntry } from '@afterglow/engine';
import { emptyJournal, foldAccount, postEntries, settleAccount } from '@afterglow/engine';
import { fullPrograms as programs } from '../src/laws/program.js';
import { extendJournal } from '../src/ledger/journal.js';

const MEMBERS = 2000;
const VISITS = 40;
const ROUNDS = 9;
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 8, 16);

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** The lines of a visit and how they were paid: single treatments, retail, packages and their use. */
function receiptOf(member: number, nth: number) {
  const price = 9000 + ((member * 37 + nth * 911) % 40_000);
  const treatment = { quantity: 1, price: usd(price) };
  const lines: VisitLine[] = [
    { lineId: '1', kind: 'treatment', code: 'TOX', category: 'neuromodulator', ...treatment },
    { lineId: '2', kind: 'product', code: 'SPF', quantity: 1, price: usd(3900) },
  ];
  const tenders: { kind: 'money' | 'session' | 'giftCard'; amount?: ReturnType<typeof usd> }[] = [];
  const [sold, used] = member % 2 ? (['BLOW6', 'BLOW'] as const) : (['LASER3', 'L1'] as const);
  const category = member % 2 ? 'hair' : 'laser';
  if (nth % 10 === 4) {
    lines.push({ lineId: '3', kind: 'package', code: sold, quantity: 1, price: usd(25_000) });
  }
  if (nth % 10 >= 4 && nth % 10 < 8) {
    lines.push({ lineId: '4', kind: 'treatment', code: used, category, ...treatment });
    tenders.push({ kind: 'session' });
  }
  if (nth % 7 === 3) tenders.push({ kind: 'giftCard', amount: usd(5000) });
  tenders.push({ kind: 'money', amount: usd(price) });
  const discounts = nth % 5 === 2 ? [{ amount: usd(1500) }] : undefined;
  return { channel: 'till', location: 'main', lines, tenders, ...(discounts && { discounts }) };
}

/** The events of one member, one every `everyDays` days, with a long absence now and then. */
function historyOf(member: number, events: number, everyDays: number): readonly HistoryRecord[] {
  const records: HistoryRecord[] = [];
  for (let nth = 0; nth < events; nth += 1) {
    const absence = member % 3 === 0 && nth >= events / 2 ? 400 : 0;
    const day = nth * everyDays + (member % 28) + absence;
    const at = START + day * DAY + (member % 7) * 3_600_000;
    const late = nth % 9 === 8 ? 3 * everyDays * DAY : 2000;
    const id = `${String(member)}-${String(nth)}`;
    const head = { id: `evt_${id}`, revision: 1, at, recordedAt: at + late };
    const till = { ...head, source: 'till', externalId: `E-${id}` };
    const own = { ...head, source: 'afterglow' };
    const visit = `E-${String(member)}-${String(nth - 1)}`;
    if (nth === 1) {
      const data = { code: null, ownerId: null, existingPatient: true, enrolledAt: at };
      records.push({ ...till, type: 'joined', data });
    } else if (nth % 12 === 11) {
      const data = { visit, lines: [{ lineId: '1', amount: usd(5000) }] };
      records.push({ ...till, type: 'refund', data });
    } else if (nth % 20 === 19) {
      records.push({ ...till, type: 'void', data: { visit } });
    } else if (nth % 16 === 9 && member % 4 === 0) {
      const friendId = `mem_f${id}`;
      const externalId = `referral:${friendId}:completed`;
      const data = { referralId: `ref_${id}`, friendId, firstNameShared: true, at };
      const step = { ...data, step: 'completed' as const };
      records.push({ ...own, externalId, type: 'friend', data: step });
    } else if (nth % 15 === 13) {
      const edited = { ...till, externalId: `E-${String(member)}-${String(nth - 3)}`, revision: 2 };
      const before = at - 3 * everyDays * DAY;
      records.push({ ...edited, at: before, type: 'visit', data: receiptOf(member, nth) });
    } else {
      records.push({ ...till, type: 'visit', data: receiptOf(member, nth) });
    }
  }
  records.sort((a, b) => a.recordedAt - b.recordedAt);
  // As they come out of a store.
  return JSON.parse(JSON.stringify(records)) as HistoryRecord[];
}

/** Milliseconds of one core that `work` takes, the collector's included; others may use the machine. */
function time(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
const middle = (times: readonly number[]) =>
  sorted(times)[Math.floor(times.length / 2)] ?? Infinity;
const least = (times: readonly number[]) => sorted(times)[0] ?? Infinity;

function foldAndPost(member: number, records: readonly HistoryRecord[], until: number): number {
  const fold = foldAccount({ accountId: `mem_${String(member)}`, programs, records, until });
  const cause = { kind: 'refold', id: null, at: until };
  return postEntries({ fold, journal: emptyJournal, cause }).length;
}

/** The way of a till that is told at once: one write for each event, from the cached account. */
function writeEach(member: number, records: readonly HistoryRecord[]): number {
  const accountId = `mem_${String(member)}`;
  let account: Parameters<typeof settleAccount>[0]['account'];
  let count = 0;
  for (const record of records) {
    const input = { accountId, programs, account, count, written: [record], now: record.at };
    const settled =
      settleAccount(input) ??
      settleAccount({ ...input, past: { records: [], journal: emptyJournal } });
    account = settled?.account;
    count += (settled?.entries satisfies readonly NewEntry[] | undefined)?.length ?? 0;
  }
  return count;
}

const histories = Array.from({ length: MEMBERS }, (_, member) => historyOf(member, VISITS, 24));
const until = START + 6 * 365 * DAY;
const events = MEMBERS * VISITS;
let entries = 0;
const rounds = Array.from({ length: ROUNDS }, () =>
  time(() => {
    entries = 0;
    histories.forEach((records, member) => {
      entries += foldAndPost(member, records, until);
    });
  }),
);

const prompt = histories.map((records) =>
  records
    .filter(({ type, revision }) => revision === 1 && (type === 'visit' || type === 'joined'))
    .toSorted((a, b) => a.at - b.at),
);
const writes = prompt.reduce((sum, records) => sum + records.length, 0);
const singly = Array.from({ length: ROUNDS }, () =>
  time(() => {
    prompt.forEach((records, member) => writeEach(member, records));
  }),
);

const longHistory = historyOf(1, 120, 30);
const long = Array.from({ length: 21 }, () =>
  time(() => foldAndPost(1, longHistory, START + 11 * 365 * DAY)),
);

/**
 * A late event folds one member anew, whoever else there is: of 100 members one has 1,000 events. Its
 * time is compared with that of a member with 40.
 */
const active = historyOf(3, 1000, 3);
const usual = historyOf(3, VISITS, 24);
const refoldOf = (records: readonly HistoryRecord[]) =>
  middle(Array.from({ length: 15 }, () => time(() => foldAndPost(3, records, until))));
const refolds = { active: refoldOf(active), usual: refoldOf(usual) };

/** An import in shuffled order: each member's records come in batches that know nothing of time. */
function importShuffled(member: number, records: readonly HistoryRecord[]): void {
  const accountId = `mem_${String(member)}`;
  const shuffled = records
    .map((record, nth) => ({ record, place: (nth * 7919 + member) % records.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ record }, nth) => ({ ...record, recordedAt: until + Math.floor(nth / 10) }));
  const past: HistoryRecord[] = [];
  let journal = emptyJournal;
  let account: Parameters<typeof settleAccount>[0]['account'];
  for (let at = 0; at < shuffled.length; at += 10) {
    const written = shuffled.slice(at, at + 10);
    const now = until + at / 10;
    const input = { accountId, programs, account, count: journal.count, written, now };
    const settled = settleAccount({ ...input, past: { records: past, journal } });
    account = settled?.account;
    journal = extendJournal(journal, settled?.entries ?? []);
    past.push(...written);
  }
}
const shuffles = Array.from({ length: 3 }, () =>
  time(() => {
    histories.slice(0, 500).forEach((records, member) => {
      importShuffled(member, records);
    });
  }),
);

const perSecond = (count: number, ms: number) => String(Math.round((count / ms) * 1000));
console.log(`engine: ${perSecond(events, middle(rounds))} events/s`);
console.log(
  `engine: ${String(events)} events of ${String(MEMBERS)} members, ${String(entries)} entries, median of ${String(ROUNDS)} rounds; the best ${perSecond(events, least(rounds))}`,
);
console.log(
  `engine: ${perSecond(writes, middle(singly))} events/s written one by one from the cached account`,
);
console.log(
  `engine: a late event refolds ${String(active.length)} events in ${refolds.active.toFixed(2)} ms, ${String(usual.length)} in ${refolds.usual.toFixed(2)} ms`,
);
console.log(
  `engine: ${perSecond(500 * VISITS, middle(shuffles))} events/s imported in shuffled order, ten in a write`,
);
console.log(`engine: ten years of one member in ${middle(long).toFixed(2)} ms (median)`);
