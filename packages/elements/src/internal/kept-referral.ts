/** The code of a friend's link, kept first-party until somebody joins with it. */
export interface KeptReferral {
  /** Eight Crockford characters, or undefined when there is none or it is too old. */
  code(): string | undefined;
  /** Takes the code away, after joining. */
  clear(): void;
}

/** How long a code is kept when the program has not said yet. */
const keepsDays = 30;
const dayMs = 86_400_000;

/** What the loader writes: the code and when it came, in epoch milliseconds. */
interface Kept {
  readonly code: string;
  readonly at: number;
}

/** The name under which the loader keeps it; one for each publishable key. */
export const referralStorageName = (key: string) => `afterglow:${key}:referral`;

/**
 * Reads what the loader kept.
 *
 * @param inMemory - The code where storage is denied.
 * @param storage - Undefined: nothing is read or written.
 */
export function keptReferral(options: {
  readonly key: string;
  readonly storage?: Storage | undefined;
  readonly inMemory?: string | undefined;
  readonly now?: () => number;
}): KeptReferral {
  const { key, storage, now = Date.now } = options;
  let memory = options.inMemory;
  return {
    code() {
      const kept = read(storage, referralStorageName(key));
      const fresh = kept && now() - kept.at < keepsDays * dayMs;
      return fresh ? kept.code : memory;
    },
    clear() {
      memory = undefined;
      try {
        storage?.removeItem(referralStorageName(key));
      } catch {
        // Storage was taken away after the page began; then nothing is kept anyway.
      }
    },
  };
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
