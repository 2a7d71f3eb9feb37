import type { Ports, Store, Transaction } from '../ports.js';

/** Work that follows from what was committed. */
type FollowUp = (ports: Ports) => Promise<void>;

/** Ports whose every read and write is part of one transaction, and what came of their use. */
export interface Within {
  readonly ports: Ports;
  /** True once work was to be taken back: the transaction must not be committed then. */
  readonly isTakenBack: () => boolean;
  /** What is to be done after the commit, in order. */
  readonly followUps: readonly FollowUp[];
}

/**
 * Ports for a request that is one transaction: reads see what it has written, what would be a
 * transaction of its own is part of it, and what follows a commit waits for it.
 *
 * @param tx - The open transaction. It can't take half of its work back: when some of it throws, the
 *   whole has to be.
 */
export function portsWithin(ports: Ports, tx: Transaction): Within {
  const followUps: FollowUp[] = [];
  let takenBack = false;
  const store: Store = {
    reader: tx,
    async transaction(work) {
      try {
        return await work(tx);
      } catch (error) {
        takenBack = true;
        throw error;
      }
    },
    close: () => Promise.resolve(),
  };
  const afterCommit = (work: FollowUp) => Promise.resolve(void followUps.push(work));
  return { ports: { ...ports, store, afterCommit }, isTakenBack: () => takenBack, followUps };
}
