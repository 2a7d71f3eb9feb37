import { css } from 'lit';

/** The dialog with the enlarged code. */
export const sheetStyles = css`
  dialog {
    inline-size: min(22em, 100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--glow-radius, 14px);
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 6%),
      0 8px 24px rgb(0 0 0 / 6%);
    text-align: center;
  }
  dialog[open] {
    animation: grow 160ms ease-out;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  .inside {
    padding: 24px;
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
  .code {
    display: block;
    inline-size: 100%;
    max-inline-size: 16em;
    margin-inline: auto;
    border-radius: calc(var(--glow-radius, 14px) / 2);
  }
  .address {
    margin-block: 16px 24px;
    font-size: max(0.875em, 12px);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .actions {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
  }
  .actions .button {
    padding-inline: 4px;
  }
  @keyframes grow {
    from {
      opacity: 0;
      transform: scale(0.92);
    }
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
