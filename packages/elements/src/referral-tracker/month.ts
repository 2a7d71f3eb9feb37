/**
 * The month of a day in words, such as `May`, with the year where it is another than that of `asOf`.
 *
 * @param day - `YYYY-MM-DD`, a day of the clinic.
 * @param asOf - The clinic's now or today.
 */
export function monthOf(day: string, language: string, asOf: string): string {
  const sameYear = asOf.slice(0, 4) === day.slice(0, 4);
  return new Intl.DateTimeFormat(language, {
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
}
