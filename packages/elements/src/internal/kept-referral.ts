import type { LoyaltyPage } from './page.js';
import { referralStorageName } from './referral-storage.js';

/** The code of a friend's link, kept first-party until somebody joins with it. */
export interface KeptReferral {
  /** Eight Crockford characters, or undefined when there is none or it is too old. */
  code(): string | undefined;
  /** Takes the code away, after joining. */
  clear(): void;
}

const dayMs = 86_400_000;

/** What the loader writes: the code and when it came, in epoch milliseconds. */
interface Kept {
  readonly code: string;
  readonly at: number;
}

/**
 * Reads what the loader kept for the clinic of `page`, for as many days as its program says.
 *
 * @param now - Epoch milliseconds; the wall clock when left out.
 */
export function keptReferral(page: LoyaltyPage, now: () => number = Date.now): KeptReferral {
  const name = referralStorageName(page.store.key);
  const storage = page.keeps ? availableStorage() : undefined;
  let own = page.referralCode;
  return {
    code() {
      const { keepsDays = 30 } = page.store.$program.get().value?.referral ?? {};
      const kept = read(storage, name);
      return kept && now() - kept.at < keepsDays * dayMs ? kept.code : own;
    },
    clear() {
      own = undefined;
      storage?.removeItem(name);
    },
  };
}

/** The browser's storage; reading the property itself throws where cookies are blocked. */
function availableStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function read(storage: Storage | undefined, name: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(name) ?? 'null');
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { code, at } = value as Record<string, unknown>;
  return typeof code === 'string' && /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) && typeof at === 'number';
}
