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
  ul {
    display: grid;
    gap: 12px;
    margin-block-start: 8px;
  }
  .ticket {
    position: relative;
    display: grid;
    grid-template-columns: minmax(7em, max-content) minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 16px;
    overflow: hidden;
    padding-inline-end: 16px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--glow-radius, 14px) * 0.75);
  }
  .ticket:focus-visible {
    outline-offset: 2px;
  }
  /* Where it would be torn. */
  .stub::before,
  .stub::after {
    content: '';
    position: absolute;
    inset-block-start: -9px;
    inset-inline-end: -9px;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_surface);
  }
  .stub::after {
    inset-block: auto -9px;
  }
  .stub {
    position: relative;
    display: grid;
    align-content: center;
    align-self: stretch;
    justify-items: center;
    min-block-size: 5.5em;
    padding: 12px 8px;
    border-inline-end: 1px dashed var(--_border);
    background: var(--offer-list-background, var(--_brand-fill-quiet));
    color: var(--offer-list-color, var(--_brand-on-quiet));
    text-align: center;
    line-height: 1.25;
  }
  .worth {
    font-size: 1.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }
  /* It wraps: the amount alone may make the stub wider. */
  .unit {
    inline-size: 0;
    min-inline-size: 100%;
    font-size: max(0.8125em, 12px);
  }
  svg {
    inline-size: 1.75em;
    block-size: 1.75em;
  }
  .facts {
    display: grid;
    gap: 2px;
    padding-block: 12px;
  }
  .name {
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .quiet {
    line-height: 1.4;
  }
  .soon {
    color: var(--_caution-on-quiet);
  }
  .block.row-block {
    block-size: 5.5em;
    margin-block-start: 4px;
  }
  /* No room for a column of buttons: the way to booking stands under what it is for, as text. */
  @container (max-width: 559px) {
    .ticket {
      grid-template-columns: minmax(5.75em, max-content) minmax(0, 1fr);
    }
    .stub {
      grid-row: 1 / 3;
    }
    .facts:not(:last-child) {
      padding-block-end: 0;
    }
    .book {
      justify-self: start;
      min-block-size: 44px;
      margin-block: -4px 0;
      padding-inline: 0;
      border: 0;
      color: var(--_brand-on-quiet);
    }
  }
  @container (max-width: 289px) {
    .ticket {
      grid-template-columns: minmax(4.5em, max-content) minmax(0, 1fr);
      column-gap: 12px;
      padding-inline-end: 8px;
    }
    .stub {
      padding-inline: 6px;
    }
    .worth {
      font-size: 1.25em;
    }
  }
  /* Letters so large that nothing has room beside the stub: it is torn off below. */
  @container (max-width: 14em) {
    .ticket {
      grid-template-columns: minmax(0, 1fr);
      padding-inline-end: 0;
    }
    .stub {
      grid-row: auto;
      min-block-size: 0;
      border-block-end: 1px dashed var(--_border);
      border-inline-end: 0;
    }
    .stub::before,
    .stub::after {
      inset-block: auto -9px;
    }
    .stub::before {
      inset-inline: -9px auto;
    }
    .facts,
    .book {
      margin-inline: 16px;
    }
  }
`;
