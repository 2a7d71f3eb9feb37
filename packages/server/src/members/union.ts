import type { HistoryRecord, Parts } from '@afterglow/engine';
import { loadHistory } from '../accounts/history.js';
import { recordOf, type AccountKey } from '../accounts/rows.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';

/** Two records of one person. */
export interface Pair {
  /** The record that stays. */
  readonly into: string;
  /** The record that becomes part of it. */
  readonly from: string;
}

/** The histories of both. */
export async function partsOf(
  reader: Reader,
  clinicId: string,
  { into, from }: Pair,
): Promise<Parts> {
  const part = async (accountId: string) => ({
    accountId,
    records: await loadHistory(reader, { clinicId, accountId }),
  });
  return { into: await part(into), from: await part(from) };
}

/** The newest record of an identity in a history. */
export async function newestRecord(
  reader: Reader,
  key: AccountKey,
  { source, externalId }: Pick<HistoryRecord, 'source' | 'externalId'>,
): Promise<HistoryRecord | undefined> {
  const [row] = await reader.range('history', {
    index: 'key',
    where: { ...key, source, externalId },
    descending: true,
    limit: 1,
  });
  return row && recordOf(row);
}

/** Details of a person that the other record of the person fills in. */
const fillable = [
  'firstName',
  'phone',
  'email',
  'birthdayJson',
  'locale',
  'patientSince',
] as const satisfies readonly (keyof Tables['members'])[];

/** What the survivor does not say of the person and the other does. */
export function missingDetails(
  survivor: Tables['members'],
  other: Tables['members'],
): Partial<Tables['members']> {
  const missing = fillable.filter((name) => survivor[name] === null && other[name] !== null);
  return Object.fromEntries(missing.map((name) => [name, other[name]]));
}

/** What of it is to be taken back: what was filled in and is still what the other says. */
export function filledDetails(
  survivor: Tables['members'],
  other: Tables['members'],
  filled: readonly string[],
): Partial<Tables['members']> {
  const still = fillable.filter((name) => filled.includes(name) && survivor[name] === other[name]);
  return Object.fromEntries(still.map((name) => [name, null]));
}
