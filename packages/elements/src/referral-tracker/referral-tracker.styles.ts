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
  .pending {
    font-size: 1.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
    line-height: 1.25;
    text-wrap: balance;
    unicode-bidi: plaintext;
  }
  .rows {
    display: grid;
  }
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 12px;
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
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 12px;
  }
  .name {
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .quiet {
    line-height: 1.4;
  }
  .status {
    grid-column: 2;
  }
  .status.coming {
    color: var(--_text);
  }
  .mark {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  .gone {
    stroke: var(--referral-tracker-color, var(--_brand-fill-loud));
  }
  .ahead {
    stroke: var(--_text-quiet);
    opacity: 0.35;
  }
  .block.row-block {
    block-size: 3em;
    margin-block-start: 12px;
  }
  .caution {
    color: var(--_caution-on-quiet);
  }
  @container (max-width: 299px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .status {
      grid-column: 1;
    }
    .mark {
      display: none;
    }
    .pending {
      font-size: 1.25em;
    }
  }
  @media (forced-colors: active) {
    .gone {
      stroke: CanvasText;
    }
    .ahead {
      stroke: GrayText;
      opacity: 1;
    }
  }
`;
