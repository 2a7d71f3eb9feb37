import type { HistoryRecord, Parts } from '@afterglow/engine';
import { loadHistory } from '../accounts/history.js';
import { recordOf, type AccountKey } from '../accounts/rows.js';
import { canonicalJson } from '../hashing.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';
import { birthdayOf, keepBirthday } from './birthdays.js';

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

/** Details of a person that the other record of the person fills in, as they are. */
const fillable = [
  'firstName',
  'phone',
  'email',
  'locale',
  'patientSince',
] as const satisfies readonly (keyof Tables['members'])[];

/**
 * What the survivor does not say of the person and the other does. A birthday counts from the merge on:
 * what the survivor's journal has by then rests on what was known.
 *
 * @param today - The clinic's local day.
 */
export function missingDetails(
  survivor: Tables['members'],
  other: Tables['members'],
  today: string,
): Partial<Tables['members']> {
  const missing = fillable.filter((name) => survivor[name] === null && other[name] !== null);
  const birthday = birthdayOf(survivor) === null ? birthdayOf(other) : null;
  return {
    ...Object.fromEntries(missing.map((name) => [name, other[name]])),
    ...(birthday && { birthdayJson: keepBirthday(survivor.birthdayJson, birthday, today) }),
  };
}

/**
 * What of it is to be taken back: what was filled in and is still what the other says.
 *
 * @param today - The clinic's local day.
 */
export function filledDetails(
  survivor: Tables['members'],
  other: Tables['members'],
  filled: readonly string[],
  today: string,
): Partial<Tables['members']> {
  const still = fillable.filter((name) => filled.includes(name) && survivor[name] === other[name]);
  const isBirthday =
    filled.includes('birthdayJson') &&
    canonicalJson(birthdayOf(survivor)) === canonicalJson(birthdayOf(other));
  return {
    ...Object.fromEntries(still.map((name) => [name, null])),
    ...(isBirthday && { birthdayJson: keepBirthday(survivor.birthdayJson, null, today) }),
  };
}
