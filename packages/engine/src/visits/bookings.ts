import type { Account, OpenBooking } from '../account.js';
import { dayNumberOf, epochOf, localDayNumberAt } from '../calendar.js';
import { changed } from '../change.js';
import type { Change } from '../change.js';
import type { NamedCode, RecordOf } from '../history.js';
import { identityOf } from '../keys.js';
import type { ProgramInForce } from '../programs/programs.js';
import { emissionOf } from '../referrals/friend.js';
import type { Receipt } from './receipt.js';

/** What a booking system says of a booking; the first one of a friend is a step of the referral. */
export function takeBooking(
  account: Account,
  record: RecordOf<'booking'>,
  inForce: ProgramInForce,
): Change {
  const { timeZone } = inForce.program.clinic;
  const bookings = bookingsAfter(account.bookings, record, timeZone);
  const { accountId, friendOf, emissions } = account;
  const isNews = record.data.step === 'made' && friendOf?.bookedAt === null;
  if (!isNews || friendOf.completedAt !== null) return changed({ set: { bookings } });
  const told = emissionOf(accountId, friendOf, 'booked', record.at);
  return changed({
    set: {
      bookings,
      friendOf: { ...friendOf, bookedAt: record.at },
      emissions: { ...emissions, [told.key]: told },
    },
  });
}

/** Bookings after one more word of a booking system. */
function bookingsAfter(
  bookings: readonly OpenBooking[],
  { source, at, data }: RecordOf<'booking'>,
  zone: string,
): readonly OpenBooking[] {
  const id = identityOf({ source, externalId: data.booking });
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

/** The first code that was named with a booking that is still ahead; nothing where none was. */
export function codeBooked(bookings: readonly OpenBooking[]): NamedCode {
  return bookings.find(({ referredBy }) => referredBy !== undefined) ?? {};
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
  const { source, data } = record;
  const named =
    data.booking === undefined ? undefined : identityOf({ source, externalId: data.booking });
  const kept = bookings.find(({ id, startsOn }) =>
    named === undefined ? startsOn === today : id === named,
  );
  // What lies behind was neither kept nor cancelled: nobody will come for it any more.
  const open = bookings.filter(
    (booking) => booking !== kept && (booking.startsOn === null || booking.startsOn >= today),
  );
  return { kept, open };
}
