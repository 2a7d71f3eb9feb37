import { Refused } from '../refused.js';
import type { Clinic } from '../programs.js';

const thisMachine = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** What preflights are answered with; any origin, for two hours, before keys and limits. */
export const preflightHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'authorization, content-type, idempotency-key, if-none-match',
  'Access-Control-Max-Age': '7200',
} as const;

/**
 * What every answer carries, refusals too, so that a page can read why. Any origin may read: no
 * cookie is ever sent, so an answer holds nothing that its reader had no key for.
 */
export const answerHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'etag, request-id, retry-after, ratelimit, idempotent-replayed',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * Refuses a page of an origin that is not the clinic's. It keeps other sites from using a clinic's
 * key; it is no proof of anything, since a script outside a browser can send any origin.
 */
export function checkOrigin(clinic: Clinic, request: Request): void {
  const origin = request.headers.get('origin');
  if (origin === null || clinic.program.origins.includes(origin)) return;
  if (clinic.sandbox && thisMachine.test(origin)) return;
  if (origin === new URL(request.url).origin) return;

  throw new Refused('origin_not_allowed', {
    detail: `${origin} is not among the origins of this clinic. Add it to "origins" of the program (POST /v1/program/versions), or run: afterglow clinic origins add ${origin} --clinic ${clinic.id}`,
    details: { origin },
  });
}

/** The host that one-time codes are bound to, so that a phone fills them in on that page only. */
export function codeHost(clinic: Clinic, request: Request): string {
  const origin = request.headers.get('origin');
  return new URL(origin ?? clinic.program.site.url).hostname;
}
