import type { Answered } from '../../trial/trial-clinic.js';
import { insist, type Request } from '../call.js';
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
 * A call with an Idempotency-Key, tried until it is answered: all answers to one key are the same,
 * whatever died meanwhile, also those that never reached the caller.
 */
export async function callOnce(world: World, call: KeyedCall): Promise<Answered> {
  const { route, body, as = world.clinic.secretKey } = call;
  const headers = { 'idempotency-key': `key-${world.number()}` };
  const request = { route, key: as, headers, ...(body === undefined ? {} : { body }) };
  let first: object | undefined;
  return insist(world, request, ({ status, body: told }) => {
    const answer = { status, body: told };
    if (first) same(answer, first, `a repeated answer of ${route}`);
    first = answer;
  });
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
  if (refusals.includes(codeOf(body) ?? '')) return false;
  throw new Difference(`${route} is answered ${status}: ${JSON.stringify(body)}`);
}
