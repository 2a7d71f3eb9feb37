import { css, unsafeCSS, type CSSResult } from 'lit';
import { reserves, type ReservedTag } from './reserve.js';

/** The rule that keeps an element at the height which the page's stylesheet reserved for it. */
export function reserved(tag: ReservedTag): CSSResult {
  return css`
    :host {
      min-block-size: ${unsafeCSS(reserves[tag])};
    }
  `;
}
