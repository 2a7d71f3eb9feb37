import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { Account, Desired, Fold, HistoryRecord, Journal, NewEntry, Notice } from '../index.js';
import { emptyJournal } from '../index.js';
import type { postEntries } from '../index.js';
import { addDays, localDayAt, startOfDay, yearOf } from '../calendar.js';
import { available } from '../checkout/holds.js';
import { decisionSource } from '../history.js';
import { keyPart } from '../keys.js';
import { extendJournal } from '../ledger/journal.js';
import { comparePositions } from '../order.js';
import { sessionsOf } from '../packages/packages.js';
import { histories } from './histories.js';
import type { History } from './histories.js';
import { holds, same } from './law.js';
import type { Engine, Law } from './law.js';
import { mergeLaws } from './merges.js';
import { threeRecordsLaws } from './three-records.js';
import { DAY, frozen, refund } from './records.js';

export { ourEngine } from './law.js';
export type { Engine, Law } from './law.js';

const accountId = 'mem_a';

function foldAll(engine: Engine, { programs, records, birthdays, until }: History): Fold {
  return engine.foldAccount({ accountId, programs, records, birthdays, until });
}

const netOf = (amounts: readonly Pick<Desired, 'key' | 'amount'>[]): readonly string[] => {
  const net = new Map<string, number>();
  for (const { key, amount } of amounts) net.set(key, (net.get(key) ?? 0) + amount);
  return [...net]
    .filter(([, amount]) => amount !== 0)
    .map(([key, amount]) => `${key} ${String(amount)}`)
    .sort();
};

/** A history with an order of arrival of its own, in which records come once or more often. */
const shuffled = histories.chain((history) =>
  fc.record({
    history: fc.constant(history),
    arrival: fc.shuffledSubarray(
      history.records.flatMap((record, index) => (index % 2 ? [record] : [record, { ...record }])),
      { minLength: history.records.length + Math.ceil(history.records.length / 2) },
    ),
  }),
);

const anyOrder: Law = {
  name: '1: any order of arrival and any number of repetitions give the same account and amounts',
  property: (engine) =>
    fc.property(shuffled, ({ history, arrival }) => {
      const told = foldAll(engine, { ...history, records: arrival });

      same(told, foldAll(engine, history), 'the fold');
    }),
};

const sameJournal: Law = {
  name: '2: a replay in recorded order gives the same bytes, whenever somebody settled in between',
  property: (engine) =>
    fc.property(histories, ({ programs, records, birthdays, until }) => {
      const journal = engine.replayJournal({ accountId, programs, records, birthdays, until });
      const again = engine.replayJournal({
        accountId,
        programs,
        birthdays,
        records: records.toReversed(),
        until,
      });

      // Writes of the same instant are one write, so their records may come in any order.
      const settled = settleOften(engine, { programs, records, birthdays, until });
      same(again, journal, 'the journal of a second replay');
      const [first] = programs;
      const published = first && [...programs, { ...first, version: 99, startsAt: until + DAY }];
      const later = engine.replayJournal({
        ...{ accountId, programs: published ?? programs, records, birthdays, until },
      });
      same(later, journal, 'the journal after another version was published');
      same(settled, journal, 'the journal of an account that was settled every month');
    }),
};

/** The journal of an account that is settled each month besides its writes, and folded from scratch. */
function settleOften(
  engine: Engine,
  { programs, records, birthdays, until }: History,
): readonly NewEntry[] {
  const entries: NewEntry[] = [];
  let journal: Journal = emptyJournal;
  const taken: HistoryRecord[] = [];
  const post = (at: number, cause: Parameters<typeof postEntries>[0]['cause']): void => {
    const fold = engine.foldAccount({ accountId, programs, birthdays, records: taken, until: at });
    const posted = engine.postEntries({ fold, journal, cause });
    entries.push(...posted);
    journal = extendJournal(journal, posted);
  };
  const instants = [...new Set(records.map(({ recordedAt }) => recordedAt))].sort((a, b) => a - b);
  let now = instants[0] ?? until;
  for (const instant of [...instants, until]) {
    for (; now < instant; now += 30 * DAY) post(now, { kind: 'refold', id: null, at: now });
    post(instant, { kind: 'refold', id: null, at: instant });
    now = instant;
    const written = records.filter(({ recordedAt }) => recordedAt === instant);
    if (instant === until && written.length === 0) continue;
    taken.push(...written);
    post(instant, causeOfWrite(written, instant));
  }
  return entries;
}

