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
  .card.signed-out {
    justify-content: start;
    align-items: stretch;
    gap: 8px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    margin-block: 4px -8px;
  }
  .signed-out > .button {
    align-self: start;
  }
  .head {
    display: grid;
    gap: 4px;
  }
  .note {
    color: var(--_positive-on-quiet);
  }
  .fault {
    color: var(--_caution-on-quiet);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .row:first-child {
    border-block-start: 0;
  }
  .row:last-child {
    padding-block-end: 0;
  }
  .row:focus-visible {
    outline-offset: 4px;
    border-radius: 4px;
  }
  .name {
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .quiet {
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .facts {
    display: grid;
    gap: 4px;
  }
  .yours {
    color: var(--_positive-on-quiet);
  }
  .soon {
    color: var(--_caution-on-quiet);
  }
  .why {
    max-inline-size: 16em;
    text-align: end;
  }
  .far .name {
    color: var(--_text-quiet);
  }
  .block.row-block {
    block-size: 3em;
    margin-block-start: 12px;
  }
  /* No room for a column of buttons: what can be done stands beside the price, as text. */
  @container (max-width: 459px) {
    .facts {
      display: contents;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: baseline;
    }
    .name {
      flex: 1 0 100%;
    }
    .do {
      margin-block: -12px;
      padding-inline: 0;
      border: 0;
      color: var(--_brand-on-quiet);
    }
    .foot {
      margin-block-end: 0;
    }
    .foot .do {
      margin-block: 0 -10px;
    }
  }
`;
