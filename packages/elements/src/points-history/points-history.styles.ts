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
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .switch {
    margin-block: -10px;
    font-size: max(0.875em, 12px);
  }
  .switch[aria-pressed='true'] {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .row {
    display: grid;
    grid-template-columns: 5.5em minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 12px;
    padding-block: 10px;
    border-block-start: 1px solid var(--_border);
    line-height: 1.4;
  }
  .row:first-child {
    border-block-start: 0;
  }
  .row.same {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .row:last-child {
    padding-block-end: 0;
  }
  .row:focus-visible {
    outline-offset: 4px;
    border-radius: 4px;
  }
  .quiet {
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .name {
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .figures {
    text-align: right;
  }
  :host(:dir(rtl)) .figures {
    text-align: left;
  }
  .amount {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .more {
    color: var(--points-history-color, var(--_positive-on-quiet));
  }
  .fault {
    color: var(--_caution-on-quiet);
  }
  .block.row-block {
    block-size: 2.25em;
    margin-block-start: 8px;
  }
  /* No room for a column of days: a day stands above what happened on it. */
  @container (max-width: 459px) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .date,
    .facts .quiet {
      grid-column: 1 / -1;
    }
    .facts,
    .figures {
      display: contents;
    }
    .name {
      grid-area: 2 / 1;
    }
    .amount {
      grid-area: 2 / 2;
    }
    .with-balances .facts .quiet {
      grid-area: 3 / 1;
    }
    .figures .quiet {
      grid-area: 3 / 2;
    }
  }
  /* Letters so large that nothing has room beside a reason: its figure stands under it. */
  @container (max-width: 14em) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .row .name,
    .row .amount,
    .row .facts .quiet,
    .row .figures .quiet {
      grid-area: auto;
      justify-self: start;
    }
  }
`;