/** The same choice that a write makes, in other words. */
function causeOfWrite(
  written: readonly HistoryRecord[],
  now: number,
): Parameters<typeof postEntries>[0]['cause'] {
  const ordered = written.toSorted(
    (a, b) =>
      a.at - b.at || (`${a.source} ${a.externalId}` < `${b.source} ${b.externalId}` ? -1 : 1),
  );
  const culprit =
    ordered.findLast(
      ({ type, revision }) => revision > 1 || type === 'void' || type === 'withdrawn',
    ) ?? ordered.at(-1);
  if (!culprit) return { kind: 'refold', id: null, at: now };
  const { id, at, type, revision } = culprit;
  const kinds: Record<string, string> = {
    ...{ refund: 'refund', friend: 'referral', joined: 'joined', membership: 'membership' },
    ...{ claim: 'claim', claimReturned: 'claim', adjustment: 'adjustment' },
    ...{ activity: 'bonus', feedback: 'bonus' },
  };
  const kind = type === 'void' ? 'void' : revision > 1 ? 'revision' : (kinds[type] ?? 'visit');
  return { kind, id, at };
}

const sameNet: Law = {
  name: '2: a replay by occurrence gives the net of each key that the journal has',
  property: (engine) =>
    fc.property(histories, (history) => {
      const { programs, records, birthdays, until } = history;
      const journal = engine.replayJournal({ accountId, programs, records, birthdays, until });

      same(netOf(journal), netOf(foldAll(engine, history).desired), 'the net of keys');
    }),
};

const sums: Law = {
  name: '3: a balance is the sum of its entries, and lots are what can be spent',
  property: (engine) =>
    fc.property(histories, (history) => {
      const { programs, records, birthdays, until } = history;
      const entries = engine.replayJournal({ accountId, programs, records, birthdays, until });
      const { account } = foldAll(engine, history);

      const running = new Map<string, number>();
      for (const { asset, amount, balanceAfter, key } of entries) {
        running.set(asset, (running.get(asset) ?? 0) + amount);
        holds(running.get(asset) === balanceAfter, `balanceAfter of ${key} is not the sum`);
      }
      holds((running.get('points') ?? 0) === account.points, 'points are not the sum of entries');
      const inLots = account.lots.reduce((sum, { left }) => sum + left, 0);
      holds(inLots === Math.max(0, account.points), 'lots are not what can be spent');
      const { balance, lots } = account.credit;
      holds((running.get('credit') ?? 0) === balance, 'credit is not the sum of entries');
      const banked = lots.reduce((sum, { left }) => sum + left, 0);
      holds(banked === Math.max(0, balance), 'lots of credit are not what can be spent');
      holds(
        lots.every(({ left }) => left > 0),
        'a lot of credit is empty',
      );
      const sold = new Map(account.packages.map(({ id, left }) => [sessionsOf(id), left]));
      for (const [asset, sum] of running) {
        if (asset.startsWith('sessions:'))
          holds((sold.get(asset) ?? 0) === sum, `${asset} is not the sum`);
      }
    }),
};

/** Histories as they are told at once and without corrections. */
const orderly = histories.map((history) => ({
  ...history,
  records: history.records
    .filter(
      (record) =>
        record.revision === 1 &&
        !['refund', 'void', 'withdrawn', 'adjustment'].includes(record.type) &&
        !(record.type === 'friend' && record.data.step === 'rejected'),
    )
    // A friend whom staff reject afterwards is a correction too.
    .filter(
      (record) => record.type !== 'friend' || !['held', 'rejected'].includes(record.data.step),
    )
    .map((record) => ({ ...record, recordedAt: record.at })),
}));

