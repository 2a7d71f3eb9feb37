import type { LocalDay } from '@afterglow/engine/calendar';
import type { Tables } from '../tables.js';

/** Whether a patient list says that somebody was a patient before a day: such a person is nobody's friend. */
export function wasListedBefore(
  { patientSince }: Pick<Tables['members'], 'patientSince'>,
  day: LocalDay,
): boolean {
  return patientSince !== null && patientSince < day;
}
