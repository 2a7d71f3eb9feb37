import { css } from 'lit';

export const styles = css`
  .rows {
    display: grid;
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
  .facts {
    display: grid;
    gap: 4px;
  }
  .name {
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  .count span {
    unicode-bidi: plaintext;
  }
  .quiet {
    line-height: 1.4;
  }
  svg {
    flex: none;
    block-size: 0.75em;
    inline-size: auto;
    max-inline-size: 100%;
  }
  .left {
    fill: var(--package-balance-color, var(--_brand-fill-loud));
  }
  .used,
  .track {
    fill: none;
    stroke: var(--_text-quiet);
    stroke-width: 1;
    opacity: 0.6;
  }
  .over .name {
    color: var(--_text-quiet);
  }
  .over .left {
    fill: var(--_text-quiet);
  }
  .soon {
    color: var(--_caution-on-quiet);
  }
  .block.row-block {
    block-size: 3em;
    margin-block-start: 12px;
  }
  :host(:dir(rtl)) svg {
    transform: scaleX(-1);
  }
  /* No room for a column of buttons: the way to booking stands beside the last day, as text. */
  @container (max-width: 459px) {
    .facts {
      display: contents;
    }
    .row {
      align-items: baseline;
    }
    .name,
    .count {
      grid-column: 1 / -1;
    }
    .facts > .quiet {
      grid-column: 1;
    }
    .book {
      grid-column: 2;
      margin-block: -12px;
      padding-inline: 0;
      border: 0;
      color: var(--_brand-on-quiet);
    }
  }
  @media (forced-colors: active) {
    .left {
      fill: CanvasText;
    }
    .used,
    .track {
      stroke: CanvasText;
    }
  }
  /* Letters so large that nothing has room beside the last day. */
  @container (max-width: 14em) {
    .facts > .quiet,
    .book {
      grid-column: 1 / -1;
    }
    .book {
      justify-self: start;
    }
  }
`;