/** A history of which only those claims and holds are left that there was enough for when they were asked for. */
function granted(engine: Engine, history: History): readonly HistoryRecord[] {
  const taken: HistoryRecord[] = [];
  for (const record of [...history.records].sort(comparePositions)) {
    if (record.type === 'claim' || record.type === 'hold') {
      const asked = { ...history, records: taken, until: record.at };
      const free = available(foldAll(engine, asked).account);
      const { points, credit } =
        record.type === 'claim' ? { points: record.data.cost, credit: 0 } : record.data;
      if (points > free.points || credit > free.credit) continue;
    }
    taken.push(record);
  }
  return taken;
}

const neverBelowZero: Law = {
  name: '4: nothing but a correction takes a balance below zero',
  property: (engine) =>
    fc.property(orderly, (history) => {
      const { programs, birthdays, until } = history;
      const records = granted(engine, history);
      for (const { key, balanceAfter } of engine.replayJournal({
        ...{ accountId, programs, records, birthdays, until },
      })) {
        holds(balanceAfter >= 0, `${key} takes its balance below zero`);
      }
    }),
};

const refundsAddUp: Law = {
  name: '5: refunds in parts are worth the refund of the whole',
  property: (engine) =>
    fc.property(histories, fc.integer({ min: 1, max: 99 }), (history, percent) => {
      const parts = history.records.flatMap((record): readonly HistoryRecord[] => {
        if (record.type !== 'refund') return [record];
        const cut = (take: (amount: number) => number, nth: number): HistoryRecord => ({
          ...record,
          id: `${record.id}/${String(nth)}`,
          externalId: `${record.externalId}/${String(nth)}`,
          data: {
            ...record.data,
            lines: record.data.lines.map((line) => ({
              ...line,
              amount: { ...line.amount, amount: take(line.amount.amount) },
              sessions: nth === 1 ? (line.sessions ?? 0) : 0,
            })),
          },
        });
        const first = (amount: number) => Math.floor((amount * percent) / 100);
        return [cut(first, 1), cut((amount) => amount - first(amount), 2)];
      });
      const whole = foldAll(engine, history).account;
      const split = foldAll(engine, { ...history, records: parts }).account;

      holds(whole.points === split.points, 'points of two parts differ from those of the whole');
      same(
        split.packages.map(({ left }) => left),
        whole.packages.map(({ left }) => left),
        'sessions left',
      );
    }),
};

const nothingLeft: Law = {
  name: '5: a reversal takes back at most what was given, and all refunded leaves nothing earned',
  property: (engine) =>
    fc.property(histories, (history) => {
      // Refunds of one visit may move a milestone or a multiplier to another; its own lines only shrink.
      const named = history.records.find(({ type }) => type === 'refund');
      const visitId = named?.type === 'refund' ? named.data.visit : '';
      const earned = new Map(
        foldAll(engine, {
          ...history,
          records: history.records.filter(
            (record) => record.type !== 'refund' || record.data.visit !== visitId,
          ),
        }).desired.map(({ key, amount }) => [key, amount]),
      );
      for (const { key, asset, amount } of foldAll(engine, history).desired) {
        const isLine =
          key.startsWith(`visit:till/${keyPart(visitId)}:`) && !key.includes(':spent:');
        if (asset !== 'points' || !isLine) continue;
        holds(amount >= 0 && amount <= (earned.get(key) ?? 0), `${key} was reversed too far`);
      }

      const refunds = history.records.flatMap((record) =>
        record.type === 'visit'
          ? [
              refund(
                `all-${record.externalId}-${String(record.revision)}`,
                record.externalId,
                Object.fromEntries(
                  record.data.lines.map(({ lineId }) => [
                    lineId,
                    { amount: 1_000_000_000, sessions: 1000 },
                  ]),
                ),
                { at: history.until, recordedAt: history.until },
              ),
            ]
          : [],
      );
      const facts = history.records.filter(({ source }) => source !== decisionSource);
      const records = [...facts, ...refunds];
      const { desired, account } = foldAll(engine, { ...history, records });
      for (const { key, asset, amount } of desired) {
        if (asset !== 'points' || !key.startsWith('visit:')) continue;
        holds(amount === 0, `${key} is still earned`);
      }
      holds(account.points >= 0, 'refunds left a debt, though nothing was spent');
      holds(account.tier.rank === 0, 'refunds left a tier');
      for (const { id, left } of account.packages) holds(left === 0, `${id} can still be used`);
    }),
};

