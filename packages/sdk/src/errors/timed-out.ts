import { AfterglowError, isNamed } from './afterglow-error.js';

/** The answer took longer than one try may take, at each try; whether it was done is unknown. */
export class TimedOutError extends AfterglowError {
  override readonly name = 'TimedOutError';
}

/** True for a time-out, also from another copy of the SDK. */
export function isTimedOutError(value: unknown): value is TimedOutError {
  return isNamed(value, 'TimedOutError');
}
