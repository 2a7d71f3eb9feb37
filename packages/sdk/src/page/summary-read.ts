import type { Summary } from '@afterglow/contract';
import { pageCall, type PageReadInit } from './page-call.js';

/** A summary as it came, with what is needed to ask only for changes. */
export interface SummaryRead {
  readonly summary: Summary;
  /** To send as `If-None-Match` next time; null when the server gave none. */
  readonly etag: string | null;
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
