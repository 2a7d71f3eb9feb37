import type { Event } from '@afterglow/contract';
import { atLocalTime, MS_PER_DAY } from '@afterglow/engine/calendar';
import { instantText } from '../../clinic-clock.js';
import type { BookingFile, BookingRow } from './booking-rows.js';
import type { Catalogue } from './catalogue.js';
import type { DraftEvent } from './draft-event.js';
import type { LineProblem } from './line-problem.js';

type BookingEvent = Extract<Event, { type: 'booking.made' }>;

/** What making events of bookings needs to know. */
export interface BookingContext {
  readonly source: string;
  readonly timeZone: string;
  /** The clinic's clock at this import, epoch milliseconds. */
  readonly now: number;
  readonly catalogue: Catalogue;
  /** When an earlier import recorded an event, by external id: said again, it is the same event. */
  readonly recordedAt: ReadonlyMap<string, number>;
}

/** The lists of a booking system; each may be missing. */
export interface BookingFiles {
  readonly bookings?: BookingFile | undefined;
  readonly cancellations?: BookingFile | undefined;
  readonly noShows?: BookingFile | undefined;
}

/** A booking of the list, with the id by which it is known for ever. */
interface Listed {
  readonly id: string;
  readonly startsAt: number;
  readonly row: BookingRow;
}

/** External ids of the bookings of a list as events, to look up which of them are known. */
export function bookingEventIds(files: BookingFiles, timeZone: string): readonly string[] {
  return list(files, timeZone).map(({ id }) => madeId(id));
}

/**
 * Makes events of bookings, of those that were called off, and of those to which nobody came.
 *
 * A cancellation stands for a booking of its own: lists of bookings leave out what was called off,
 * and one of the same day and service is the appointment that took its place. Only the booking
 * system's own number says otherwise. A no-show must fit one booking of the list.
 */
export function draftBookings(
  files: BookingFiles,
  context: BookingContext,
): { readonly events: readonly DraftEvent[]; readonly problems: readonly LineProblem[] } {
  const listed = list(files, context.timeZone);
  const drafts = [
    ...madeOnce(listed, context),
    ...cancelled(files.cancellations?.rows ?? [], context),
    ...(files.noShows?.rows ?? []).map((row) => missed(row, listed, context)),
  ];
  const unread = [files.bookings, files.cancellations, files.noShows];
  return {
    events: drafts.filter((draft) => 'event' in draft),
    problems: [
      ...unread.flatMap((file) => file?.problems ?? []),
      ...drafts.filter((draft) => 'reason' in draft),
    ],
  };
}

function list(files: BookingFiles, timeZone: string): readonly Listed[] {
  return (files.bookings?.rows ?? []).map((row) => ({
    id: row.booking ?? [row.client, row.day, clockText(row.time), row.service ?? ''].join('#'),
    startsAt: startOf(row, timeZone),
    row,
  }));
}

const startOf = ({ day, time }: BookingRow, timeZone: string) =>
  atLocalTime(day, time ?? MS_PER_DAY / 2, timeZone);

function clockText(time: number | undefined): string {
  if (time === undefined) return '';
  const minutes = Math.floor(time / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const madeId = (booking: string) => `booking#${booking}`;

function madeOnce(listed: readonly Listed[], context: BookingContext) {
  const first = new Map<string, Listed>();
  return listed.map((one): DraftEvent | LineProblem => {
    const before = first.get(one.id);
    if (before)
      return {
        file: 'bookings',
        line: one.row.line,
        reason: `is the booking of line ${before.row.line} again`,
      };
    first.set(one.id, one);
    return made(one, context);
  });
}

function made({ id, startsAt, row }: Listed, context: BookingContext): DraftEvent {
  const externalId = madeId(id);
  const recorded = context.recordedAt.get(externalId) ?? Math.min(context.now, startsAt);
  const event: BookingEvent = {
    type: 'booking.made',
    ...headOf(row, context.source),
    externalId,
    ...(row.doneOn === undefined
      ? { occurredAt: instantText(recorded) }
      : { occurredOn: row.doneOn }),
    data: { ...dataOf(id, row, startsAt, context), madeOn: row.doneOn ?? 'unknown' },
  };
  return draft(event, row, 'bookings');
}

function cancelled(rows: readonly BookingRow[], context: BookingContext): readonly DraftEvent[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const own = [row.client, row.day, row.service ?? '', 'off', row.doneOn ?? ''].join('#');
    const nth = (seen.get(own) ?? 0) + 1;
    seen.set(own, nth);
    const id = row.booking ?? (nth === 1 ? own : `${own}#${nth}`);
    const event: Event = {
      type: 'booking.cancelled',
      ...headOf(row, context.source),
      externalId: `cancelled#${id}`,
      occurredOn: row.doneOn ?? row.day,
      // Of its own row alone: the next list of bookings may have it no more.
      data: dataOf(id, row, startOf(row, context.timeZone), context),
    };
    return draft(event, row, 'cancellations');
  });
}

function missed(
  row: BookingRow,
  listed: readonly Listed[],
  context: BookingContext,
): DraftEvent | LineProblem {
  const fitting = listed.filter((one) => isOf(row, one));
  const [found] = fitting;
  if (!found || fitting.length > 1)
    return {
      file: 'no-shows',
      line: row.line,
      reason: `fits ${fitting.length} bookings of the list, not one`,
    };
  const event: Event = {
    type: 'booking.missed',
    ...headOf(row, context.source),
    externalId: `missed#${found.id}`,
    occurredAt: instantText(found.startsAt),
    data: dataOf(found.id, found.row, found.startsAt, context),
  };
  return draft(event, row, 'no-shows');
}

/** Whether a no-show is of this booking, by all that both of them say. */
function isOf(row: BookingRow, { row: booking }: Listed): boolean {
  if (row.booking !== undefined) return row.booking === booking.booking;
  const fits = <T>(a: T | undefined, b: T | undefined) => a === undefined || a === b;
  return (
    row.client === booking.client &&
    row.day === booking.day &&
    fits(row.time, booking.time) &&
    fits(row.service, booking.service) &&
    fits(row.provider, booking.provider)
  );
}

const outcomes = {
  bookings: 'booking',
  cancellations: 'cancellation',
  'no-shows': 'no-show',
} as const;

function draft(event: Event, row: BookingRow, file: keyof typeof outcomes): DraftEvent {
  const lines = [{ line: row.line, outcome: outcomes[file] }];
  return { event, file, client: row.client, lines };
}

function headOf({ client, phone, firstName }: BookingRow, source: string) {
  return {
    source,
    revision: 1,
    member: {
      source,
      externalId: client,
      ...(phone === undefined ? {} : { phone }),
      ...(firstName === undefined ? {} : { firstName }),
    },
  };
}

function dataOf(
  booking: string,
  { service, provider }: BookingRow,
  startsAt: number,
  { catalogue }: BookingContext,
): BookingEvent['data'] {
  const category = service === undefined ? undefined : catalogue.categoryOf(service);
  return {
    booking,
    startsAt: instantText(startsAt),
    ...(service === undefined ? {} : { service }),
    ...(category === undefined ? {} : { category }),
    ...(provider === undefined ? {} : { provider }),
  };
}
