import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { Currency, LineKind, Slug } from '@afterglow/contract';
import { WrongSetting } from '../settings.js';
import { wrongFile } from '../wrong-file.js';
import { BookingsMapping, CancellationsMapping, NoShowsMapping } from './mapping-bookings.js';
import { Column, DayFormat } from './mapping-parts.js';
import { PeopleMapping } from './mapping-people.js';

const Descriptions = z.array(z.string());

const Catalogue = z.strictObject({
  columns: z.strictObject({ code: Column, description: Column, category: z.optional(Column) }),
  /** What a line that joins this catalogue is. */
  kind: LineKind,
  /** For rows without a category. */
  category: z.optional(Slug),
});

/** What a line is when its amount is below zero. */
const NegativeRule = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('session'),
    /** The package's code in the program. */
    package: Slug,
    /** It takes a session for a line of the same client and receipt with the opposite amount. */
    cancels: Descriptions,
    descriptions: z.optional(Descriptions),
  }),
  z.strictObject({
    as: z.literal('tender'),
    kind: z.enum(['points', 'credit', 'voucher', 'giftCard']),
    descriptions: z.optional(Descriptions),
  }),
  z.strictObject({
    as: z.literal('discount'),
    reason: Slug,
    descriptions: z.optional(Descriptions),
  }),
  z.strictObject({
    as: z.literal('refund'),
    /** The column with the receipt that is given back; the line there has the same description. */
    visitColumn: Column,
    descriptions: z.optional(Descriptions),
  }),
]);

const Receipts = z.strictObject({
  columns: z.strictObject({
    receipt: Column,
    date: Column,
    description: Column,
    client: Column,
    amount: Column,
    quantity: z.optional(Column),
    provider: z.optional(Column),
    phone: z.optional(Column),
    firstName: z.optional(Column),
  }),
  dateFormat: DayFormat,
  decimalMark: z._default(z.enum(['.', ',']), '.'),
  thousandsMark: z._default(z.enum(['', '.', ',', ' ', "'"]), ''),
});
export type ReceiptsMapping = z.infer<typeof Receipts>;

/** How to read a till's exports. A description for people is in examples/salon-import/README.md. */
export const Mapping = z.strictObject({
  /** Name of the till as the source of its events; with a receipt's number it is for ever. */
  source: Slug,
  currency: Currency,
  receipts: z.optional(Receipts),
  bookings: z.optional(BookingsMapping),
  cancellations: z.optional(CancellationsMapping),
  noShows: z.optional(NoShowsMapping),
  people: z.optional(PeopleMapping),
  services: z.optional(Catalogue),
  products: z.optional(Catalogue),
  /** The program's name for a category of the till; others become a code word as they are. */
  categories: z._default(z.record(z.string(), Slug), {}),
  /** Staff that is no person, such as the house. */
  houseAccounts: z._default(z.array(z.string()), []),
  /** What the catalogues do not say, or say twice. The first that has the description counts. */
  lines: z._default(
    z.array(
      z.strictObject({
        description: z.string(),
        /** Take the row of this catalogue, where both have the description. */
        from: z.optional(z.enum(['services', 'products'])),
        kind: z.optional(LineKind),
        code: z.optional(Slug),
        category: z.optional(Slug),
        package: z.optional(Slug),
      }),
    ),
    [],
  ),
  /** In order; the first that fits a negative line says what it is. */
  negative: z._default(z.array(NegativeRule), []),
});
export type Mapping = z.infer<typeof Mapping>;
export type NegativeRule = z.infer<typeof NegativeRule>;

/**
 * Reads a mapping file.
 *
 * @throws {@link WrongSetting} that names the place in the file, in one line.
 */
export async function readMapping(path: string): Promise<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new WrongSetting(`The mapping ${path} ${reason}.`, { cause: error });
  }
  const parsed = Mapping.safeParse(json);
  if (parsed.success) return parsed.data;

  throw wrongFile('The mapping', path, { issues: parsed.error.issues, json });
}
