import { equalInConstantTime } from '../hashing.js';
import type { Ports, Reader, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { hashCode } from './codes.js';

/** Wrong codes that one challenge stands, and that one phone stands in half an hour. */
const checksPerChallenge = 5;
const wrongPerLock = 5;
const lockMs = 30 * 60_000;

/** Wrong codes that one phone stands in a day. */
const wrongPerDay = 20;
const dayMs = 24 * 3_600_000;

type Challenge = Tables['challenges'];

/**
 * Checks a code without using it up.
 *
 * Wrong codes count for the phone, over all its challenges since the last good one, so that asking
 * for a new code does not give new guesses.
 *
 * @param param - Where the code stands in the body.
 * @returns The challenge; {@link useChallenge} takes it once everything else about the sign-in holds.
 */
export async function provePhone(
  ports: Ports,
  clinic: Clinic,
  given: { readonly challengeId: string; readonly code: string },
  param = 'grant.code',
): Promise<Challenge> {
  const now = ports.clock.now();
  const key = { clinicId: clinic.id, id: given.challengeId };
  const known = await ports.store.reader.get('challenges', key);
  if (!known) throw wrongCode(param);
  const hash = await hashCode(given.code, known.salt);

  const verdict = await ports.store.transaction(async (tx) => {
    const challenge = (await tx.lock('challenges', key)) ?? known;
    if (challenge.usedAt !== null || challenge.expiresAt <= now) return expiredCode(param);
    const waitMs = await lockedFor(tx, challenge, now);
    if (waitMs > 0) return tooManyWrong(waitMs);
    if (equalInConstantTime(hash, challenge.codeHash)) return challenge;

    await tx.update('challenges', key, { attempts: challenge.attempts + 1 });
    return wrongCode(param, checksPerChallenge - challenge.attempts - 1);
  });
  if (verdict instanceof Refused) throw verdict;
  return verdict;
}

/** Milliseconds until the phone of a challenge may be tried again; 0 when it may. */
async function lockedFor(reader: Reader, challenge: Challenge, now: number): Promise<number> {
  const today = await reader.range('challenges', {
    index: 'byPhone',
    where: { clinicId: challenge.clinicId, phone: challenge.phone },
    above: now - dayMs,
    descending: true,
  });
  const lastGood = today.findIndex((one) => one.usedAt !== null);
  const since = lastGood === -1 ? today : today.slice(0, lastGood);
  const within = (ms: number) =>
    since.filter((one) => one.attempts > 0 && one.createdAt > now - ms);
  const wrong = (ms: number) => within(ms).reduce((sum, one) => sum + one.attempts, 0);
  const waitFrom = (ms: number) => Math.min(...within(ms).map((one) => one.createdAt)) + ms - now;

  if (wrong(dayMs) >= wrongPerDay) return waitFrom(dayMs);
  if (wrong(lockMs) >= wrongPerLock) return Math.min(lockMs, Math.max(1, waitFrom(lockMs)));
  return challenge.attempts >= checksPerChallenge ? Math.max(1, waitFrom(lockMs)) : 0;
}

/** Uses a challenge up, inside the transaction that makes the session. */
export async function useChallenge(
  tx: Transaction,
  { clinicId, id }: Challenge,
  now: number,
  param = 'grant.code',
): Promise<void> {
  const challenge = await tx.lock('challenges', { clinicId, id });
  if (!challenge || challenge.usedAt !== null) throw expiredCode(param);
  await tx.update('challenges', { clinicId, id }, { usedAt: now });
}

const expiredCode = (param: string) =>
  new Refused('code_expired', {
    detail: 'The code is more than ten minutes old or was used already. Ask for a new one.',
    param,
  });

/** The refusal of a code that is not the one that was sent. */
export const wrongCode = (param: string, left?: number): Refused =>
  new Refused('code_invalid', {
    detail: 'The code is not the one that was sent to this phone. Compare the six digits.',
    param,
    ...(left === undefined ? {} : { details: { checksLeft: Math.max(0, left) } }),
  });

const tooManyWrong = (waitMs: number) => {
  const seconds = Math.ceil(waitMs / 1000);
  return new Refused('code_attempts_exceeded', {
    detail: `Too many wrong codes for this phone. Try again in ${seconds} seconds.`,
    details: { retryAfterSeconds: seconds },
    headers: { 'Retry-After': String(seconds) },
  });
};
