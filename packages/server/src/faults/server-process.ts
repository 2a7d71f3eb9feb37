import { createApp, type App } from '../app.js';
import type { Ports, Store, Transaction } from '../ports.js';
import type { Chance } from './chance.js';
import type { FaultKind } from './fault-kinds.js';

/** What can happen to one transaction of a server. */
export type StoreFault = Extract<
  FaultKind,
  'crashBeforeCommit' | 'crashAfterCommit' | 'conflict' | 'storeFailed' | 'commitUnknown'
>;

/** One life of a server: an app over a store that outlives it. */
export interface ServerProcess {
  readonly app: App;
  readonly ports: Ports;
  readonly isDead: boolean;
  /** Resolves when the process dies; whoever waits for an answer then gets none. */
  readonly death: Promise<'died'>;
  /** Plans a fault for the transaction that comes after `skip` others. A second plan replaces it. */
  plan(fault: StoreFault, skip: number): void;
  /** Forgets what was planned and did not happen. */
  unplan(): void;
}

/** A mistake put between a server and its store. */
export type Plant = (store: Store) => Store;

/** Undoes a transaction whose work ended well. */
const rolledBack = new Error('rolled back');

/** The store broke; the app answers 500, and the caller tries again. */
class StoreBroken extends Error {
  override readonly name = 'StoreBroken';
}

const never = <T>() => new Promise<T>(() => {});

/**
 * Starts a server. Its store goes through here: transactions and reads take a few turns of the event
 * loop, drawn from chance, so that requests that run at once meet in many orders; a planned fault
 * strikes; and a process that died never hears from its store again, so that nothing of it goes on.
 *
 * @param taken - Told of each fault that struck.
 */
export function startProcess(
  outside: Ports,
  options: {
    readonly chance: Chance;
    readonly taken: (fault: StoreFault) => void;
    readonly plant?: Plant | undefined;
  },
): ServerProcess {
  const { chance, taken, plant = (store) => store } = options;
  let isDead = false;
  let planned: { readonly fault: StoreFault; skip: number } | undefined;
  let tell: (word: 'died') => void = () => {};
  const death = new Promise<'died'>((resolve) => (tell = resolve));

  const die = <T>(): Promise<T> => {
    isDead = true;
    tell('died');
    return never();
  };
  const turns = async () => {
    for (let left = chance.between(0, 4); left > 0; left--) await Promise.resolve();
  };
  const strikes = (): StoreFault | undefined => {
    if (!planned || planned.skip-- > 0) return undefined;
    const { fault } = planned;
    planned = undefined;
    taken(fault);
    return fault;
  };
  /** Runs work as far as its commit and takes it back. */
  const inVain = (work: (tx: Transaction) => Promise<unknown>) =>
    outside.store
      .transaction(async (tx) => {
        await work(tx);
        throw rolledBack;
      })
      .catch((error: unknown) => {
        if (error !== rolledBack) throw error;
      });

  const store: Store = {
    async transaction(work) {
      await turns();
      if (isDead) return never();
      const fault = strikes();
      if (fault === 'storeFailed') throw new StoreBroken('the store refuses a transaction');
      if (fault === 'conflict') await inVain(work);
      if (fault === 'crashBeforeCommit') {
        await inVain(work);
        return die();
      }
      const answer = await outside.store
        .transaction(async (tx) => {
          if (isDead) throw rolledBack;
          const made = await work(tx);
          if (isDead) throw rolledBack;
          return made;
        })
        .catch((error: unknown) => {
          if (error === rolledBack) return never<never>();
          throw error;
        });
      if (fault === 'crashAfterCommit') return die();
      if (isDead) return never();
      if (fault === 'commitUnknown') throw new StoreBroken('the connection broke at the commit');
      return answer;
    },
    reader: {
      get: (...asked) => read(() => outside.store.reader.get(...asked)),
      getMany: (...asked) => read(() => outside.store.reader.getMany(...asked)),
      range: (...asked) => read(() => outside.store.reader.range(...asked)),
    },
    close: () => Promise.resolve(),
  };
  async function read<T>(from: () => Promise<T>): Promise<T> {
    await turns();
    return isDead ? never() : from();
  }

  const ports: Ports = { ...outside, store: plant(store) };
  return {
    app: createApp(ports),
    ports,
    get isDead() {
      return isDead;
    },
    death,
    plan: (fault, skip) => (planned = { fault, skip }),
    unplan: () => (planned = undefined),
  };
}
