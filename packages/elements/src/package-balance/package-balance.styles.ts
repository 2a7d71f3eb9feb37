import { css } from 'lit';

export const styles = css`
  .rows {
    display: grid;
  }
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 4px 16px;
    padding-block: 16px;
    border-block-start: 1px solid var(--_border);
  }
  .row:first-child {
    padding-block-start: 8px;
    border-block-start: 0;
  }
  .row:last-child {
    padding-block-end: 0;
  }
  .facts {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    font-variant-numeric: tabular-nums;
  }
  svg {
    max-inline-size: 100%;
  }
  :host(:dir(rtl)) .bar {
    transform: scaleX(-1);
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
  .soon {
    color: var(--_caution-on-quiet);
  }
  .blank {
    margin-block: auto;
  }
  @container (max-width: 279px) {
    .row {
      grid-template-columns: 1fr;
    }
    .book {
      justify-self: start;
    }
  }
  @media (forced-colors: active) {
    .left {
      fill: CanvasText;
    }
  }
`;
