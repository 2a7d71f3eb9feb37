import * as z from 'zod/mini';
import { Slug } from '@afterglow/contract';
import { Column, DayFormat } from './mapping-parts.js';

/** How to read a list of patients. */
export const PeopleMapping = z.strictObject({
  columns: z.strictObject({
    /** The id that receipts and bookings name the person by. */
    client: Column,
    firstName: z.optional(Column),
    /** The whole name, where no column has the first name alone: `Ana Ruiz` or `Ruiz, Ana`. */
    name: z.optional(Column),
    phone: z.optional(Column),
    email: z.optional(Column),
    birthday: z.optional(Column),
    /** The day since which the person is a patient. */
    since: z.optional(Column),
  }),
  /** For every day in the list. */
  dateFormat: DayFormat,
  /** Ids of the same people in other systems. */
  aliases: z._default(z.array(z.strictObject({ source: Slug, column: Column })), []),
});
export type PeopleMapping = z.infer<typeof PeopleMapping>;
