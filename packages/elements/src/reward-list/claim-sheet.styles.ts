import { css } from 'lit';
import { dialogStyles } from '../internal/dialog.styles.js';

/** The dialog in which a reward is claimed, and its voucher shown. */
export const sheetStyles = css`
  ${dialogStyles}
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  h2 {
    margin: 0;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    margin-block: 12px 4px;
    font-variant-numeric: tabular-nums;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
  }
  dt {
    color: var(--_text-quiet);
  }
  .code {
    aspect-ratio: 1;
    max-inline-size: 11em;
    margin-block-start: 8px;
  }
  /* In one line, wherever its letters allow it: it is read out at the desk. */
  .word {
    overflow-wrap: anywhere;
    font-size: min(1.75em, 8vw);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.12em;
    line-height: 1.2;
    text-align: center;
    user-select: all;
  }
  .code ~ .quiet,
  .word ~ .quiet {
    text-align: center;
    text-wrap: balance;
  }
  .fault {
    color: var(--_caution-on-quiet);
  }
  .actions {
    display: grid;
    gap: 8px;
    margin-block-start: 12px;
  }
  .back {
    margin-block: -4px -12px;
    font-size: max(0.875em, 12px);
  }
`;
