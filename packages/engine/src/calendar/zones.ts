import { dayNumberOf, dayOfNumber, MS_PER_DAY } from './days.js';
import type { LocalDay } from './days.js';
import type { Epoch } from './instants.js';

/** The IANA name of a clinic's time zone, such as `America/New_York`. */
export type TimeZone = string;

/** A stretch of time in which a zone keeps one offset from UTC. All three in milliseconds. */
interface Stretch {
  readonly from: Epoch;
  /** Exclusive. */
  readonly until: Epoch;
  /** Local time minus UTC. */
  readonly offset: number;
}

/**
 * A zone's table, filled where it is asked: chunk number to the stretches that the chunk holds.
 * Chunks have a fixed length of about a year, so that finding one is a division.
 */
interface ZoneTable {
  readonly zone: TimeZone;
  readonly format: Intl.DateTimeFormat;
  readonly chunks: Map<number, readonly Stretch[]>;
}

const CHUNK_MS = 366 * MS_PER_DAY;

/**
 * How far apart offsets are asked for while a chunk is built. Two changes inside one step that undo
 * each other would be missed; compared day by day for every zone from 1900 to 2040, none is.
 */
const PROBE_MS = 6 * MS_PER_DAY;

/** 1800-01-01. No zone changed before it, and `Intl` writes years before 1 with an era. */
const BEFORE_ALL_ZONES: Epoch = -5_364_662_400_000;

/** More than any zone was ever ahead of UTC: Alaska under Russian rule, 15 hours and 2 minutes. */
const LARGEST_OFFSET_MS = 16 * 3_600_000;

/**
 * What `Intl` answered, kept: asking it again costs a hundred times as much. A pure memo, since a
 * zone's table doesn't change while a process runs; nothing observable depends on it.
 */
const tables = new Map<TimeZone, ZoneTable>();
/** The one that was asked last: a fold asks for one zone only. */
let latest: ZoneTable | undefined;

function formatFor(zone: TimeZone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

function tableOf(zone: TimeZone): ZoneTable {
  if (latest?.zone === zone) return latest;
  const known = tables.get(zone);
  if (known) return (latest = known);

  if (!isTimeZone(zone)) {
    throw new RangeError(`"${zone}" is not a time zone; give an IANA name, as America/New_York.`);
  }
  const table = { zone, format: formatFor(zone), chunks: new Map<number, readonly Stretch[]>() };
  tables.set(zone, table);
  return table;
}

/** Asks `Intl` for the offset at a whole second. */
function askOffset(format: Intl.DateTimeFormat, epoch: Epoch): number {
  const asked = Math.max(epoch, BEFORE_ALL_ZONES);
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(asked)) {
    if (type in wall) wall[type as keyof typeof wall] = Number(value);
  }
  // Date.UTC is arithmetic, not a clock.
  const { year, month, day, hour, minute, second } = wall;
  return Date.UTC(year, month - 1, day, hour, minute, second) - asked;
}

/** The first whole second in `(from, until]` at which the offset is no longer the one at `from`. */
function findChange(format: Intl.DateTimeFormat, from: Epoch, until: Epoch): Epoch {
  const before = askOffset(format, from);
  let lastBefore = from / 1000;
  let firstAfter = until / 1000;
  while (firstAfter - lastBefore > 1) {
    const middle = Math.floor((lastBefore + firstAfter) / 2);
    if (askOffset(format, middle * 1000) === before) lastBefore = middle;
    else firstAfter = middle;
  }
  return firstAfter * 1000;
}

function buildChunk(format: Intl.DateTimeFormat, chunk: number): readonly Stretch[] {
  const end = (chunk + 1) * CHUNK_MS;
  const stretches: Stretch[] = [];
  let from = chunk * CHUNK_MS;
  let offset = askOffset(format, from);
  let probed = from;

  while (probed < end) {
    const next = Math.min(probed + PROBE_MS, end);
    if (askOffset(format, next) === offset) {
      probed = next;
      continue;
    }
    const change = findChange(format, probed, next);
    stretches.push({ from, until: change, offset });
    from = change;
    offset = askOffset(format, change);
    probed = change;
  }
  stretches.push({ from, until: end, offset });
  return stretches;
}

