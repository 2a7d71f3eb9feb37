import * as z from 'zod/mini';

/** The header of a column. */
export const Column = z.string().check(z.minLength(1));

/** How a day is written: `YYYY`, `MM` or `M`, `DD` or `D`, and what stands between them. */
export const DayFormat = z.string().check(z.regex(/^(?=.*YYYY)(?=.*M)(?=.*D)[YMD /.-]+$/));
