import './quiet-lit.js';
import './bundle-advice.js';

/**
 * Registers an element under its tag; a tag that is taken stays as it is, so that two copies of a
 * script on one page are no error and the first one wins.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
