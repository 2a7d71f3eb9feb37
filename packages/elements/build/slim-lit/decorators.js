/**
 * Stands in for `lit/decorators.js` in the files of the script tag: the three decorators that the
 * elements use, in the one form that their compiler writes, and what applies them.
 */
export const property = (options) => (prototype, name) =>
  prototype.constructor.createProperty(name, options);
export const state = (options) => property({ ...options, state: true, attribute: false });
export const query = (selector) => (prototype, name) =>
  Object.defineProperty(prototype, name, {
    get() {
      return this.renderRoot?.querySelector(selector) ?? null;
    },
  });

/** In place of what the compiler would write into each file; accessors are decorated nowhere. */
export const decorate = (decorators, prototype, name) =>
  decorators.forEach((decorator) => decorator(prototype, name));