function stretchAt(table: ZoneTable, epoch: Epoch): Stretch {
  const chunk = Math.floor(epoch / CHUNK_MS);
  let stretches = table.chunks.get(chunk);
  if (!stretches) {
    stretches = buildChunk(table.format, chunk);
    table.chunks.set(chunk, stretches);
  }
  for (const stretch of stretches) {
    if (epoch < stretch.until) return stretch;
  }
  throw new RangeError(`${String(epoch)} is not an instant in epoch milliseconds.`);
}

/**
 * Whether a value names a time zone that this runtime knows. Plain offsets (`+01:00`) are refused,
 * also where `Intl` takes them: a clinic has a place, and its offset changes.
 */
export function isTimeZone(value: unknown): value is TimeZone {
  if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) return false;
  try {
    formatFor(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Local time minus UTC at an instant, in milliseconds; positive east of Greenwich.
 *
 * @throws RangeError for a zone that {@link isTimeZone} refuses.
 */
export function offsetAt(epoch: Epoch, zone: TimeZone): number {
  return stretchAt(tableOf(zone), epoch).offset;
}

/**
 * The local day in which an instant lies, counted in days since 1970-01-01: the fast way to compare
 * many instants by day. See {@link localDayAt}.
 */
export function localDayNumberAt(epoch: Epoch, zone: TimeZone): number {
  return Math.floor((epoch + offsetAt(epoch, zone)) / MS_PER_DAY);
}

/**
 * The day that a calendar on the clinic's wall shows at an instant.
 *
 * @throws RangeError for a zone that {@link isTimeZone} refuses.
 */
export function localDayAt(epoch: Epoch, zone: TimeZone): LocalDay {
  return dayOfNumber(localDayNumberAt(epoch, zone));
}

/**
 * The first instant at which the clinic's wall clock shows a local time or a later one. So a time
 * that a clock change skips becomes the moment of the change, and one that it repeats is the first
 * of the two.
 *
 * @param day - The clinic's local day.
 * @param msAfterMidnight - The wall clock's time in milliseconds: 9 o'clock is 32,400,000 on any day.
 * @throws RangeError for a day that doesn't exist or a zone that {@link isTimeZone} refuses.
 */
export function atLocalTime(day: LocalDay, msAfterMidnight: number, zone: TimeZone): Epoch {
  return firstInstantAt(dayNumberOf(day) * MS_PER_DAY + msAfterMidnight, zone);
}

/** {@link startOfDay} of a counted day. */
export function startOfDayNumber(count: number, zone: TimeZone): Epoch {
  return firstInstantAt(count * MS_PER_DAY, zone);
}

/** See {@link atLocalTime}; `wall` is the local time written as if it were UTC. */
function firstInstantAt(wall: number, zone: TimeZone): Epoch {
  const table = tableOf(zone);
  let stretch = stretchAt(table, wall - LARGEST_OFFSET_MS);
  let candidate = wall - stretch.offset;
  while (candidate >= stretch.until) {
    stretch = stretchAt(table, stretch.until);
    candidate = Math.max(stretch.from, wall - stretch.offset);
  }
  return candidate;
}

/**
 * The first instant of a local day. Midnight where there is one; where a clock change skips it, the
 * change; for a day that a zone skipped altogether (Samoa, 2011-12-30), the start of the next.
 *
 * @throws RangeError for a day that doesn't exist or a zone that {@link isTimeZone} refuses.
 */
export function startOfDay(day: LocalDay, zone: TimeZone): Epoch {
  return atLocalTime(day, 0, zone);
}

/**
 * Noon of a local day: when a fact happens that has a day and no time.
 *
 * @throws RangeError for a day that doesn't exist or a zone that {@link isTimeZone} refuses.
 */
export function noonOf(day: LocalDay, zone: TimeZone): Epoch {
  return atLocalTime(day, MS_PER_DAY / 2, zone);
}