const sessionsKept: Law = {
  name: '5: of sessions no refund takes more than was sold, or gives back more than was used',
  property: (engine) =>
    fc.property(histories, (history) => {
      const { account, desired } = foldAll(engine, history);
      for (const { id, total, left, expired, returned, owed } of account.packages) {
        const parts = [left, expired, returned, owed];
        holds(
          parts.every((part) => part >= 0) && left + expired + returned <= total,
          `${id} has sessions that were never sold: ${parts.join()} of ${String(total)}`,
        );
        const sum = (word: string) =>
          desired
            .filter(({ asset, key }) => asset === sessionsOf(id) && key.includes(word))
            .reduce((all, { amount }) => all + amount, 0);
        const kept = total + sum(':session:') + sum('refund:') + sum('expiry:');
        holds(kept === left, `${id} has ${String(left)} sessions left, not ${String(kept)}`);
        holds(sum('refund:') <= -sum(':session:'), `${id} got back more than was used`);
      }
    }),
};

const neverLate: Law = {
  name: 'nextDue: an account that goes on to any instant is what all of history makes of it',
  property: (engine) =>
    fc.property(histories, fc.integer({ min: 0, max: 900 * 24 }), (history, hours) => {
      let { account } = foldAll(engine, history);
      const goOn = (until: number): void => {
        const forward = engine.foldForward(account, { ...history, records: [], until });
        if (!forward) throw new Error('an account could not be moved forward');
        account = forward.account;
        const { nextDue: _seen, ...seen } = account;
        const { nextDue: _due, ...due } = foldAll(engine, { ...history, until }).account;
        same(seen, due, 'the account');
      };
      for (let step = 0; step < 3 && account.nextDue !== null; step += 1) {
        const due = account.nextDue;
        goOn(due - 1);
        goOn(due);
      }
      goOn(Math.max(account.foldedTo, history.until) + hours * 3_600_000);
    }),
};

const untouched: Law = {
  name: 'purity: nothing that comes in is written to',
  property: (engine) =>
    fc.property(histories, ({ programs, records, birthdays, until }) => {
      const input = frozen({ accountId, programs, birthdays, records: [...records], until });
      const fold = frozen(engine.foldAccount(input));
      engine.postEntries(
        frozen({ fold, journal: emptyJournal, cause: { kind: 'refold', id: null, at: until } }),
      );
      engine.foldForward(fold.account, { ...input, records: [], until: until + 400 * DAY });
      frozen(engine.replayJournal(input));
    }),
};

const stepByStep: Law = {
  name: '6: all at once equals day by day',
  property: (engine) =>
    fc.property(histories, ({ programs, records, birthdays }) => {
      const from = Math.max(0, ...records.map(({ at }) => at));
      const start = engine.foldAccount({ accountId, programs, records, birthdays, until: from });
      const until = from + 500 * DAY;

      const atOnce = settleUntil(engine, start.account, programs, [until]);
      const days = Array.from({ length: 500 }, (_, day) => from + (day + 1) * DAY);
      const daily = settleUntil(engine, start.account, programs, days);
      same(daily, atOnce, 'account, entries or notices');
    }),
};

