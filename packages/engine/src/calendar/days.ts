/** A day on a clinic's wall calendar, `YYYY-MM-DD`, years 0000 to 9999. Sorts as text. Not an instant. */
export type LocalDay = string;

/** A day of any year, `MM-DD`, such as a birthday without its year. `02-29` is one. */
export type MonthDay = string;

/** Milliseconds in a day of 24 hours. A local day may be shorter or longer: ask {@link startOfDay}. */
export const MS_PER_DAY = 86_400_000;

const DAYS_PER_ERA = 146_097;
const DAYS_FROM_ERA_TO_EPOCH = 719_468;

/**
 * Whole days from 1970-01-01 to a date of the Gregorian calendar, in integers only. Years begin in
 * March here, so that the leap day is the last of its year and needs no case of its own.
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_TO_EPOCH;
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Days that were reckoned once: a clinic asks for the same few thousand over and over. A pure memo
 * of at most the days of 1970 to 2099; nothing observable depends on it.
 */
const civils: (Civil | undefined)[] = [];
const spelled: (LocalDay | undefined)[] = [];

/** 2100-01-01. */
const END_OF_MEMO = 47_482;

const isKept = (count: number) => count >= 0 && count < END_OF_MEMO;

/** The inverse of {@link daysFromCivil}. */
function civilFromDays(count: number): Civil {
  return isKept(count) ? (civils[count] ??= reckonCivil(count)) : reckonCivil(count);
}

function reckonCivil(count: number): Civil {
  const shifted = count + DAYS_FROM_ERA_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDaysPassed =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDaysPassed) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that `length` ASCII digits at `at` spell; NaN when one of them is no digit. */
export function digitsAt(text: string, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index += 1) {
    const code = text.charCodeAt(index);
    if (!(code >= 48 && code <= 57)) return Number.NaN;
    value = value * 10 + code - 48;
  }
  return value;
}

/** `value` as at least two digits; for parts of dates and times, so 0 to 99. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}

/**
 * Reads the `YYYY-MM-DD` at the beginning of a text, whatever follows it.
 *
 * @returns Days since 1970-01-01; undefined when there is no date, or none that exists.
 */
export function readDayNumber(text: string): number | undefined {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  // Written so that NaN, which fails every comparison, is refused too.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  if (day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

function spell(year: number, month: number, day: number): LocalDay {
  if (!(year >= 0 && year <= 9999)) {
    throw new RangeError(
      `The year ${String(year)} does not fit a day of the form YYYY-MM-DD; keep to 0000 to 9999.`,
    );
  }
  const century = twoDigits(Math.floor(year / 100));
  return `${century}${twoDigits(year % 100)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Whether a value is a day that exists: `2028-02-29` is, `2026-02-30` and `2026-2-3` are not. */
export function isLocalDay(value: unknown): value is LocalDay {
  return typeof value === 'string' && value.length === 10 && readDayNumber(value) !== undefined;
}

/**
 * A day as a count of days since 1970-01-01, which is cheap to compare and subtract.
 *
 * @throws RangeError when the day doesn't exist. Days are checked where they come in, by
 *   {@link isLocalDay} or the contract, so this is our mistake and not the caller's input.
 */
export function dayNumberOf(day: LocalDay): number {
  const count = day.length === 10 ? readDayNumber(day) : undefined;
  if (count === undefined) {
    throw new RangeError(`"${day}" is not a day that exists; give it as YYYY-MM-DD.`);
  }
  return count;
}

/**
 * The inverse of {@link dayNumberOf}.
 *
 * @throws RangeError for a count that is not whole or lies outside the years 0000 to 9999.
 */
export function dayOfNumber(count: number): LocalDay {
  if (!Number.isSafeInteger(count)) {
    throw new RangeError(`${String(count)} is not a whole number of days since 1970-01-01.`);
  }
  return isKept(count) ? (spelled[count] ??= spellNumber(count)) : spellNumber(count);
}

function spellNumber(count: number): LocalDay {
  const { year, month, day } = civilFromDays(count);
  return spell(year, month, day);
}

/** The day that lies `days` after `day`; before it when negative. Throws RangeError outside 0000 to 9999. */
export function addDays(day: LocalDay, days: number): LocalDay {
  return dayOfNumber(dayNumberOf(day) + days);
}

/** {@link addMonths} on counted days. */
export function monthsLater(count: number, months: number): number {
  if (!Number.isSafeInteger(months)) {
    throw new RangeError(`${String(months)} is not a whole number of months.`);
  }
  const origin = civilFromDays(count);
  const monthCount = origin.year * 12 + (origin.month - 1) + months;
  const year = Math.floor(monthCount / 12);
  const month = monthCount - year * 12 + 1;
  return daysFromCivil(year, month, Math.min(origin.day, daysInMonth(year, month)));
}

/**
 * The same day of the month, `months` later, or the month's last day where it is too short:
 * 31 January + 1 is 28 or 29 February. Negative counts go back.
 *
 * Always count from the origin. Adding a month to a sum that was clamped loses days for good:
 * 31 January + 1 + 1 would be 28 March, while + 2 is 31 March.
 *
 * @throws RangeError for a day that doesn't exist, a count that is not whole, or a result outside
 *   the years 0000 to 9999.
 */
export function addMonths(day: LocalDay, months: number): LocalDay {
  return dayOfNumber(monthsLater(dayNumberOf(day), months));
}

/** The same date, `years` later; 29 February becomes the 28th in other years. See {@link addMonths}. */
export function addYears(day: LocalDay, years: number): LocalDay {
  return addMonths(day, years * 12);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Order of two days for `sort`: negative when `a` is earlier, 0 when they are the same. */
export function compareDays(a: LocalDay, b: LocalDay): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The year of a day, as a number. */
export function yearOf(day: LocalDay): number {
  return civilFromDays(dayNumberOf(day)).year;
}

/** The calendar quarter of a day, such as `2026-Q4`. */
export function quarterOf(day: LocalDay): string {
  const { year, month } = civilFromDays(dayNumberOf(day));
  return `${String(year)}-Q${String(Math.ceil(month / 3))}`;
}

/** The last day of the calendar quarter of a day. */
export function lastDayOfQuarter(day: LocalDay): LocalDay {
  const { year, month } = civilFromDays(dayNumberOf(day));
  const monthsLeft = (3 - (month % 3)) % 3;
  return dayOfNumber(monthsLater(daysFromCivil(year, month, 1), monthsLeft + 1) - 1);
}

/** Whether a value is a day of some year, `MM-DD`; `02-29` is, `02-30` is not. */
export function isMonthDay(value: unknown): value is MonthDay {
  // 2000 is a leap year, so that every day of any year exists in it.
  return typeof value === 'string' && value.length === 5 && isLocalDay(`2000-${value}`);
}

/**
 * The day on which a birthday or anniversary falls in a year. 29 February falls on the 28th in other
 * years, so that a gift is never late.
 *
 * @throws RangeError for a month and day that no year has, or a year outside 0000 to 9999.
 */
export function occursOn(monthDay: MonthDay, year: number): LocalDay {
  if (!isMonthDay(monthDay)) {
    throw new RangeError(`"${monthDay}" is not a day of any year; give it as MM-DD.`);
  }
  const month = digitsAt(monthDay, 0, 2);
  return spell(year, month, Math.min(digitsAt(monthDay, 3, 2), daysInMonth(year, month)));
}
