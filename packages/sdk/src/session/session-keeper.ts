import type { StoredSession } from './session-start.js';
import type { SessionStorage } from './session-storage.js';
import type { PageWarning } from './session.js';

/** What a refresh is signed with. */
type Kept = Pick<StoredSession, 'token' | 'privateKey'>;

/** Keeps a session beyond its page. Where storage is denied nothing is thrown: nothing is kept then. */
export interface SessionKeeper {
  /** What is kept, or undefined. */
  read(): Promise<StoredSession | undefined>;
  /** Puts a session, or none, in the place of any other; true when one will outlive the page. */
  keep(stored: StoredSession | undefined): Promise<boolean>;
  /** Wipes the session with this refresh token. */
  wipe(token: string): Promise<void>;
  /** Wipes whatever is kept; answers what is in hand, else what was kept, to end it with. */
  wipeAll(inHand: Kept | undefined): Promise<Kept | undefined>;
  /** Rises with each sign-in and sign-out of this browser; 0 where that can't be told. */
  epoch(): Promise<number>;
}

/** Keeps sessions in a storage; warns the developer where it can't be written. */
export function createKeeper(
  storage: SessionStorage,
  warn: ((warning: PageWarning) => void) | undefined,
): SessionKeeper {
  const warnOfStorage = () =>
    warn?.({
      code: 'storage_unavailable',
      message: 'The browser keeps nothing for this page: the session ends with it.',
    });
  const read = () => storage.read().catch(() => undefined);
  const clear = () => storage.clear().catch(warnOfStorage);

  return {
    read,
    keep: async (stored) => {
      try {
        await storage.clear();
        if (stored) await storage.write(stored);
        return stored !== undefined;
      } catch {
        warnOfStorage();
        return false;
      }
    },
    wipe: async (token) => {
      const kept = await read();
      // Not the session of somebody who has signed in meanwhile, in another tab.
      if (kept?.token === token) await clear();
    },
    wipeAll: async (inHand) => {
      const kept = inHand ?? (await read());
      await clear();
      return kept;
    },
    epoch: () => storage.epoch().catch(() => 0),
  };
}
