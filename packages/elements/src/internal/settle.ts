import { css } from 'lit';

/** What an element reserves for its fullest face, given back; see `reserve.ts`. */
const settled = css`
  :host {
    min-block-size: 0;
    --_reserve: none;
  }
`;

/**
 * Gives back the height that was reserved and is not needed, as soon as the element lies below the
 * window, where nobody sees it move. In the window it keeps its height, and above it too, where not
 * every browser holds what is read in its place.
 */
export function settle(host: Element, root: ShadowRoot): void {
  new IntersectionObserver(([entry], watch) => {
    if (!entry || entry.isIntersecting || entry.boundingClientRect.top <= 0) return;
    watch.disconnect();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, settled.styleSheet as CSSStyleSheet];
  }).observe(host);
}
