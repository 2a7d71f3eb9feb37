import type { Answered } from '../../trial/trial-clinic.js';
import { insist } from '../call.js';
import { same } from '../difference.js';
import type { World } from '../world.js';

/**
 * A call with an Idempotency-Key, tried until it is answered: all answers to one key are the same,
 * whatever died meanwhile.
 */
export async function callOnce(world: World, route: string, body: unknown): Promise<Answered> {
  const key = `key-${world.number()}`;
  const request = {
    route,
    key: world.clinic.secretKey,
    body,
    headers: { 'idempotency-key': key },
  };
  let first: unknown;
  return insist(world, request, ({ body: told }) => {
    if (first === undefined) first = told;
    else same(told, first, `a repeated answer of ${route}`);
  });
}
