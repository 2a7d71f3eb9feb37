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
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, auto);
    align-items: center;
    gap: 4px 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .row:first-child {
    border-block-start: 0;
  }
  .row:focus-visible {
    outline-offset: 4px;
    border-radius: 4px;
  }
  .facts {
    display: grid;
    gap: 2px;
  }
  .facts:only-child {
    grid-column: 1 / -1;
  }
  .name {
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .quiet {
    line-height: 1.4;
  }
  .gain {
    display: grid;
    max-inline-size: 9.5em;
    justify-items: end;
    text-align: end;
  }
  .gain > * {
    unicode-bidi: isolate;
  }
  .main {
    color: var(--earn-list-color, inherit);
    font-size: 1.125em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }
  .never {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .block.row-block {
    block-size: 3em;
    margin-block-start: 12px;
  }
  @container (max-width: 300px) {
    .gain {
      max-inline-size: 7em;
    }
  }
  /* Letters so large that nothing has room beside a name: what it gives stands under it. */
  @container (max-width: 14em) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .gain {
      max-inline-size: none;
      justify-items: start;
      text-align: start;
    }
  }
`;
