/**
 * How the badge looks: the same on every page and in no clinic's colors, so that nobody takes it for
 * a part of the site. `all: initial` keeps the page's own rules out.
 */
export const badgeStyles = `
  :host {
    all: initial;
    position: fixed;
    inset: auto auto 16px 16px;
    z-index: 2147483000;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    max-inline-size: min(320px, calc(100vw - 32px));
    overflow: visible;
    color: #f6f4ef;
    font: 14px/1.5 system-ui, sans-serif;
    pointer-events: none;
  }
  :host([dir='rtl']) { inset: auto 16px 16px auto; direction: rtl; }
  /* The app has its own bar there on a phone. */
  :host([data-above-bar]) { inset-block-end: 84px; }
  button, .more {
    box-sizing: border-box;
    border: 1px solid #f6f4ef40;
    background: #16201c;
    box-shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 8px 24px rgb(0 0 0 / 6%);
    pointer-events: auto;
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 0 16px;
    border-radius: 22px;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:focus-visible { outline: 2px solid #16201c; outline-offset: 2px; box-shadow: 0 0 0 2px #f6f4ef; }
  .dot { inline-size: 8px; block-size: 8px; border-radius: 50%; background: #e8b04b; }
  .more { padding: 16px; border-radius: 14px; }
  [hidden] { display: none; }
  p { margin: 0; }
  p:last-child:not([hidden]) { margin-block-start: 8px; }
  .code { font-weight: 600; font-variant-numeric: tabular-nums; }
  @media (forced-colors: active) { .dot { background: CanvasText; forced-color-adjust: auto; } }
`;
