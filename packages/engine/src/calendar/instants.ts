import { dayOfNumber, digitsAt, MS_PER_DAY, readDayNumber, twoDigits } from './days.js';

/** A moment as text, always `YYYY-MM-DDTHH:mm:ss.sssZ`. Sorts as text. */
export type Instant = string;

/** The same moment inside the engine: whole milliseconds since 1970-01-01T00:00:00.000Z. */
export type Epoch = number;

const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;

const POINT = 46;
const COLON = 58;
const T = 84;
const Z = 90;

/** Milliseconds after midnight of the `HH:mm:ss` at `at`; undefined when there is no such time. */
function readTime(text: string, at: number): number | undefined {
  if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) return undefined;
  const hour = digitsAt(text, at, 2);
  const minute = digitsAt(text, at + 3, 2);
  const second = digitsAt(text, at + 6, 2);
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  return hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * 1000;
}

function readStrict(text: string): Epoch | undefined {
  if (text.length !== 24 || text.charCodeAt(10) !== T) return undefined;
  if (text.charCodeAt(19) !== POINT || text.charCodeAt(23) !== Z) return undefined;

  const day = readDayNumber(text);
  const time = readTime(text, 11);
  const fraction = digitsAt(text, 20, 3);
  if (day === undefined || time === undefined || Number.isNaN(fraction)) return undefined;
  return day * MS_PER_DAY + time + fraction;
}

/** Whether a value is an instant in our one spelling, on a date and at a time that exist. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && readStrict(value) !== undefined;
}

/**
 * The instant as epoch milliseconds.
 *
 * @throws RangeError when the text is not `YYYY-MM-DDTHH:mm:ss.sssZ` or names a date or time that
 *   doesn't exist (30 February, 24:00, a leap second). What comes from outside is read by
 *   {@link readInstant}, which answers instead of throwing.
 */
export function epochOf(instant: Instant): Epoch {
  const epoch = readStrict(instant);
  if (epoch === undefined) {
    throw new RangeError(
      `"${instant}" is not an instant that exists; give it as YYYY-MM-DDTHH:mm:ss.sssZ.`,
    );
  }
  return epoch;
}

/**
 * The instant of epoch milliseconds, in our one spelling.
 *
 * @throws RangeError for a number that is not whole or lies outside the years 0000 to 9999.
 */
export function instantOf(epoch: Epoch): Instant {
  if (!Number.isSafeInteger(epoch)) {
    throw new RangeError(`${String(epoch)} is not a whole number of milliseconds since 1970.`);
  }
  const day = Math.floor(epoch / MS_PER_DAY);
  const ms = epoch - day * MS_PER_DAY;
  const hour = Math.floor(ms / MS_PER_HOUR);
  const minute = Math.floor(ms / MS_PER_MINUTE) % 60;
  const second = Math.floor(ms / 1000) % 60;
  const fraction = ms % 1000;
  const time = `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
  return `${dayOfNumber(day)}T${time}.${fraction < 100 ? '0' : ''}${twoDigits(fraction)}Z`;
}

const WITH_OFFSET =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads an instant as callers may write it (RFC 3339): any UTC offset, up to nine decimals of a
 * second, of which what is finer than a millisecond is dropped.
 *
 * @returns Epoch milliseconds; undefined for anything else, including dates and times that don't
 *   exist and a text without an offset, which would mean another moment in each zone.
 */
export function readInstant(text: string): Epoch | undefined {
  const parts = WITH_OFFSET.exec(text);
  if (!parts) return undefined;

  const day = readDayNumber(text);
  const time = readTime(text, 11);
  if (day === undefined || time === undefined) return undefined;

  const [, decimals = '', sign, hours = '0', minutes = '0'] = parts;
  const offsetHours = Number(hours);
  const offsetMinutes = Number(minutes);
  if (offsetHours > 23 || offsetMinutes > 59) return undefined;

  const fraction = Number(decimals.slice(0, 3).padEnd(3, '0'));
  const offset = offsetHours * MS_PER_HOUR + offsetMinutes * MS_PER_MINUTE;
  const epoch = day * MS_PER_DAY + time + fraction - (sign === '-' ? -offset : offset);
  return epoch >= EARLIEST && epoch <= LATEST ? epoch : undefined;
}

/** 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z: what the spelling of an instant can hold. */
const EARLIEST: Epoch = -62_167_219_200_000;
const LATEST: Epoch = 253_402_300_799_999;
