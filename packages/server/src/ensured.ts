/**
 * The value, which our own code put there.
 *
 * @param what - What is missing, for the one who reads the error; never a value.
 * @throws TypeError when it is missing: our mistake, not the caller's.
 */
export function ensured<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new TypeError(`${what} is missing`);
  return value;
}
