import type { Clinic } from '../programs.js';
import type { Ports } from '../ports.js';
import { Refused } from '../refused.js';

/** How often something may happen. */
export interface Limit {
  /** What is counted, in words for the answer: "codes to one phone". */
  readonly of: string;
  readonly uses: number;
  readonly perMs: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Product limits against guessing and against messages that somebody else pays for. */
export const limits = {
  /** Until then a page shows when the next one can be asked for: `resendAt`. */
  codesPerPhoneAgain: { of: 'codes to one phone', uses: 1, perMs: 30_000 },
  codesPerPhone: { of: 'codes to one phone', uses: 3, perMs: 10 * minute },
  codesPerPhoneDaily: { of: 'codes to one phone', uses: 6, perMs: 24 * hour },
  codesPerAddress: { of: 'codes from one address', uses: 10, perMs: hour },
  codesPerPrefix: { of: 'codes to one range of numbers', uses: 30, perMs: hour },
  lookupsPerAddress: { of: 'look-ups of referral codes', uses: 20, perMs: hour },
  keepsPerPhone: { of: 'offers kept for one phone', uses: 6, perMs: 24 * hour },
  keepsPerAddress: { of: 'offers kept from one address', uses: 10, perMs: hour },
  /** One for each page that somebody opens while signed in at the clinic's site. */
  identitiesPerAddress: { of: 'identity tokens from one address', uses: 1200, perMs: hour },
  exchangesPerAddress: { of: 'sign-ins from one address', uses: 60, perMs: hour },
} as const satisfies Record<string, Limit>;

/** A sandbox costs nobody money and is where people try things again and again. */
const sandboxFactor = 50;

/** Counts one use; refuses with the time to wait when there were too many. */
export async function limit(
  ports: Ports,
  clinic: Clinic,
  { of, uses, perMs }: Limit,
  key: string,
): Promise<void> {
  const allowed = clinic.sandbox ? uses * sandboxFactor : uses;
  const waitMs = await ports.rateLimiter.take(`${clinic.id} ${of} ${perMs} ${key}`, {
    uses: allowed,
    perMs,
  });
  if (waitMs <= 0) return;

  throw rateLimited(of, waitMs, { uses: allowed, perMs });
}

/** The refusal with the headers that tell when to come back. */
export function rateLimited(
  of: string,
  waitMs: number,
  { uses, perMs }: { readonly uses: number; readonly perMs: number },
): Refused {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new Refused('rate_limited', {
    detail: `Too many ${of}: at most ${uses} in ${spanText(perMs)}. Try again in ${seconds} seconds.`,
    details: { retryAfterSeconds: seconds },
    headers: {
      'Retry-After': String(seconds),
      RateLimit: `"default";r=0;t=${seconds}`,
      'RateLimit-Policy': `"default";q=${uses};w=${Math.round(perMs / 1000)}`,
    },
  });
}

const spanText = (ms: number) => (ms < minute ? `${ms / 1000} seconds` : `${ms / minute} minutes`);

/** The network of an address: an IPv6 user owns a whole /64 of them. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;

  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':');
}
