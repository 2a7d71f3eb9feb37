import { errors, type ErrorCode, type Problem } from '@afterglow/contract';
import type { RefusalOptions } from '../refused.js';
import type { Answer } from './answer.js';

/** A name for the problem that stays the same for ever; docs list the codes. */
const typeOf = (code: ErrorCode) => `urn:afterglow:error:${code}`;

/** An error answer, `application/problem+json`. */
export function problem(code: ErrorCode, requestId: string, options: RefusalOptions): Answer {
  const { status, title } = errors[code];
  const body: Problem = {
    type: typeOf(code),
    title,
    status,
    code,
    detail: options.detail,
    param: options.param ?? null,
    details: options.details ?? null,
    requestId,
  };
  const headers = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    ...options.headers,
  };
  return { status, headers, body: JSON.stringify(body) };
}
