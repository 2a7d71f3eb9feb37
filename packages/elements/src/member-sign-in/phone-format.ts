import type { PublicProgram } from '@afterglow/contract';

/**
 * Writes a telephone number as people of its country do, as far as it was typed: `(312) 555-01`.
 * Only the look changes: digits and a leading plus stay as they are.
 *
 * @param text - What was typed so far, in any writing.
 * @param isNorthAmerican - How a number without a country code is meant.
 */
export function formatPhone(text: string, isNorthAmerican: boolean): string {
  const international = text.trimStart().startsWith('+');
  const digits = text.replace(/\D/g, '');
  if (international) return internationalForm(digits);
  return isNorthAmerican ? nationalForm(digits) : inGroups(digits, [3, 3, 3, 3, 3]);
}

function internationalForm(digits: string): string {
  if (digits.startsWith('1')) return `+${inGroups(digits, [1, 3, 3, 4])}`;
  return `+${inGroups(digits, [2, 3, 3, 3, 4])}`;
}

function nationalForm(digits: string): string {
  const trunk = digits.length === 11 && digits.startsWith('1') ? '1 ' : '';
  const local = trunk ? digits.slice(1) : digits;
  if (local.length > 10) return digits;
  if (local.length < 4) return local;

  const [area, exchange, line] = [local.slice(0, 3), local.slice(3, 6), local.slice(6)];
  return `${trunk}(${area}) ${exchange}${line ? `-${line}` : ''}`;
}

function inGroups(digits: string, sizes: readonly number[]): string {
  const groups: string[] = [];
  let from = 0;
  for (const size of sizes) {
    if (from < digits.length) groups.push(digits.slice(from, from + size));
    from += size;
  }
  return groups.join(' ') + digits.slice(from);
}

/** Where the caret stands in `after` so that as many digits lie before it as did in `before`. */
export function caretAfter(before: string, caret: number, after: string): number {
  const wanted = before.slice(0, caret).replace(/\D/g, '').length;
  if (wanted === 0) return after.startsWith('+') && caret > 0 ? 1 : 0;

  let seen = 0;
  for (let at = 0; at < after.length; at += 1) {
    if (/\d/.test(after[at] ?? '')) seen += 1;
    if (seen === wanted) return at + 1;
  }
  return after.length;
}

/** Where people write telephone numbers without a country code as North Americans do. */
function isNorthAmerican({ locale, currency }: PublicProgram['clinic']): boolean {
  return /-(US|CA)$/i.test(locale) || currency === 'USD' || currency === 'CAD';
}

/**
 * Rewrites what stands in a field while it is typed, as people of the clinic's country write it; the
 * caret stays behind the same digit.
 */
export function writePhone(
  input: HTMLInputElement,
  program: Pick<PublicProgram, 'clinic'> | undefined,
): void {
  const typed = input.value;
  const caret = input.selectionStart ?? typed.length;
  input.value = formatPhone(typed, program !== undefined && isNorthAmerican(program.clinic));
  const at = caretAfter(typed, caret, input.value);
  input.setSelectionRange(at, at);
}
