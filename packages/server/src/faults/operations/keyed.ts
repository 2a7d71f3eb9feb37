import type { Answered } from '../../trial/trial-clinic.js';
import { insist } from '../call.js';
import { same } from '../difference.js';
import type { World } from '../world.js';

/** A key that a dead server took is free again after a minute. */
const leaseMs = 61_000;

/** So long a caller asks again before the answer counts as lost. */
const mostTries = 4;

/**
 * A call with an Idempotency-Key, tried until it is answered: all answers to one key are the same.
 *
 * @returns A 409 where it was carried out and its answer was lost with a server.
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
  for (let tries = 1; ; tries++) {
    const answered = await insist(world, request, ({ status, body: told }) => {
      if (status === 409) return;
      if (first === undefined) first = told;
      else same(told, first, `a repeated answer of ${route}`);
    });
    if (answered.status !== 409 || tries >= mostTries) return answered;
    world.wait(leaseMs);
  }
}
