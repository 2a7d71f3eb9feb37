import {
  rewardBand,
  type Program,
  type SimulationAnswer,
  type SimulationReport,
} from '@afterglow/contract';
import { addDays, localDayAt, startOfDay, type LocalDay } from '@afterglow/engine/calendar';
import { always, foldClinic } from './fold-clinic.js';
import type { SimulatedAccount } from './histories.js';
import { judgeAccount, type JudgedAccount } from './judge-account.js';
import { periodEnds } from './period-ends.js';
import { buildReport, givenTo, type ReportTerms } from './report.js';
import type { RejectedEvent } from './scratch-clinic.js';

/** What is to be judged, and by what. */
export interface Simulation {
  readonly accounts: readonly SimulatedAccount[];
  readonly rejected?: readonly RejectedEvent[];
  readonly program: Program;
  /** A second program for the same history; in the same currency and zone. */
  readonly against?: Program | undefined;
  /** Left out: the end of the last local day on which something happened. Epoch milliseconds. */
  readonly until?: number | undefined;
  readonly redemptionPercent: number;
  /** Told now and then; may let others run meanwhile. */
  readonly onProgress?: (progress: SimulationProgress) => Promise<void> | void;
}

/** How far a simulation is: accounts judged, of how many, all programs together. */
export interface SimulationProgress {
  readonly done: number;
  readonly of: number;
}

/** Accounts between two calls of `onProgress`. */
const chunk = 100;

/** At most this many rejected events are named. */
const rejectedShown = 50;

/** Judges a history by one or two programs. Writes nothing and tells nobody. */
export async function simulate(simulation: Simulation): Promise<SimulationAnswer> {
  const { accounts, program, against, redemptionPercent, rejected = [] } = simulation;
  const tick = ticker(simulation);
  const span = spanOf(simulation);
  const first = await judgeClinic(simulation, program, { span, tick });
  const second = against && (await judgeClinic(simulation, against, { span, tick }));
  return {
    currency: program.clinic.currency,
    redemptionPercent,
    band: { ...rewardBand },
    history: {
      from: accounts.length > 0 ? span.from : null,
      to: accounts.length > 0 ? span.to : null,
      members: accounts.length,
      visits: first.accounts.reduce((sum, { visitDays }) => sum + visitDays.length, 0),
      records: accounts.reduce((sum, { records }) => sum + records.length, 0),
      rejected: rejected.slice(0, rejectedShown).map((one) => ({ ...one })),
    },
    program: first.report,
    against: second?.report ?? null,
    compared: second && against ? compare(first, second, { program, against }) : null,
  };
}

interface Span {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly until: number;
}

interface JudgedClinic {
  readonly accounts: readonly JudgedAccount[];
  readonly report: SimulationReport;
}

/** The days of a history, by the first program's zone. */
function spanOf({ accounts, program, until }: Simulation): Span {
  const zone = program.clinic.timeZone;
  const instants = accounts.flatMap(({ records }) => records.map(({ at }) => at));
  const [first, last] = instants.reduce(
    ([least, most], at) => [Math.min(least, at), Math.max(most, at)],
    [Infinity, -Infinity],
  );
  if (first > last) {
    const day = localDayAt(until ?? 0, zone);
    return { from: day, to: day, until: until ?? 0 };
  }
  const end = until ?? endOf(localDayAt(last, zone), zone);
  const to = localDayAt(Math.max(end, first), zone);
  return { from: localDayAt(first, zone), to, until: end };
}

/** The last millisecond of a local day. */
function endOf(day: LocalDay, zone: string): number {
  return startOfDay(addDays(day, 1), zone) - 1;
}

async function judgeClinic(
  { accounts, redemptionPercent }: Simulation,
  program: Program,
  { span, tick }: { readonly span: Span; readonly tick: Ticker },
): Promise<JudgedClinic> {
  const { from, to, until } = span;
  const tierDays = periodEnds(from, to);
  const zone = program.clinic.timeZone;
  const instants = tierDays.map((day) => Math.min(endOf(day, zone), until));
  const folded = await foldClinic(accounts, { programs: always(program), until }, tick.folded);
  const judged: JudgedAccount[] = [];
  for (const account of folded) {
    judged.push(judgeAccount(account, program, { until, instants }));
    await tick.judged();
  }
  const terms: ReportTerms = { program, redemptionPercent, from, to, tierDays };
  return { accounts: judged, report: buildReport(judged, terms) };
}

/** What is called after each account, which may let others run. */
interface Ticker {
  readonly folded: () => Promise<void> | void;
  readonly judged: () => Promise<void> | void;
}

/** Counts judged accounts, and says so after each chunk of work and at the end. */
function ticker({ accounts, against, onProgress }: Simulation): Ticker {
  const of = accounts.length * (against ? 2 : 1);
  let [steps, done] = [0, 0];
  const step = () => {
    steps += 1;
    // Accounts of codes that belong to no member come on top of those that were counted.
    if (steps % chunk === 0 || done === of) return onProgress?.({ done: Math.min(done, of), of });
  };
  return {
    folded: step,
    judged: () => {
      done += 1;
      return step();
    },
  };
}

function compare(
  first: JudgedClinic,
  second: JudgedClinic,
  { program, against }: { readonly program: Program; readonly against: Program },
): NonNullable<SimulationAnswer['compared']> {
  const before = new Map(
    second.accounts.map((account) => [account.id, givenTo(account, against).total]),
  );
  const counts = { better: 0, same: 0, worse: 0 };
  for (const account of first.accounts) {
    const change = givenTo(account, program).total - (before.get(account.id) ?? 0);
    counts[change > 0 ? 'better' : change < 0 ? 'worse' : 'same'] += 1;
  }
  return counts;
}
