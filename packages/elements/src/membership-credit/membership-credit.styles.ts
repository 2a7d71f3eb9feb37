import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .card,
  :host::before {
    grid-area: 1 / 1;
  }
  .line-of-figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 12px;
  }
  .figure {
    color: var(--membership-credit-color, inherit);
  }
  .quiet {
    line-height: 1.4;
  }
  .lots {
    margin-block-start: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .lot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 16px;
    padding-block: 10px;
    border-block-end: 1px solid var(--_border);
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  /* Where nothing follows, the line would lead nowhere. */
  .lots:has(+ slot) > :last-child {
    border-block-end: 0;
  }
  .lot:focus-visible {
    outline-offset: 4px;
    border-radius: 4px;
  }
  .part,
  .name {
    font-weight: 600;
    unicode-bidi: isolate;
  }
  .soon {
    color: var(--_caution-on-quiet);
    font-weight: 550;
  }
  .plans {
    display: grid;
    margin-block-start: 8px;
  }
  .plan {
    display: grid;
    gap: 2px;
    max-inline-size: 60ch;
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
    line-height: 1.45;
  }
  .terms {
    max-inline-size: 60ch;
  }
  .terms > p {
    margin-block-end: 8px;
    line-height: 1.45;
  }
  summary {
    display: flex;
    inline-size: fit-content;
    align-items: center;
    gap: 10px;
    padding-block: 11px;
    min-block-size: 44px;
    color: var(--_brand-on-quiet);
    font-weight: 550;
    line-height: 1.4;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    flex: none;
    inline-size: 0.45em;
    block-size: 0.45em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -0.15em;
  }
  [open] > summary::after {
    rotate: 225deg;
    translate: 0 0.1em;
  }
  summary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* Cents and a long sign of currency would leave the card, also on a phone with large letters. */
  @container (max-width: 18.75em) {
    .figure {
      font-size: 2em;
    }
  }
`;
