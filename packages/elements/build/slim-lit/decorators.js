/**
 * Stands in for `lit/decorators.js` in the files of the script tag: the three decorators that the
 * elements use, in the one form that their compiler writes.
 */
export const property = (options) => (prototype, name) => {
  const isAccessor = Object.hasOwn(prototype, name);
  prototype.constructor.createProperty(name, options);
  return isAccessor ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
};
export const state = (options) => property({ ...options, state: true, attribute: false });
export const query = (selector) => () => ({
  get() {
    return this.renderRoot?.querySelector(selector) ?? null;
  },
});
