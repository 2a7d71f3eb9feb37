import type { OpenBooking } from '../account.js';
import { dayNumberOf, epochOf, localDayNumberAt } from '../calendar.js';
import type { NamedCode, RecordOf } from '../history.js';
import type { Receipt } from './receipt.js';

/** Bookings after one more word of a booking system. */
export function takeBooking(
  bookings: readonly OpenBooking[],
  { source, at, data }: RecordOf<'booking'>,
  zone: string,
): readonly OpenBooking[] {
  const id = `${source}/${data.booking}`;
  const known = bookings.find((booking) => booking.id === id);
  if (data.step === 'cancelled' || data.step === 'missed') {
    return known ? bookings.filter((booking) => booking !== known) : bookings;
  }

  const startsOn =
    data.startsAt === undefined
      ? (known?.startsOn ?? null)
      : localDayNumberAt(epochOf(data.startsAt), zone);
  const code = codeOf(data);
  if (known) {
    const moved = { ...known, startsOn, ...code };
    return bookings.map((booking) => (booking === known ? moved : booking));
  }
  const { madeOn } = data;
  const day =
    madeOn === 'unknown'
      ? null
      : madeOn === undefined
        ? localDayNumberAt(at, zone)
        : dayNumberOf(madeOn);
  return [...bookings, { id, madeOn: day, startsOn, ...code }];
}

/** What came of a code that was named, without the rest. */
export function codeOf({ referredBy, lookAlike }: NamedCode): NamedCode {
  if (referredBy === undefined) return {};
  return lookAlike === undefined ? { referredBy } : { referredBy, lookAlike };
}

/** What a visit makes of bookings: the one that it keeps, and those that are still ahead. */
export interface KeptBooking {
  readonly kept: OpenBooking | undefined;
  readonly open: readonly OpenBooking[];
}

/**
 * The booking that a visit keeps: the one that it names, or one of the same day. A visit without a
 * treatment that counts keeps none: what was bought at the counter is often a receipt of its own.
 */
export function keepBooking(
  bookings: readonly OpenBooking[],
  { record, today }: Pick<Receipt, 'record' | 'today'>,
  treated: readonly number[],
): KeptBooking {
  if (bookings.length === 0 || treated.length === 0) return { kept: undefined, open: bookings };
  const named = record.data.booking;
  const kept =
    bookings.find(({ id }) => named !== undefined && id === `${record.source}/${named}`) ??
    bookings.find(({ startsOn }) => named === undefined && startsOn === today);
  // What lies behind was neither kept nor cancelled: nobody will come for it any more.
  const open = bookings.filter(
    (booking) => booking !== kept && (booking.startsOn === null || booking.startsOn >= today),
  );
  return { kept, open };
}
