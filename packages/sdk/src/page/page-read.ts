import type { PublicProgram } from '@afterglow/contract';
import { pageCall, type PageReadInit } from './page-call.js';

export type { PageReadInit } from './page-call.js';

/**
 * The address of the program; what a loader fetches before anything else has arrived.
 *
 * @param base - Origin (and path) of the API, without `/v1`.
 * @param key - The publishable key; in the address, so that the request needs no preflight.
 */
export const programUrl = (base: string, key: string): string =>
  `${base}/v1/program?key=${encodeURIComponent(key)}`;

/**
 * Reads the public program of the clinic with this publishable key.
 *
 * @throws AfterglowError, such as `key_invalid`, `origin_not_allowed`, `network`.
 */
export async function readProgram(
  base: string,
  key: string,
  init?: PageReadInit,
): Promise<PublicProgram> {
  const answer = await pageCall<PublicProgram>(
    'GET program',
    (fetch, signal) => fetch(programUrl(base, key), { signal }),
    init,
  );
  return answer.value;
}
