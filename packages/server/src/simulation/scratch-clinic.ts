import type { EventResult, Program } from '@afterglow/contract';
import { createClinic } from '../clinics.js';
import { ensured } from '../ensured.js';
import { recordFacts } from '../intake/record-facts.js';
import type { Ports, Store } from '../ports.js';
import { openClinic } from '../programs.js';
import { createMemoryStore } from '../stores/memory/memory-store.js';
import { readHistories, type SimulatedAccount } from './histories.js';

/** A clinic in memory that takes events as the live one would, and is thrown away afterwards. */
export interface ScratchClinic {
  readonly ports: Ports;
  readonly id: string;
}

/** An event of a history that the intake refused. */
export interface RejectedEvent {
  readonly externalId: string | null;
  readonly code: string;
  readonly param: string | null;
}

/** Events as histories of accounts, and those that could not be taken. */
export interface TakenEvents {
  readonly accounts: readonly SimulatedAccount[];
  readonly rejected: readonly RejectedEvent[];
}

/**
 * Opens a clinic on a store of its own.
 *
 * @param ports - Clock, randomness and log of the host; its store is not touched.
 * @param now - The clinic's clock, which stands still; events after it are refused as ever.
 * @param letOthersRun - Awaited now and then while events are taken, for hosts with one thread.
 * @throws Refused with `program_invalid`.
 */
export async function openScratchClinic(
  ports: Omit<Ports, 'store'>,
  program: Program,
  now: number,
  letOthersRun?: () => Promise<void>,
): Promise<ScratchClinic> {
  const store = pausing(createMemoryStore(), letOthersRun);
  const own = { ...ports, clock: { now: () => now }, store };
  // Not a sandbox: an event that does not say when it happened has no place in a history.
  const { id } = await createClinic(own, { name: 'Simulation', program, sandbox: false });
  return { ports: own, id };
}

/** Transactions between two pauses; each is the events of one person. */
const betweenPauses = 25;

/** The same store, which lets others run between its transactions: in memory nothing else would. */
function pausing(store: Store, pause: (() => Promise<void>) | undefined): Store {
  if (!pause) return store;
  let count = 0;
  return {
    ...store,
    transaction: async (work) => {
      count += 1;
      if (count % betweenPauses === 0) await pause();
      return store.transaction(work);
    },
  };
}

/**
 * Takes events in by the way of `POST /v1/events`: read, checked, and given to their people. All at
 * once, so that each person's are folded once and not once for each batch.
 */
export async function takeEvents(
  scratch: ScratchClinic,
  events: readonly unknown[],
): Promise<TakenEvents> {
  const clinic = ensured(await openClinic(scratch.ports, scratch.id), 'the scratch clinic');
  const results = await recordFacts(scratch.ports, clinic, events);
  return {
    accounts: await numberedHistories(scratch),
    rejected: results.flatMap(rejectedEvent),
  };
}

function rejectedEvent({ status, externalId, code, param }: EventResult): readonly RejectedEvent[] {
  if (status !== 'rejected') return [];
  return [{ externalId, code: code ?? 'internal', param: param ?? null }];
}

/**
 * What a scratch clinic has recorded. Accounts are numbered in the order of what they did first, so
 * that the same history has the same numbers every time.
 */
export async function numberedHistories(
  scratch: ScratchClinic,
): Promise<readonly SimulatedAccount[]> {
  const histories = ensured(await readHistories(scratch.ports.store.reader, scratch.id), 'history');
  return histories
    .map((account) => ({ account, first: firstPlace(account) }))
    .sort((a, b) => (a.first < b.first ? -1 : 1))
    .map(({ account }, index) => ({ ...account, name: String(index + 1) }));
}

/** The first of an account's records as text that sorts by time, then by identity. */
function firstPlace({ records }: SimulatedAccount): string {
  const places = records.map(
    ({ at, source, externalId }) =>
      `${String(at + 1e15).padStart(17, '0')} ${source} ${externalId}`,
  );
  return places.sort()[0] ?? '';
}
