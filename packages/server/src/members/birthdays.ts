import type { Birthday } from '@afterglow/contract';
import type { KnownBirthday } from '@afterglow/engine';
import type * as z from 'zod/mini';
import type { AccountKey } from '../accounts/rows.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';

type BirthdayGiven = z.infer<typeof Birthday>;

/** A birthday as it is kept: what was said last, and since which day each counts. */
interface KeptBirthday extends BirthdayGiven {
  readonly counts: readonly KnownBirthday[];
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/**
 * A birthday to be kept. The first one counts from the day on which it is told, a change from the
 * next calendar year, so that nobody has two birthdays in one.
 *
 * @param today - The clinic's local day.
 */
export function keepBirthday(
  known: string | null,
  given: BirthdayGiven | null,
  today: string,
): string | null {
  if (given === null) return null;
  const { month, day } = given;
  const on = `${twoDigits(month)}-${twoDigits(day)}`;
  const counts = known === null ? [] : (JSON.parse(known) as KeptBirthday).counts;
  const last = counts.at(-1);
  if (last?.on === on) return JSON.stringify({ ...given, counts } satisfies KeptBirthday);

  const from = last === undefined ? today : `${Number(today.slice(0, 4)) + 1}-01-01`;
  const before = counts.filter((other) => other.from < from);
  const kept: KeptBirthday = { ...given, counts: [...before, { on, from }] };
  return JSON.stringify(kept);
}

/** The birthday as the person said it last. */
export function birthdayOf({
  birthdayJson,
}: Pick<Tables['members'], 'birthdayJson'>): BirthdayGiven | null {
  if (birthdayJson === null) return null;
  const { counts: _, ...given } = JSON.parse(birthdayJson) as KeptBirthday;
  return given;
}

/** The birthdays of an account's member, by the day from which each counts. */
export async function birthdaysOf(
  reader: Reader,
  { clinicId, accountId }: AccountKey,
): Promise<readonly KnownBirthday[]> {
  const member = await reader.get('members', { clinicId, id: accountId });
  return member ? countedBirthdays(member) : [];
}

/** The birthdays of a member, by the day from which each counts. */
export function countedBirthdays({
  birthdayJson,
}: Pick<Tables['members'], 'birthdayJson'>): readonly KnownBirthday[] {
  return birthdayJson === null ? [] : (JSON.parse(birthdayJson) as KeptBirthday).counts;
}
