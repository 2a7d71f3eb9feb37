import type { Account, Desired, Fold, HistoryRecord } from '../index.js';
import { ourEngine } from './laws.js';
import type { Engine, laws } from './laws.js';
import { DAY } from './records.js';

/** A mistake that somebody could make, and the law that must notice. */
export interface PlantedBug {
  readonly name: string;
  readonly law: keyof typeof laws;
  readonly engine: Engine;
}

type FoldAll = Engine['foldAccount'];

const { copiesInto, foldAccount, foldForward, postEntries, replayJournal, separate } = ourEngine;

/** The engine with one function in another's place. */
const planted = (wrong: Partial<Engine>): Engine => ({ ...ourEngine, ...wrong });

/** A fold whose account is changed afterwards. */
const withAccount =
  (change: (account: Account) => Partial<Account>): FoldAll =>
  (input) => {
    const fold = foldAccount(input);
    return { ...fold, account: { ...fold.account, ...change(fold.account) } };
  };

/** A fold whose amounts are changed afterwards. */
const withAmounts =
  (change: (desired: Desired, records: readonly HistoryRecord[]) => Partial<Desired>): FoldAll =>
  (input) => {
    const fold = foldAccount(input);
    const desired = fold.desired.map((item) => ({ ...item, ...change(item, input.records) }));
    const points = desired.reduce(
      (sum, { asset, amount }) => (asset === 'points' ? sum + amount : sum),
      0,
    );
    return { ...fold, desired, account: { ...fold.account, points } };
  };

/** A number among the arguments of an amount's first reason. */
const numberOf = ({ because }: Desired, name: string): number =>
  Number(because[0]?.args[name] ?? 0);