/** An account moved through instants, the entries that this posts and what the member is told. */
function settleUntil(
  engine: Engine,
  start: Account,
  programs: History['programs'],
  instants: readonly number[],
): Pick<Fold, 'account' | 'notices'> & { readonly entries: readonly NewEntry[] } {
  const entries: NewEntry[] = [];
  const notices: Notice[] = [];
  let account = start;
  let journal: Journal = { count: 100, balances: { points: start.points }, net: new Map() };
  for (const until of instants) {
    const fold = engine.foldForward(account, { programs, records: [], until });
    if (!fold) throw new Error('an account could not be moved forward');
    const cause = { kind: 'refold', id: null, at: until };
    const posted = engine.postEntries({ fold, journal, cause });
    journal = extendJournal(journal, posted);
    entries.push(...posted);
    notices.push(...fold.notices);
    account = fold.account;
  }
  return { account, entries, notices };
}

const forwardIsWhole: Law = {
  name: 'the cache: going on from an account gives the bytes of folding everything',
  property: (engine) =>
    fc.property(histories, ({ programs, records, birthdays, until }) => {
      let account: Account | undefined;
      const taken: HistoryRecord[] = [];
      for (const record of records) {
        taken.push(record);
        const now = record.recordedAt;
        const whole = engine.foldAccount({
          accountId,
          programs,
          birthdays,
          records: taken,
          until: now,
        });
        const forward =
          account &&
          engine.foldForward(frozen(account), { programs, records: [record], until: now });
        if (forward) same(forward.account, whole.account, 'an account that went on');
        account = JSON.parse(JSON.stringify((forward ?? whole).account)) as Account;
      }
      const ended = account && engine.foldForward(account, { programs, records: [], until });
      if (!ended) return;
      const whole = engine.foldAccount({ accountId, programs, records, birthdays, until });
      same(ended.account, whole.account, 'an account at the end');
    }),
};

/** Somebody who says one thing more about the birthday, on that day or some days later. */
const toldMore = fc
  .record({
    history: histories,
    on: fc.constantFrom('03-10', '09-20', '12-24', '01-03', null),
    days: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ history, on, days }) => ({
    ...history,
    more: { on, toldOn: addDays(history.birthdays.at(-1)?.toldOn ?? '2026-01-05', days) },
  }));

/** The local days of birthday rewards, by what was given. */
const birthdaysIn = ({ notices }: Fold, zone: string): ReadonlyMap<string, string> =>
  new Map(
    notices
      .filter(({ kind, args }) => kind === 'occasion' && args['occasion'] === 'birthday')
      .map(({ key, dueAt }) => [key, localDayAt(dueAt, zone)]),
  );

const birthdaysStay: Law = {
  name: 'birthdays: what is said changes no reward until that day, and gives no two in a year',
  property: (engine) =>
    fc.property(toldMore, ({ programs, records, birthdays, until, more }) => {
      const zone = programs[0]?.program.clinic.timeZone ?? '';
      const now = startOfDay(addDays(more.toldOn, 1), zone) - 1;
      const past = records.filter(({ at }) => at <= now);
      const input = { accountId, programs, records: past, birthdays, until: now };
      const given = birthdaysIn(engine.foldAccount(input), zone);
      const told = { ...input, birthdays: [...birthdays, more] };
      const after = birthdaysIn(engine.foldAccount(told), zone);
      same([...after], [...given], 'birthday rewards until the day on which more was said');

      const later = { ...told, records, until: Math.max(until, now) + 1000 * DAY };
      const days = [...birthdaysIn(engine.foldAccount(later), zone).values()];
      same([...new Set(days.map(yearOf))], days.map(yearOf), 'years of birthday rewards');
    }),
};

/** All laws, in the order of their numbers. */
export const laws = {
  anyOrder,
  sameJournal,
  sameNet,
  sums,
  neverBelowZero,
  refundsAddUp,
  nothingLeft,
  sessionsKept,
  stepByStep,
  forwardIsWhole,
  neverLate,
  birthdaysStay,
  untouched,
  ...mergeLaws,
  ...threeRecordsLaws,
} as const satisfies Record<string, Law>;
