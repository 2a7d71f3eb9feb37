/**
 * Stands in for Lit's `css-tag.js` in the files of the script tag, which run only where a browser has
 * constructable stylesheets: without the ways of older browsers, at half the size.
 */
class Styles {
  constructor(text) {
    this.cssText = text;
  }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
  toString() {
    return this.cssText;
  }
}

export { Styles as CSSResult };
export const unsafeCSS = (text) => new Styles(`${text}`);
export const css = (strings, ...values) => new Styles(String.raw({ raw: strings }, ...values));
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
};
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;
