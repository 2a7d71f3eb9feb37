import { readInstant } from '@afterglow/engine/calendar';

/**
 * An instant as the contract lets callers write it: seconds and the colon of the offset may be
 * missing.
 *
 * @returns Epoch milliseconds; undefined for a text that the contract would refuse.
 */
export function readInstantInput(text: string): number | undefined {
  const withSeconds = text.replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?=Z|[+-])/, '$1:00');
  return readInstant(withSeconds.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
