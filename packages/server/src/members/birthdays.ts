import type { Birthday } from '@afterglow/contract';
import type { KnownBirthday } from '@afterglow/engine';
import type * as z from 'zod/mini';
import type { AccountKey } from '../accounts/rows.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';

type BirthdayGiven = z.infer<typeof Birthday>;
type BirthdayColumn = Pick<Tables['members'], 'birthdayJson'>;

/**
 * A birthday as it is kept: what it is now, and all that was said of it, which stays when it is taken
 * away: what it gave rests on it, and who types another one has no second reward in a year.
 */
interface KeptBirthday {
  readonly now: BirthdayGiven | null;
  readonly told: readonly KnownBirthday[];
}

const nothing: KeptBirthday = { now: null, told: [] };

const twoDigits = (value: number) => String(value).padStart(2, '0');

/**
 * A birthday to be kept, beside what was said before.
 *
 * @param given - Null takes the birthday away.
 * @param today - The clinic's local day.
 */
export function keepBirthday(
  known: string | null,
  given: BirthdayGiven | null,
  today: string,
): string | null {
  const before = read(known);
  const on = given && `${twoDigits(given.month)}-${twoDigits(given.day)}`;
  if (on === (before.told.at(-1)?.on ?? null))
    return given === null ? known : keptText({ ...before, now: given });
  return keptText({ now: given, told: [...before.told, { on, toldOn: today }] });
}

const read = (kept: string | null) =>
  kept === null ? nothing : (JSON.parse(kept) as KeptBirthday);
const keptText = (kept: KeptBirthday) => JSON.stringify(kept);

/** The birthday as the person said it last. */
export function birthdayOf({ birthdayJson }: BirthdayColumn): BirthdayGiven | null {
  return read(birthdayJson).now;
}

/** All that was said of the birthday of an account's member, in the order in which it was. */
export async function birthdaysOf(
  reader: Reader,
  { clinicId, accountId }: AccountKey,
): Promise<readonly KnownBirthday[]> {
  const member = await reader.get('members', { clinicId, id: accountId });
  return member ? toldBirthdays(member) : [];
}

/** All that was said of a member's birthday, in the order in which it was. */
export function toldBirthdays({ birthdayJson }: BirthdayColumn): readonly KnownBirthday[] {
  return read(birthdayJson).told;
}
