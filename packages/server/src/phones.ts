import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** The code that the test numbers of a sandbox accept. */
export const testCode = '424242';

/** True for the numbers kept for fiction, +1 … 555-0100 to 0199, which no telephone has. */
export function isTestPhone(phone: string): boolean {
  return /^\+1\d{3}55501\d{2}$/.test(phone);
}

/**
 * A telephone number in E.164.
 *
 * @param text - As a person or a till wrote it; without a country code it is one of `country`.
 * @returns Undefined when it is no number that exists; the test numbers count as existing.
 */
export function normalizePhone(text: string, country: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text, country as CountryCode);
  if (!parsed) return undefined;
  return parsed.isValid() || isTestPhone(parsed.number) ? parsed.number : undefined;
}

/**
 * True when codes may be sent there: the clinic's own country, the United States and Canada.
 * Others are closed, since messages to premium numbers abroad are how such services are robbed.
 */
export function isServedPhone(phone: string, country: string): boolean {
  const parsed = parsePhoneNumberFromString(phone);
  return isTestPhone(phone) || ['US', 'CA', country].includes(parsed?.country ?? '');
}

/** The last two digits, as a person recognizes the own number: `··42`. */
export function phoneHint(phone: string): string {
  return `··${phone.slice(-2)}`;
}
