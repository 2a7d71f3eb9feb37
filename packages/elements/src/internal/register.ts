import './quiet-lit.js';
import './bundle-advice.js';
import { nameOf } from './tag-names.js';

/**
 * Registers an element under its tag; a name that is taken stays as it is, so that two copies of a
 * script on one page are no error and the first one wins.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  const name = nameOf(tag);
  if (!customElements.get(name)) customElements.define(name, element);
}
