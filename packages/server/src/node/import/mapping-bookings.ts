import * as z from 'zod/mini';
import { Column, DayFormat } from './mapping-parts.js';

const whose = {
  client: Column,
  phone: z.optional(Column),
  firstName: z.optional(Column),
  service: z.optional(Column),
  provider: z.optional(Column),
  /** The booking system's own number of a booking, where the file has one. */
  booking: z.optional(Column),
};

/** How to read a list of bookings: each row is one that stands, or stood until its day. */
export const BookingsMapping = z
  .strictObject({
    columns: z.strictObject({
      ...whose,
      date: Column,
      /** Hour and minute on the clinic's wall, `15:50` or `3:50 PM`; left out: noon. */
      time: z.optional(Column),
      /** The day on which the booking was made. */
      madeOn: z.optional(Column),
    }),
    dateFormat: DayFormat,
    /** Written where no column says when a booking was made: such a booking earns no bonus. */
    madeOn: z.optional(z.literal('unknown')),
  })
  .check(
    z.refine(({ columns, madeOn }) => (columns.madeOn === undefined) === (madeOn === 'unknown'), {
      error: 'is either "unknown" or a column under "columns", and one of the two must be there',
      path: ['madeOn'],
    }),
  );
export type BookingsMapping = z.infer<typeof BookingsMapping>;

/** How to read a list of bookings that were called off. */
export const CancellationsMapping = z.strictObject({
  columns: z.strictObject({
    ...whose,
    /** The day of the appointment. */
    date: Column,
    time: z.optional(Column),
    cancelledOn: Column,
  }),
  dateFormat: DayFormat,
});
export type CancellationsMapping = z.infer<typeof CancellationsMapping>;

/** How to read a list of bookings to which nobody came; each must be in the list of bookings. */
export const NoShowsMapping = z.strictObject({
  columns: z.strictObject({ ...whose, date: Column, time: z.optional(Column) }),
  dateFormat: DayFormat,
});
export type NoShowsMapping = z.infer<typeof NoShowsMapping>;
