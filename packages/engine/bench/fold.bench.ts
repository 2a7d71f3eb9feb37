/**
 * How fast histories are folded, on one core and from memory: the full program, reasons kept,
 * entries posted. Prints `engine: N events/s` and the time of one long membership.
 */
import type { HistoryRecord } from '../src/index.js';
import { emptyJournal, foldAccount, postEntries } from '../src/index.js';
import { fullPrograms as programs } from '../src/laws/program.js';

const MEMBERS = 2000;
const VISITS = 40;
const ROUNDS = 5;
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 8, 16);

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** A member who comes every `everyDays` days: treatments, retail, a package now and then, refunds. */
function historyOf(member: number, visits: number, everyDays: number): readonly HistoryRecord[] {
  const records: HistoryRecord[] = [];
  for (let nth = 0; nth < visits; nth += 1) {
    const at = START + (nth * everyDays + (member % 28)) * DAY + (member % 7) * 3_600_000;
    const head = { revision: 1, at, recordedAt: at + 2000, source: 'till' };
    const id = `${String(member)}-${String(nth)}`;
    if (nth === 1) {
      const data = { code: null, ownerId: null, existingPatient: true, enrolledAt: at };
      records.push({ ...head, id: `evt_j${id}`, externalId: `J-${id}`, type: 'joined', data });
      continue;
    }
    if (nth % 12 === 11) {
      const visit = `R-${String(member)}-${String(nth - 1)}`;
      const data = { visit, lines: [{ lineId: '1', amount: usd(5000) }] };
      records.push({ ...head, id: `evt_f${id}`, externalId: `F-${id}`, type: 'refund', data });
      continue;
    }
    const price = 9000 + ((member * 37 + nth * 911) % 40_000);
    const lines = [
      {
        ...{ lineId: '1', kind: 'treatment' as const, code: 'TOX', category: 'neuromodulator' },
        ...{ quantity: 1, price: usd(price) },
      },
      { lineId: '2', kind: 'product' as const, code: 'SPF', quantity: 1, price: usd(3900) },
    ];
    if (nth % 10 === 4) {
      const bought = { lineId: '3', kind: 'package' as const, code: 'BLOW6' };
      const used = { lineId: '4', kind: 'treatment' as const, code: 'BLOW', category: 'hair' };
      lines.push({ ...bought, quantity: 1, price: usd(25_000) } as never);
      lines.push({ ...used, quantity: 1, price: usd(5000) });
    }
    const money = { kind: 'money' as const, amount: usd(price) };
    const tenders = nth % 10 === 4 ? [{ kind: 'session' as const, line: '4' }, money] : [money];
    const data = { channel: 'till', location: 'main', lines, tenders };
    records.push({ ...head, id: `evt_v${id}`, externalId: `R-${id}`, type: 'visit', data });
  }
  return records;
}

/** Milliseconds of one core that `work` takes, the collector's included; others may use the machine. */
function time(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function foldAndPost(member: number, records: readonly HistoryRecord[], until: number): number {
  const fold = foldAccount({ accountId: `mem_${String(member)}`, programs, records, until });
  const cause = { kind: 'refold', id: null, at: until };
  return postEntries({ fold, journal: emptyJournal, cause }).length;
}

const histories = Array.from({ length: MEMBERS }, (_, member) => historyOf(member, VISITS, 24));
const until = START + 3 * 365 * DAY;
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
const median = rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Infinity;
const perSecond = Math.round((events / median) * 1000);

const longHistory = historyOf(1, 120, 30);
const long = Array.from({ length: 21 }, () =>
  time(() => foldAndPost(1, longHistory, START + 11 * 365 * DAY)),
).toSorted((a, b) => a - b);

console.log(`engine: ${String(perSecond)} events/s`);
console.log(
  `engine: ${String(events)} events of ${String(MEMBERS)} members, ${String(entries)} entries, median of ${String(ROUNDS)} rounds`,
);
console.log(`engine: ten years of one member in ${(long[10] ?? Infinity).toFixed(2)} ms (median)`);
