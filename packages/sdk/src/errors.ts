import type { AfterglowError } from './errors/afterglow-error.js';
import { isAnswerInvalidError } from './errors/answer-invalid.js';
import { isRefusedError } from './errors/refused.js';
import { isTimedOutError } from './errors/timed-out.js';
import { isUnreachableError } from './errors/unreachable.js';

export { AfterglowError, type ErrorFacts } from './errors/afterglow-error.js';
export { AnswerInvalidError, isAnswerInvalidError } from './errors/answer-invalid.js';
export { RefusedError, isRefusedError, type RefusalFacts } from './errors/refused.js';
export { TimedOutError, isTimedOutError } from './errors/timed-out.js';
export { UnreachableError, isUnreachableError } from './errors/unreachable.js';

/** True for any error of the SDK, also one that another copy of it made. */
export function isAfterglowError(value: unknown): value is AfterglowError {
  return (
    isRefusedError(value) ||
    isUnreachableError(value) ||
    isTimedOutError(value) ||
    isAnswerInvalidError(value)
  );
}