/** The mistakes, each with the law that fails on it. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'a repetition counts as another visit',
    law: 'anyOrder',
    engine: planted({
      foldAccount: (input) => {
        const seen = new Set<string>();
        const records = input.records.map((record): HistoryRecord => {
          const { externalId, revision } = record;
          const key = `${externalId}/${String(revision)}`;
          if (!seen.has(key)) {
            seen.add(key);
            return record;
          }
          return { ...record, externalId: `${externalId} again` };
        });
        return foldAccount({ ...input, records });
      },
    }),
  },
  {
    name: 'what arrives late is put where it arrives',
    law: 'anyOrder',
    engine: planted({
      foldAccount: (input) => {
        let latest = -Infinity;
        const records = input.records.map((record): HistoryRecord => {
          latest = Math.max(latest, record.at);
          return { ...record, at: latest };
        });
        return foldAccount({ ...input, records });
      },
    }),
  },
  {
    name: 'of two revisions the one that arrives last counts',
    law: 'anyOrder',
    engine: planted({
      foldAccount: (input) => {
        const last = new Map(
          input.records.map((record) => [`${record.source}/${record.externalId}`, record]),
        );
        return foldAccount({ ...input, records: [...last.values()] });
      },
    }),
  },
  {
    name: 'entry ids are counted from the start of the process',
    law: 'sameJournal',
    engine: planted({
      replayJournal: (() => {
        let count = 0;
        return (input: Parameters<typeof replayJournal>[0]) =>
          replayJournal(input).map((entry) => ({
            ...entry,
            id: `${entry.id}${String((count += 1))}`,
          }));
      })(),
    }),
  },
  {
    name: 'what fell due before a late record is never posted',
    law: 'sameJournal',
    engine: planted({
      replayJournal: (input) => {
        const latest = Math.max(0, ...input.records.map(({ recordedAt }) => recordedAt));
        const records = input.records.map((record) => ({ ...record, recordedAt: latest }));
        return replayJournal({ ...input, records });
      },
    }),
  },
  {
    name: 'a refund posts the amount that remains instead of the difference',
    law: 'sameNet',
    engine: planted({
      replayJournal: (input) =>
        replayJournal(input).map((entry) =>
          entry.because.length > 1 ? { ...entry, amount: entry.amount - 1 } : entry,
        ),
    }),
  },
  {
    name: 'the balance after an entry leaves out what lapsed',
    law: 'sums',
    engine: planted({
      replayJournal: (input) => {
        let lapsed = 0;
        return replayJournal(input).map((entry) => {
          if (entry.cause.kind === 'lapse') lapsed -= entry.amount;
          return { ...entry, balanceAfter: entry.balanceAfter + lapsed };
        });
      },
    }),
  },
  {
    name: 'a lapse leaves the lots as they were',
    law: 'sums',
    engine: planted({
      foldAccount: withAccount(({ points, lots }) => ({
        lots: points === 0 ? [{ at: 0, left: 1 }] : lots,
      })),
    }),
  },
  {
    name: 'a session is taken though none is left',
    law: 'neverBelowZero',
    engine: planted({
      replayJournal: (input) =>
        replayJournal(input).map((entry) =>
          entry.key.includes(':session:')
            ? { ...entry, balanceAfter: entry.balanceAfter - 6 }
            : entry,
        ),
    }),
  },
  {
    name: 'each refund is rounded by itself',
    law: 'refundsAddUp',
    engine: planted({
      foldAccount: withAmounts((desired, records) => {
        const refunded = numberOf(desired, 'refunded');
        if (refunded === 0) return {};
        const perPoint = numberOf(desired, 'perMinorUnits') / numberOf(desired, 'points');
        let points = Math.floor(numberOf(desired, 'paid') / perPoint);
        for (const record of records) {
          if (record.type !== 'refund' || !desired.key.includes(record.data.visit)) continue;
          for (const { amount } of record.data.lines)
            points -= Math.floor(amount.amount / perPoint);
        }
        return { amount: Math.max(0, points) };
      }),
    }),
  },
  {
    name: 'a refund takes twice the points',
    law: 'nothingLeft',
    engine: planted({
      foldAccount: withAmounts((desired) => {
        const refunded = numberOf(desired, 'refunded');
        return refunded > 0 ? { amount: desired.amount - Math.ceil(refunded / 100) } : {};
      }),
    }),
  },
  {
    name: 'a full refund leaves the last point',
    law: 'nothingLeft',
    engine: planted({
      foldAccount: withAmounts((desired) =>
        numberOf(desired, 'refunded') > 0 && desired.amount === 0 ? { amount: 1 } : {},
      ),
    }),
  },
  {
    name: 'a member is told only what fell due on the day on which somebody looks',
    law: 'stepByStep',
    engine: planted({
      foldForward: (account, input) => {
        const fold = foldForward(account, input);
        const notices = fold?.notices.filter(({ dueAt }) => input.until - dueAt < DAY) ?? [];
        return fold && { ...fold, notices };
      },
    }),
  },
  {
    name: 'credit that ended stays among the lots',
    law: 'sums',
    engine: planted({
      foldAccount: withAccount(({ credit }) => ({
        credit: { ...credit, lots: credit.lots.length > 0 ? [...credit.lots, ...credit.lots] : [] },
      })),
    }),
  },
  {
    name: 'a claim looks at points that are held for a bill',
    law: 'neverBelowZero',
    engine: planted({
      foldAccount: withAccount(({ holds }) => ({
        holds: holds.map((hold) => ({ ...hold, points: 0 })),
        points: 1_000_000,
      })),
    }),
  },
  {
    name: 'a decision goes before the facts of its instant',
    law: 'forwardIsWhole',
    engine: planted({
      foldAccount: (input) =>
        foldAccount({
          ...input,
          records: input.records.map((record) =>
            record.type === 'adjustment' ? { ...record, at: record.at - 1 } : record,
          ),
        }),
    }),
  },
  {
    name: 'a refund gives back what was spent twice',
    law: 'sameNet',
    engine: planted({
      replayJournal: (input) =>
        replayJournal(input).map((entry) =>
          entry.key.includes(':spent:') && entry.amount > 0
            ? { ...entry, amount: entry.amount * 2 }
            : entry,
        ),
    }),
  },
  {
    name: 'what fell due while nobody looked is forgotten',
    law: 'stepByStep',
    engine: planted({
      foldForward: (account, input) => {
        const { nextDue } = account;
        if (nextDue === null || input.until - nextDue < 2 * DAY) return foldForward(account, input);
        return { account, isWhole: false, desired: [], flags: {}, notices: [] };
      },
    }),
  },
  {
    name: 'a tier falls when somebody looks, not when its grace ends',
    law: 'stepByStep',
    engine: planted({
      foldForward: (account, input) => {
        const fold = foldForward(account, input);
        if (!fold || fold.account.tier.level === account.tier.level) return fold;
        const { account: after } = fold;
        return { ...fold, account: { ...after, foldedTo: input.until } } satisfies Fold;
      },
    }),
  },
  {
    name: 'going on from an account drops the days of grace',
    law: 'forwardIsWhole',
    engine: planted({
      foldForward: (account, input) =>
        foldForward(account, {
          ...input,
          programs: input.programs.map((version) => ({
            ...version,
            program: {
              ...version.program,
              tiers: { ...version.program.tiers, graceDays: 0 },
            },
          })),
        }),
    }),
  },
  {
    name: 'going on from an account takes a late record as the newest',
    law: 'forwardIsWhole',
    engine: planted({
      foldForward: (account, input) =>
        foldForward({ ...account, last: null }, input) ?? foldForward(account, input),
    }),
  },
  {
    name: 'a correction names the newest version that is known',
    law: 'sameJournal',
    engine: planted({
      replayJournal: (input) => {
        const newest = input.programs.at(-1)?.version ?? 0;
        return replayJournal(input).map((entry) => ({
          ...entry,
          because: entry.because.map((reason) =>
            reason.rule === 'correction' ? { ...reason, version: newest } : reason,
          ),
        }));
      },
    }),
  },
  {
    name: 'a package that was paid by gift card keeps its bonus when it is refunded',
    law: 'nothingLeft',
    engine: planted({
      foldAccount: withAmounts((desired) =>
        desired.key.includes(':package/bonus:') && desired.amount === 0
          ? { amount: numberOf(desired, 'points') }
          : {},
      ),
    }),
  },
  {
    name: 'a session comes back into a package whose money was given back',
    law: 'nothingLeft',
    engine: planted({
      foldAccount: withAccount(({ packages }) => ({
        packages: packages.map((owned) =>
          owned.returned > 0 && owned.returned < owned.total ? { ...owned, left: 1 } : owned,
        ),
      })),
    }),
  },
  {
    name: 'a refund takes sessions that were used',
    law: 'sessionsKept',
    engine: planted({
      foldAccount: withAccount(({ packages }) => ({
        packages: packages.map((owned) => ({ ...owned, left: owned.left - owned.owed })),
      })),
    }),
  },
  {
    name: 'a refund gives back more sessions than were used',
    law: 'sessionsKept',
    engine: planted({
      foldAccount: (input) => {
        const fold = foldAccount(input);
        const desired = fold.desired.map((item) =>
          item.asset !== 'points' && item.key.startsWith('refund:') && item.amount > 0
            ? { ...item, amount: item.amount + 1 }
            : item,
        );
        return { ...fold, desired };
      },
    }),
  },
  {
    name: 'what falls due is looked for a day late',
    law: 'neverLate',
    engine: planted({
      foldAccount: withAccount(({ nextDue }) => ({
        nextDue: nextDue === null ? null : nextDue + DAY,
      })),
    }),
  },
  {
    name: 'a birthday that is taken away takes along what it gave',
    law: 'birthdaysStay',
    engine: planted({
      foldAccount: ({ birthdays = [], ...input }) =>
        foldAccount({ ...input, birthdays: birthdays.at(-1)?.on === null ? [] : birthdays }),
    }),
  },
  {
    name: 'after one that was taken away, another birthday counts at once',
    law: 'birthdaysStay',
    engine: planted({
      foldAccount: ({ birthdays = [], ...input }) => {
        const last = birthdays.findLastIndex(({ on }) => on === null);
        const [before, since] = [birthdays.slice(0, last + 1), birthdays.slice(last + 1)];
        const old = foldAccount({ ...input, birthdays: before });
        const fresh = foldAccount({ ...input, birthdays: since });
        return { ...fresh, notices: [...old.notices, ...fresh.notices] };
      },
    }),
  },
  {
    name: 'records are put into order where they lie',
    law: 'untouched',
    engine: planted({
      foldAccount: (input) => {
        (input.records as HistoryRecord[]).sort((a, b) => a.at - b.at);
        return foldAccount(input);
      },
    }),
  },
  {
    name: 'a lapse is written into the account that was given',
    law: 'untouched',
    engine: planted({
      foldForward: (account, input) => {
        const fold = foldForward(account, input);
        if (fold?.desired.length) Object.assign(account, { points: fold.account.points });
        return fold;
      },
    }),
  },
  {
    name: 'a key that lost its ground stays posted',
    law: 'sameJournal',
    engine: planted({
      postEntries: (input) => postEntries({ ...input, fold: { ...input.fold, isWhole: false } }),
    }),
  },
  {
    name: 'a merge leaves refunds of the other behind',
    law: 'onePerson',
    engine: planted({
      copiesInto: (parts, fold) => copiesInto(parts, fold).filter(({ type }) => type !== 'refund'),
    }),
  },
  {
    name: 'a merge takes what is there for the newest, though it was withdrawn',
    law: 'onePerson',
    engine: planted({
      copiesInto: ({ into, from }, fold) => {
        const records = from.records.filter(({ type }) => type !== 'withdrawn');
        return copiesInto({ into, from: { ...from, records } }, fold);
      },
    }),
  },
  {
    name: 'of two who joined, who is merged first counts',
    law: 'anyOrderOfMerges',
    engine: planted({
      copiesInto: (parts, fold) =>
        copiesInto(parts, fold).filter(
          ({ type }) =>
            type !== 'joined' || parts.into.records.every((record) => record.type !== 'joined'),
        ),
    }),
  },
  {
    name: 'what both have stays with the survivor when a merge is taken back',
    law: 'backAsBefore',
    engine: planted({
      separate: (parts, how) => {
        const { leaving, carried } = separate(parts, how);
        return {
          leaving: leaving.filter(({ externalId }) => !externalId.includes('@')),
          carried,
        };
      },
    }),
  },
  {
    name: 'what became of the other’s visits since a merge is lost when it is taken back',
    law: 'backAsBefore',
    engine: planted({ separate: (parts, how) => ({ ...separate(parts, how), carried: [] }) }),
  },
  {
    name: 'the end of a merge takes along what another merge brought since',
    law: 'oneHolder',
    engine: planted({
      separate: ({ into, from }, how) => {
        const own = `merge:${from.accountId}`;
        const records = into.records.filter(
          ({ externalId }) => !externalId.startsWith('merge:') || externalId === own,
        );
        return separate({ into: { ...into, records }, from }, how);
      },
    }),
  },
  {
    name: 'what a voucher of the other’s paid for since a merge stays when it is taken back',
    law: 'threeRecords',
    engine: planted({
      separate: (parts, how) => {
        const { leaving, carried } = separate(parts, how);
        const known = new Set(parts.from.records.map(({ externalId }) => externalId));
        const isKnown = ({ type, externalId }: { type: string; externalId: string }) =>
          type !== 'visit' || known.has(externalId);
        return { leaving: leaving.filter(isKnown), carried: carried.filter(isKnown) };
      },
    }),
  },
  {
    name: 'a quote of the other’s voucher since a merge stays when it is taken back',
    law: 'threeRecords',
    engine: planted({
      separate: (parts, how) => {
        const { leaving, carried } = separate(parts, how);
        const isOld = ({ type, externalId }: { type: string; externalId: string }) =>
          type !== 'hold' || parts.from.records.some((one) => one.externalId === externalId);
        return { leaving: leaving.filter(isOld), carried: carried.filter(isOld) };
      },
    }),
  },
  {
    name: 'a package does not answer to the id that it had before a merge',
    law: 'threeRecords',
    engine: planted({
      foldAccount: (input) => {
        const { packages } = foldAccount(input).account;
        const records = input.records.filter(
          ({ type, data }) =>
            type !== 'packageExtended' || packages.some(({ id }) => id === data.package),
        );
        return foldAccount({ ...input, records });
      },
    }),
  },
  {
    name: 'a visit that moved to a third record comes back with the end of a merge',
    law: 'oneHolder',
    engine: planted({
      separate: (parts, how) => {
        const { leaving, carried } = separate(parts, how);
        return { leaving, carried: carried.filter(({ type }) => type !== 'withdrawn') };
      },
    }),
  },
  {
    name: 'a merge keeps the ids of the other’s packages and offers',
    law: 'heldAlike',
    engine: planted({
      copiesInto: ({ into, from }, fold) =>
        copiesInto({ into, from }, fold).map((copy) => {
          const { externalId } = copy;
          const own = from.records.findLast((record) => record.externalId === externalId);
          return own ? ({ ...copy, data: own.data } as typeof copy) : copy;
        }),
    }),
  },
];
