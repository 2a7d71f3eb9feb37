import { AfterglowError, isNamed } from './afterglow-error.js';

/** An answer came that the contract does not allow, such as a proxy's page or a missing field. */
export class AnswerInvalidError extends AfterglowError {
  override readonly name = 'AnswerInvalidError';
}

/** True for such an answer, also from another copy of the SDK. */
export function isAnswerInvalidError(value: unknown): value is AnswerInvalidError {
  return isNamed(value, 'AnswerInvalidError');
}
