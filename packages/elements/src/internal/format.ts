import type { SignedMoney } from '@afterglow/contract';

export { languageChain, pickText, tagFor } from '@afterglow/contract/languages';

/** When a figure has its sign: `exceptZero` for what came or went, also with a plus. */
export type Signs = NonNullable<Intl.NumberFormatOptions['signDisplay']>;

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using one does, so each is made once. */
function once<Format extends Intl.NumberFormat | Intl.DateTimeFormat, Options>(
  Kind: new (language: string, options: Options) => Format,
  language: string,
  options: Options,
): Format {
  const name = Kind.name + language + JSON.stringify(options);
  let format = made.get(name);
  if (!format) made.set(name, (format = new Kind(language, options)));
  return format as Format;
}

const numberFormat = (language: string, options: Intl.NumberFormatOptions) =>
  once(Intl.NumberFormat, language, options);

/**
 * A figure in the reader's writing, such as `12,480` or `−120`: all others here are written by it.
 * `Intl` writes most languages' minus as a hyphen, which stands lower than a plus and is half as long.
 */
export function formatNumber(
  value: number,
  language: string,
  options: Intl.NumberFormatOptions = {},
): string {
  return numberFormat(language, options).format(value).replace('-', '−');
}

/**
 * Money with its sign of currency, such as `$120` or `$12.50`: decimals only where there are any,
 * since a price list reads better without, and the short sign that stands on it: `$`, not `USD`.
 * Arabic has `US$` all the same; marks keep its parts in order, apart from what stands around it,
 * and with a sign as without.
 *
 * @param money - In minor units; how many make one unit is the currency's own affair (yen: 1).
 * @param signDisplay - `exceptZero` for an amount that came or went: `+$25`.
 */
export function formatMoney(
  { amount, currency }: SignedMoney,
  language: string,
  signDisplay: Signs = 'auto',
): string {
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    signDisplay,
  } as const;
  const digits = numberFormat(language, options).resolvedOptions().maximumFractionDigits ?? 2;
  const value = amount / 10 ** digits;

  const text = formatNumber(value, language, {
    ...options,
    ...(Number.isInteger(value) && { maximumFractionDigits: 0 }),
  });
  return /[A-Z]\p{Sc}$/u.test(text)
    ? `\u2067${text.replace('\xa0', '\u200f\xa0')}\u200e\u2069`
    : text;
}

/** A share in percent with one decimal at most, such as `6.4%`. @param ratio - 1 is all of it. */
export function formatPercent(ratio: number, language: string): string {
  return formatNumber(ratio, language, { style: 'percent', maximumFractionDigits: 1 });
}

/**
 * A day in words, such as `March 14` or `March 14, 2027`.
 *
 * @param day - `YYYY-MM-DD`, a day of the clinic; it is never moved to the reader's zone.
 * @param asOf - The clinic's now or today; the year is left out when it is the same.
 */
export function formatDay(day: string, language: string, asOf?: string): string {
  const sameYear = asOf !== undefined && asOf.slice(0, 4) === day.slice(0, 4);
  const format = once(Intl.DateTimeFormat, language, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return ordinalFirst(format.format(new Date(`${day}T12:00:00Z`)), language);
}

/** The first of a month as French and Portuguese write it, `1er mars`; `Intl` has `1 mars`. */
export function ordinalFirst(day: string, language: string): string {
  return day.replace(/^1(?= )/, /^fr/.test(language) ? '1er' : /^pt/.test(language) ? '1º' : '1');
}
