import './quiet-lit.js';
import './bundle-advice.js';

/** What stands before each of our tags on this page; nothing where a page does not ask for it. */
let prefix = '';

/** Puts `given`, such as `clinic-`, before the tag of every element that registers from now on. */
export function usePrefix(given: string): void {
  prefix = given;
}

/** The name that the element with this tag has on this page. */
export const nameOf = (tag: string): string => prefix + tag;

/**
 * Registers an element under its tag; a name that is taken stays as it is, so that two copies of a
 * script on one page are no error and the first one wins.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  const name = nameOf(tag);
  if (!customElements.get(name)) customElements.define(name, element);
}
