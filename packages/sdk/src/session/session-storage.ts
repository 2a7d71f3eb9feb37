import { epochRow, inDatabase, sessionRow } from './session-database.js';
import type { StoredSession } from './session-start.js';

/** Where a session outlives its page. One for each publishable key. */
export interface SessionStorage {
  /** What was kept, or undefined. */
  read(): Promise<StoredSession | undefined>;
  write(stored: StoredSession): Promise<void>;
  /** Wipes the session and raises the sign-out epoch by one. */
  clear(): Promise<void>;
  /** How often this browser was signed out of this clinic. */
  epoch(): Promise<number>;
}

/** Storage that lasts as long as the page: for servers, tests and browsers that deny more. */
export function memoryStorage(): SessionStorage {
  let kept: StoredSession | undefined;
  let signOuts = 0;
  return {
    read: () => Promise.resolve(kept),
    write: (stored) => {
      kept = stored;
      return Promise.resolve();
    },
    clear: () => {
      kept = undefined;
      signOuts += 1;
      return Promise.resolve();
    },
    epoch: () => Promise.resolve(signOuts),
  };
}

/**
 * Storage in the browser's database for this publishable key. A private key that cannot be
 * extracted can be kept nowhere else.
 */
export function browserStorage(key: string, factory: IDBFactory): SessionStorage {
  const epoch = async () =>
    (await inDatabase<number | undefined>(factory, key, 'readonly', (rows) =>
      rows.get(epochRow),
    )) ?? 0;
  return {
    read: () => inDatabase(factory, key, 'readonly', (rows) => rows.get(sessionRow)),
    write: async (stored) => {
      await inDatabase(factory, key, 'readwrite', (rows) => rows.put(stored, sessionRow));
    },
    clear: async () => {
      const next = (await epoch()) + 1;
      await inDatabase(factory, key, 'readwrite', (rows) => {
        rows.delete(sessionRow);
        return rows.put(next, epochRow);
      });
    },
    epoch,
  };
}
