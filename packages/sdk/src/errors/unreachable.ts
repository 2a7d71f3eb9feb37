import { AfterglowError, isNamed } from './afterglow-error.js';

/**
 * No answer came: no network, no such host, a refused connection (`network`), or the caller's
 * signal stopped the request (`aborted`, its reason is the cause).
 */
export class UnreachableError extends AfterglowError {
  override readonly name = 'UnreachableError';
}

/** True for an unreachable server, also from another copy of the SDK. */
export function isUnreachableError(value: unknown): value is UnreachableError {
  return isNamed(value, 'UnreachableError');
}
