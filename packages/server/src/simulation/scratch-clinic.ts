import { eventsLimit, type EventResult, type Program } from '@afterglow/contract';
import { createClinic } from '../clinics.js';
import { ensured } from '../ensured.js';
import { recordFacts } from '../intake/record-facts.js';
import type { Ports } from '../ports.js';
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
 * @throws Refused with `program_invalid`.
 */
export async function openScratchClinic(
  ports: Omit<Ports, 'store'>,
  program: Program,
  now: number,
): Promise<ScratchClinic> {
  const own = { ...ports, clock: { now: () => now }, store: createMemoryStore() };
  // Not a sandbox: an event that does not say when it happened has no place in a history.
  const { id } = await createClinic(own, { name: 'Simulation', program, sandbox: false });
  return { ports: own, id };
}

/**
 * Takes events in by the way of `POST /v1/events`, as many at a time: read, checked, and given to
 * their people.
 *
 * @param onTaken - Called after each batch; may let others run.
 */
export async function takeEvents(
  scratch: ScratchClinic,
  events: readonly unknown[],
  onTaken: () => Promise<void> | void = () => undefined,
): Promise<TakenEvents> {
  const clinic = ensured(await openClinic(scratch.ports, scratch.id), 'the scratch clinic');
  const results: EventResult[] = [];
  for (let from = 0; from < events.length; from += eventsLimit) {
    const batch = events.slice(from, from + eventsLimit);
    results.push(...(await recordFacts(scratch.ports, clinic, batch)));
    await onTaken();
  }
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
