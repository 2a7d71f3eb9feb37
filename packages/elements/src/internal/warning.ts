/** Tells a developer what a patient need not know: what is wrong with the page, never about a person. */
export function warn(message: string): void {
  // eslint-disable-next-line no-console -- the one place where a page's developer looks
  console.warn(`Afterglow: ${message}`);
}
