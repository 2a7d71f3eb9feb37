/** A day in a format such as `MM/DD/YYYY`, as `YYYY-MM-DD`; undefined when the text is not one. */
export function parseDay(text: string, format: string): string | undefined {
  const names: string[] = [];
  const pattern = format.replace(/YYYY|MM?|DD?|[^YMD]/g, (token) => {
    if (/^[^YMD]$/.test(token)) return `\\${token}`.replace('\\ ', ' ');
    names.push(token[0] ?? '');
    return token === 'YYYY' ? '(\\d{4})' : token.length === 2 ? '(\\d{2})' : '(\\d{1,2})';
  });
  const found = new RegExp(`^${pattern}$`).exec(text.trim());
  if (!found) return undefined;

  const part = (name: string) => (found[names.indexOf(name) + 1] ?? '').padStart(2, '0');
  const day = `${part('Y')}-${part('M')}-${part('D')}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/**
 * A time of the day, `15:50`, `15:50:00`, `3:50 PM` or `3:50:00 PM`, in milliseconds after midnight;
 * undefined when the text is not one.
 */
export function parseTime(text: string): number | undefined {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AP])\.?M\.?)?$/i.exec(text.trim());
  if (!found) return undefined;

  const [minute, second] = [Number(found[2]), Number(found[3] ?? 0)];
  const half = found[4]?.toUpperCase();
  const written = Number(found[1]);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hour = half === undefined ? written : (written % 12) + (half === 'P' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** How amounts are written in a file. */
export interface AmountFormat {
  readonly decimalMark: string;
  readonly thousandsMark: string;
  /** Digits of the currency's minor unit: 2 for cents. */
  readonly decimals: number;
}

/**
 * An amount in minor units, below zero too; undefined when it is none or is finer than the minor
 * unit. The digits are read as text, since 50.4 times 100 is not 5040 in floating point.
 */
export function parseAmount(text: string, format: AmountFormat): number | undefined {
  const plain = format.thousandsMark ? text.replaceAll(format.thousandsMark, '') : text;
  const [whole = '', fraction = '', ...rest] = plain.trim().split(format.decimalMark);
  const isNumber = /^[+-]?\d+$/.test(whole) && /^\d*$/.test(fraction) && rest.length === 0;
  const cents = fraction.replace(/0+$/, '');
  if (!isNumber || cents.length > format.decimals) return undefined;

  const amount = Number(whole + cents.padEnd(format.decimals, '0'));
  return Number.isSafeInteger(amount) ? amount + 0 : undefined;
}

/** Digits of a currency's minor unit, such as 2 for USD and 0 for JPY. */
export function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A code word out of a till's code: what the contract does not allow becomes a dash. */
export function codeWordOf(text: string): string | undefined {
  const word = text
    .trim()
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 64);
  return word === '' ? undefined : word;
}
