import { hashText } from '../hashing.js';
import { eraseDue } from '../members/leave.js';
import { settleDue } from '../settle.js';
import { isSweeping, sweep } from '../sweep.js';
import { checkBirthdays, checkErased, checkMerged, checkWishes } from './laws/people.js';
import { checkDecisions } from './laws/decisions.js';
import { checkEmissions } from './laws/emissions.js';
import { checkHistory } from './laws/history.js';
import { checkJournal } from './laws/journal.js';
import { checkNextDue, checkSettled } from './laws/due.js';
import { checkSpending } from './laws/spending.js';
import { checkReference } from './laws/reference.js';
import { keptAccounts, type KeptAccount } from './laws/clinic.js';
import { Difference, holds } from './difference.js';
import type { FaultCounts } from './fault-kinds.js';
import { noneDone, operationsFor, type OperationCounts } from './operations/index.js';
import { noteErased } from './operations/members.js';
import type { Operation } from './operations/operation.js';
import { deliverDue, send } from './post.js';
import { openWorld, type World, type WorldOptions } from './world.js';

/** How a run is made. */
export interface RunOptions extends WorldOptions {
  readonly steps: number;
  /** Between how many steps laws are checked; 1: all of them. All are once more at the end. */
  readonly checkEvery?: number;
}

/** What became of a run. */
export interface Run {
  readonly seed: number;
  readonly steps: number;
  readonly counts: FaultCounts;
  /** How often each operation was acknowledged, by its name. */
  readonly done: OperationCounts;
  /** Stands for every byte of every journal: two runs of one seed have the same. */
  readonly digest: string;
  /** Undefined when everything holds. */
  readonly failure?: { readonly step: number; readonly doing: string; readonly what: string };
}

/** Events that are sent again in one request at the end. */
const batch = 100;

/** How often two things happen at once, in a hundred steps. */
const atOncePercent = 12;

/** Runs one seed from an empty clinic to the last check. */
export async function runSeed(options: RunOptions): Promise<Run> {
  const { steps, checkEvery = 100 } = options;
  const world = await openWorld(options);
  const done = noneDone();
  let doing = 'start';
  try {
    for (world.step = 1; world.step <= steps; world.step++) {
      const chosen = choose(world);
      doing = chosen.map(({ name }) => name).join(' and ');
      if (chosen.length > 1) world.took('atOnce');
      await Promise.all(chosen.map((operation) => carryOut(world, operation, done)));
      await deliverDue(world);
      world.wait(world.chance.between(0, 7_200_000));
      if (world.step % checkEvery === 0) await checkNow(world, checkEvery === 1);
    }
    doing = 'the last checks';
    await finish(world);
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    return {
      ...(await ended(world, done)),
      failure: { step: world.step, doing, what: error.message },
    };
  }
  return ended(world, done);
}

async function carryOut(world: World, { name, run }: Operation, done: OperationCounts) {
  if (await run(world)) done[name] = (done[name] ?? 0) + 1;
}

function choose(world: World): readonly Operation[] {
  const { chance, noise, has } = world;
  const weighed = operationsFor(has);
  const first = chance.weighted(weighed);
  if (first.alone || !noise.happens(atOncePercent)) return [first];
  const second = chance.weighted(weighed);
  const isForgetful =
    [first, second].some(({ forgets }) => forgets) && [first, second].some(({ keyed }) => keyed);
  return second.alone || isForgetful ? [first] : [first, second];
}

/** Lets all mail arrive, settles, and checks what holds of a clinic at rest. */
async function finish(world: World): Promise<void> {
  await deliverDue(world, Infinity);
  const now = await world.now();
  await sweep(world.outside, world.clinic.id);
  await settleDue(world.outside, world.clinic.id, now);
  await eraseDue(world.outside, world.clinic.id, now);
  await noteErased(world);
  const accounts = await checkNow(world, true);
  for (const account of accounts) {
    checkSettled(account, now);
    checkSpending(account);
  }
  checkDecisions(world, accounts);
  await checkBirthdays(world);
  await checkMerged(world, accounts);
  await checkErased(world);
  checkWishes(world, accounts, now);
  // A merge is no fact of the past, and what became of an account that is frozen stays so.
  if (world.merges.length === 0 && accounts.every(({ row }) => row.frozenAt === null)) {
    checkEmissions(accounts);
    await checkReference(world, accounts);
  }
  const events = world.book.current().map(({ event }) => event);
  for (let at = 0; at < events.length; at += batch) await send(world, events.slice(at, at + batch));
  const journals = (kept: typeof accounts) => JSON.stringify(kept.map(({ entries }) => entries));
  holds(
    journals(await keptAccounts(world)) === journals(accounts),
    () => 'a repetition of everything changed a journal',
  );
}

/**
 * What holds at any moment, whatever goes wrong. Reads only, and draws nothing from chance.
 *
 * @param isDeep - The journals too. They are only ever added to, so at the end is early enough.
 */
async function checkNow(world: World, isDeep: boolean): Promise<readonly KeptAccount[]> {
  const accounts = await keptAccounts(world);
  const now = await world.now();
  checkHistory(world, accounts);
  // Until the sweep is done, accounts are due by the rules that they were folded with.
  const isSwept = !(await isSweeping(world.outside, world.clinic.id));
  for (const account of accounts) {
    if (isDeep) checkJournal(account);
    if (isSwept) checkNextDue(account, now);
  }
  return accounts;
}

async function ended(world: World, done: OperationCounts): Promise<Run> {
  const accounts = await keptAccounts(world);
  return {
    seed: world.seed,
    steps: Math.max(0, world.step - 1),
    counts: world.counts,
    done,
    digest: hashText(JSON.stringify(accounts.map(({ row, entries }) => [row, entries]))),
  };
}
