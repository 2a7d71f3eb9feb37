/** What stands before each of our tags on this page; nothing where a page does not ask for it. */
let prefix = '';

/** Puts `given`, such as `clinic-`, before the tag of every element that registers from now on. */
export function usePrefix(given: string): void {
  prefix = given;
}

/** The name that the element with this tag has on this page. */
export const nameOf = (tag: string): string => prefix + tag;
