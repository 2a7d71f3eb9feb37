import type { Tables } from './tables.js';

/**
 * The clinic's now, in epoch milliseconds: everything that points depend on. Sessions, codes,
 * keys and limits go by the wall clock instead.
 *
 * A sandbox runs with the wall clock until its clock is first set; from then on it stands still
 * between moves.
 */
export function clinicNow(
  clinic: Pick<Tables['clinics'], 'sandbox' | 'clockAt'>,
  wallNow: number,
): number {
  return clinic.sandbox === 1 && clinic.clockAt !== null ? clinic.clockAt : wallNow;
}

/** An instant as answers carry it. */
export function instantText(at: number): string {
  return new Date(at).toISOString();
}
