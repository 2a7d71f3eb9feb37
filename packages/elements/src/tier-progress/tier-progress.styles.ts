import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  :host::before,
  .card {
    grid-area: 1 / 1;
  }
  .card {
    gap: 16px;
  }
  .title {
    font-size: 1.25em;
    margin-block-end: 4px;
    font-variant-numeric: tabular-nums;
    text-wrap: balance;
  }
  .quiet {
    line-height: 1.4;
  }
  /* What the reserve has more than is needed stands above and below the bar alike. */
  .scale {
    display: grid;
    gap: 8px;
    margin-block: auto;
  }
  .bar,
  .levels {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 3px;
  }
  .bar {
    block-size: 6px;
  }
  .stretch {
    overflow: hidden;
    background: var(--_border);
  }
  .stretch:first-child {
    border-start-start-radius: 3px;
    border-end-start-radius: 3px;
  }
  .stretch:last-child {
    border-start-end-radius: 3px;
    border-end-end-radius: 3px;
  }
  .fill {
    display: block;
    inline-size: 0;
    block-size: 100%;
    background: var(--tier-progress-color, var(--_brand-fill-loud));
    transition: inline-size 400ms ease-out;
  }
  .levels li {
    display: grid;
    min-inline-size: 0;
    color: var(--_text-quiet);
    font-size: max(0.875em, 12px);
    line-height: 1.35;
  }
  .levels li > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  /* Room between amounts with a long sign, such as the US$ of Arabic. */
  @container (max-width: 279px) {
    .levels li {
      font-size: max(0.75em, 12px);
    }
  }
  .mine .name {
    color: var(--_text);
    font-weight: 600;
  }
  .threshold {
    font-variant-numeric: tabular-nums;
  }
  .risk {
    display: grid;
    gap: 4px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .keep {
    color: var(--_text);
    font-weight: 550;
  }
  .block.wide {
    inline-size: 70%;
    block-size: 1.5em;
  }
  .block.thin {
    block-size: 6px;
  }
  @media (forced-colors: active) {
    .stretch {
      border: 1px solid CanvasText;
    }
    .fill {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  /* Letters so large that the tiers have no room beside each other: each has a line of its own. */
  @container (max-width: 14em) {
    .levels {
      grid-auto-flow: row;
    }
    .levels li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      column-gap: 12px;
    }
    .levels li > span {
      white-space: normal;
    }
  }
`;
