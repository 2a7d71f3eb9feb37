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
