import { createHolder, type SessionHolder } from './session-holder.js';
import { createKeeper, type SessionKeeper } from './session-keeper.js';
import { browserStorage, memoryStorage, type SessionStorage } from './session-storage.js';
import { joinTabs, type TabPorts, type Tabs } from './session-tabs.js';
import type { PageSessionOptions, SessionChange } from './session.js';

/** What the session of one page is made of. */
export interface SessionParts {
  readonly options: PageSessionOptions & { readonly now: () => number };
  /** In this page's memory. */
  readonly holder: SessionHolder;
  /** In the browser. */
  readonly keeper: SessionKeeper;
  readonly tabs: Tabs;
  readonly listeners: Set<(change: SessionChange) => void>;
  /** Tells those who listen on this page. */
  tell(change: SessionChange): void;
  /** Whoever signed out here is not signed in again by the clinic's own login. */
  signedOutHere: boolean;
  /** Settles when what was kept has been wiped, after a sign-out; until then it is not to be read. */
  wiping?: Promise<unknown>;
}

/** An access token lives 15 minutes; it is renewed a minute before. */
const freshForMs = 14 * 60_000;

/** What another tab learned at most so long ago is as good as asking. */
const sharedForMs = 10_000;

/** The access token while it is good for a minute at least. */
export const freshTokenOf = ({ holder }: SessionParts): string | undefined =>
  holder.saidWithin(freshForMs)?.session.accessToken;

/** Puts together what the options give and, for the rest, what the browser has. */
export function createParts(given: PageSessionOptions): SessionParts {
  const options = { ...given, now: given.now ?? Date.now };
  const factory = globalThis.indexedDB as IDBFactory | undefined;
  const listeners = new Set<(change: SessionChange) => void>();
  const tell = (change: SessionChange) => listeners.forEach((listener) => listener(change));
  const holder = createHolder(options.held, options.now);
  const tabs = joinTabs(tabPorts(options, factory !== undefined), {
    learned: () => holder.saidWithin(sharedForMs),
    heard: (kind) => {
      if (kind !== 'changed') holder.replace();
      tell({ kind, elsewhere: true });
    },
  });
  const keeper = createKeeper(storageOf(options, factory), options.onWarning);
  return { options, holder, keeper, tabs, listeners, tell, signedOutHere: false };
}

function storageOf(
  { key, storage }: PageSessionOptions,
  factory: IDBFactory | undefined,
): SessionStorage {
  if (storage) return storage;
  return factory && storage === undefined ? browserStorage(key, factory) : memoryStorage();
}

function tabPorts({ key, channel, locks }: PageSessionOptions, isBrowser: boolean): TabPorts {
  const name = `afterglow:${key}`;
  return {
    name,
    channel: isBrowser && channel === undefined ? new BroadcastChannel(name) : (channel ?? null),
    locks: isBrowser && locks === undefined ? (navigator.locks ?? null) : (locks ?? null),
  };
}
