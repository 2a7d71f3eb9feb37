import { css } from 'lit';
import { dialogStyles } from '../internal/dialog.styles.js';

/** The dialog with the enlarged code. */
export const sheetStyles = css`
  ${dialogStyles}
  dialog {
    text-align: center;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block: -10px 8px;
    text-align: start;
  }
  .close {
    inline-size: 44px;
    margin-inline-end: -12px;
    padding: 0;
  }
  h2 {
    margin: 0 0 16px;
  }
  .address {
    margin-block: 16px 24px;
    font-size: max(0.875em, 12px);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .actions .button {
    flex: 1 0 auto;
    max-inline-size: 100%;
    padding-inline: 8px;
  }
`;

/** For the document: the paper instead of the page, when something is printed. */
export const printStyles = css`
  [data-afterglow-paper] {
    display: none;
  }
  @media print {
    body > :not([data-afterglow-paper]) {
      display: none !important;
    }
    [data-afterglow-paper] {
      display: block;
      padding: 15mm;
      color: #000;
      text-align: center;
      overflow-wrap: anywhere;
    }
    [data-afterglow-paper] h1 {
      margin: 4mm 0 10mm;
      font-size: 24pt;
    }
    [data-afterglow-paper] svg {
      inline-size: 90mm;
      margin-block-end: 8mm;
    }
  }
`;
