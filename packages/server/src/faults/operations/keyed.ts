import type { Answered } from '../../trial/trial-clinic.js';
import { attempt, unluckyTries, type Request } from '../call.js';
import { Difference, same } from '../difference.js';
import type { World } from '../world.js';

/** A call that its caller may repeat. */
export interface KeyedCall {
  readonly route: string;
  readonly body?: unknown;
  /** The credential of each try; left out: the clinic's secret key. */
  readonly as?: Request['key'];
}

/**
 * A call with an Idempotency-Key, tried until it is answered: all answers to one key are the same, also
 * those that a dead server or a bad line kept from the caller.
 *
 * @returns The answer; a 409 with `idempotency_key_in_use` never is one.
 */
export async function callOnce(world: World, call: KeyedCall): Promise<Answered> {
  const { route, body, as = world.clinic.secretKey } = call;
  const headers = { 'idempotency-key': `key-${world.number()}` };
  const request = { route, key: as, headers, ...(body === undefined ? {} : { body }) };
  let first: { readonly status: number; readonly body: unknown } | undefined;
  for (let tries = 1; ; tries++) {
    const answered = await attempt(world, request, {
      calm: tries > unluckyTries,
      watch: ({ status, body: told }) => {
        if (codeOf(told) === 'idempotency_key_in_use') return;
        // A repeated refusal names the request that it answers anew.
        const answer = { status, body: told };
        if (first) same(answer, first, `a repeated answer of ${route}`);
        first = answer;
      },
    });
    if (answered && codeOf(answered.body) !== 'idempotency_key_in_use') return answered;
    if (answered && tries > 2 * unluckyTries) {
      world.decided.lost += 1;
      return answered;
    }
    if (tries > 3 * unluckyTries) throw new Difference(`${route} never ends`);
    world.wait(world.noise.between(1, 90_000));
  }
}

/** The code of a refusal; undefined for an answer that is none. */
export const codeOf = (body: unknown): string | undefined =>
  (body as { readonly code?: string } | null)?.code;

/**
 * Whether a call was carried out. What it may be refused with is no finding; anything else is.
 *
 * @param refusals - Codes that the state of the account explains.
 */
export function isDone(
  { status, body }: Answered,
  route: string,
  refusals: readonly string[],
): boolean {
  if (status < 300) return true;
  if ([...refusals, 'idempotency_key_in_use'].includes(codeOf(body) ?? '')) return false;
  throw new Difference(`${route} is answered ${status}: ${JSON.stringify(body)}`);
}
