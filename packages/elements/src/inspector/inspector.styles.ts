/**
 * How the inspector looks: the same on every page and in no clinic's colors, as the badge of a demo.
 * `!important` on the host, since a rule of the page for `aside` would win over it otherwise.
 */
export const styles = `
  :host {
    all: initial !important;
    position: fixed !important;
    inset: 0 !important;
    z-index: 2147483000 !important;
    display: block !important;
    overflow: hidden !important;
    inline-size: auto !important;
    block-size: auto !important;
    border: 0 !important;
    background: none !important;
    color-scheme: dark !important;
    direction: ltr !important;
    color: #f6f4ef !important;
    font: 14px/1.45 system-ui, sans-serif !important;
    pointer-events: none !important;
  }
  *, ::before, ::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  .layer { position: absolute; inset: 0; }
  .layer div {
    position: absolute;
    outline: 2px solid #e8b04b;
    outline-offset: 1px;
    box-shadow: 0 0 0 4px #16201c80;
    border-radius: 2px;
  }
  .probe { position: absolute; visibility: hidden; }

  .panel, .launcher {
    position: absolute;
    border: 1px solid #f6f4ef40;
    background: #16201c;
    box-shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 8px 24px rgb(0 0 0 / 6%);
    pointer-events: auto;
  }
  .launcher {
    inset: auto 16px 16px auto;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 0 16px;
    border-radius: 22px;
    font-weight: 600;
  }
  :host([data-rtl]) .launcher { inset: auto auto 16px 16px; }
  .dot { inline-size: 8px; block-size: 8px; border: 2px solid #e8b04b; border-radius: 50%; }
  .panel {
    inset: 16px 16px 16px auto;
    inline-size: 360px;
    display: flex;
    flex-direction: column;
    border-radius: 14px;
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 8px 8px 16px;
    border-block-end: 1px solid #f6f4ef26;
  }
  header .quiet { flex: 1; }
  .scroll { flex: 1; min-block-size: 0; overflow: auto; overscroll-behavior: contain; }
  details + details { border-block-start: 1px solid #f6f4ef26; }
  summary { display: flex; align-items: center; gap: 8px; min-block-size: 44px; padding: 4px 16px; list-style: none; cursor: pointer; }
  summary::-webkit-details-marker { display: none; }
  summary::after {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    margin-inline: auto 6px;
    border: solid #f6f4efb3;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg) translate(-2px, -2px);
  }
  details[open] > summary::after { transform: rotate(225deg) translate(-2px, -2px); }
  summary:focus-visible { outline-offset: -4px; border-radius: 7px; }
  .section { display: flex; flex-direction: column; gap: 12px; padding: 4px 16px 16px; }
  .section + .section { margin-inline: 16px; padding: 16px 0; border-block-start: 1px solid #f6f4ef26; }
  h2, h3, h4, p, ul, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  h2, h3 { font-size: 15px; font-weight: 600; line-height: 1.3; }
  h4 { font-size: 14px; font-weight: 600; }
  .quiet { color: #f6f4efb3; font-size: 13px; }
  .code { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace; font-size: 12.5px; overflow-wrap: anywhere; }
  h3.code { font-size: 14px; }
  .hidden, .choices input, .row input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  form { display: flex; flex-direction: column; gap: 12px; }
  label { display: flex; flex-direction: column; gap: 4px; }
  form label, .section > label, legend { color: #f6f4efb3; font-size: 13px; }
  legend { margin-block-end: 4px; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: end; }
  button, select, input { margin: 0; font: inherit; color: #f6f4ef; }
  select, input[type='date'] {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 4px 8px;
    border: 1px solid #f6f4ef66;
    border-radius: 7px;
    background: #16201c;
    font-size: 14px;
  }
  select:disabled { border-color: #f6f4ef33; color: #f6f4ef80; }
  button { cursor: pointer; }
  .primary, .secondary, .close {
    min-block-size: 36px;
    padding: 4px 12px;
    border: 1px solid #f6f4ef66;
    border-radius: 7px;
    background: none;
    font-weight: 550;
  }
  .primary { border-color: #e8b04b; background: #e8b04b; color: #16201c; }
  .primary:hover { background: #f0c26f; }
  .secondary:hover, .chip:hover { border-color: #f6f4ef; }
  .secondary[aria-pressed='true'] { border-color: #e8b04b; background: #e8b04b; color: #16201c; }
  .close { display: grid; place-items: center; inline-size: 36px; padding: 0; border-color: transparent; }
  .close:hover { border-color: #f6f4ef66; }
  svg { display: block; inline-size: 20px; block-size: 20px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }

  .choices { display: flex; border: 1px solid #f6f4ef66; border-radius: 7px; }
  .choices label { flex: 1 1 auto; position: relative; }
  .choices span {
    display: grid;
    place-items: center;
    min-block-size: 34px;
    padding: 0 8px;
    border-radius: 6px;
    color: #f6f4ef;
    font-size: 13px;
    white-space: nowrap;
    cursor: pointer;
  }
  .choices span:hover { background: #f6f4ef14; }
  .choices input:checked + span { background: #f6f4ef; color: #16201c; font-weight: 600; }

  .line { display: flex; align-items: center; gap: 8px; }
  .line > :first-child { flex: 1; }
  .list { position: relative; max-block-size: 222px; overflow: auto; overscroll-behavior: contain; border: 1px solid #f6f4ef26; border-radius: 7px; }
  .row { position: relative; flex-direction: row; align-items: baseline; gap: 8px; padding: 7px 10px; cursor: pointer; }
  .row + .row { border-block-start: 1px solid #f6f4ef1a; }
  .row .code { flex: 1; }
  .row:hover { background: #f6f4ef14; }
  .row.chosen { background: #f6f4ef; color: #16201c; }
  .row.chosen .quiet { color: #16201cbf; }
  .parts { display: flex; flex-wrap: wrap; gap: 8px; list-style: none; }
  .chip { min-block-size: 30px; padding: 2px 10px; border: 1px solid #f6f4ef66; border-radius: 7px; background: none; }
  dl > div { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; padding-block: 6px; }
  dl > div + div { border-block-start: 1px solid #f6f4ef1a; }
  dt { flex: 1 1 auto; }
  dd { margin-inline-start: auto; display: inline-flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; }
  /* Light and dark, for what lets the ground through. */
  .swatch {
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid #f6f4ef80;
    border-radius: 4px;
    background: linear-gradient(135deg, #fff 50%, #6b736e 50%);
    stroke: none;
  }

  footer p { padding: 0 16px; }
  footer .said { padding: 10px 16px; border-block-start: 1px solid #f6f4ef26; }
  pre { max-block-size: 160px; overflow: auto; margin: 0 16px 16px; padding: 8px; border: 1px solid #f6f4ef66; border-radius: 7px; white-space: pre-wrap; }

  :focus-visible, .choices input:focus-visible + span { outline: 2px solid #e8b04b; outline-offset: 2px; }
  h2:focus-visible, h3:focus-visible { outline-offset: 4px; border-radius: 2px; }
  .row:focus-within { outline: 2px solid #e8b04b; outline-offset: -2px; border-radius: 7px; }
  .row input:focus-visible { outline: none; }

  @media (max-width: 719px) {
    .panel { inset: auto 0 0; inline-size: auto; max-block-size: 56dvh; border-radius: 14px 14px 0 0; border-inline: 0; border-block-end: 0; }
    /* Above the badge of a demo. */
    .launcher, :host([data-rtl]) .launcher { inset-block-end: 72px; }
    .list { max-block-size: 156px; }
  }
  @media (max-width: 719px), (pointer: coarse) {
    select, input[type='date'], .primary, .secondary, .close { min-block-size: 44px; }
    .close { inline-size: 44px; }
    .choices span { min-block-size: 42px; }
    .row { padding-block: 12px; }
    .chip { min-block-size: 44px; }
  }
  @media print { :host { display: none !important; } }
  @media (forced-colors: active) {
    .choices input:checked + span, .row.chosen, [aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .swatch, .layer div { forced-color-adjust: none; }
  }
`;
