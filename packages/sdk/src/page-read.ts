import type { PublicProgram, Summary } from '@afterglow/contract';
import { pageCall, type PageReadInit } from './page-call.js';

export type { PageReadInit } from './page-call.js';
export { newKey } from './random.js';

/** A summary as it came, with what is needed to ask only for changes. */
export interface SummaryRead {
  readonly summary: Summary;
  /** To send as `If-None-Match` next time; null when the server gave none. */
  readonly etag: string | null;
}

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

/**
 * Reads the member's summary.
 *
 * @param token - The access token.
 * @returns undefined when nothing changed since `etag`.
 * @throws AfterglowError, such as `session_expired`, `network`.
 */
export async function readSummary(
  base: string,
  token: string,
  { etag, ...init }: PageReadInit & { readonly etag?: string | null | undefined } = {},
): Promise<SummaryRead | undefined> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
  if (etag) headers['If-None-Match'] = etag;
  const answer = await pageCall<Summary>(
    'GET me',
    (fetch, signal) => fetch(`${base}/v1/me`, { headers, signal, cache: 'no-store' }),
    init,
  );
  return answer.status === 304
    ? undefined
    : { summary: answer.value, etag: answer.headers.get('etag') };
}
