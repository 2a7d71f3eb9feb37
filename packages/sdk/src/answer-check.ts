import { schemas } from '@afterglow/contract';
import type { CheckAnswer } from './call.js';

/** The part of a schema library's complaint that is read here. */
interface Issue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[];
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * Checks answers by the contract. What a later server may add is let through: fields that are not
 * known yet, new values of a list, new kinds of a union.
 */
export const checkAnswer: CheckAnswer = (route, answer) => {
  const result = schemas[route].answer.safeParse(answer);
  const fault = result.success ? undefined : result.error.issues.find(isFault);
  return (
    fault && `a wrong value at ${fault.path?.join('.') || 'its top'}: ${fault.code ?? 'custom'}`
  );
};

/** Each of these is how a schema complains about something that is new to it. */
function isFault({ code, errors }: Issue): boolean {
  if (code === 'unrecognized_keys' || code === 'invalid_value') return false;
  if (code !== 'invalid_union' || !errors) return true;
  return errors.length > 0 && errors.every((branch) => branch.some(isFault));
}
