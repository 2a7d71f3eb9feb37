import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    position: relative;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  .card {
    display: inline-block;
    max-inline-size: 100%;
  }
  .pill {
    position: relative;
    display: inline-flex;
    max-inline-size: 100%;
    align-items: center;
    gap: 8px;
    min-block-size: calc(1.5em + 10px);
    padding-block: 4px;
    padding-inline: 8px 14px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--tier-badge-background, var(--_brand-fill-quiet));
    color: var(--tier-badge-color, var(--_brand-on-quiet));
    font: inherit;
    font-weight: 600;
    line-height: 1.5;
    white-space: nowrap;
    cursor: pointer;
  }
  .pill::after {
    content: '';
    position: absolute;
    inset: -6px 0;
  }
  .pill:hover {
    border-color: var(--_brand-border-normal);
  }
  .pill.still {
    background: none;
    border-color: var(--_border);
    color: var(--_text);
    text-align: start;
    white-space: normal;
  }
  .pill.plain {
    padding-inline: 14px;
  }
  span.pill {
    cursor: default;
  }
  .pill.blank {
    min-inline-size: 7em;
    background: var(--_border);
    animation: breathe 2.4s 400ms ease-in-out infinite alternate;
  }
  .pill.aged {
    border: 1px dashed var(--_text-quiet);
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .emblem {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .sheet {
    position: absolute;
    inset-block-start: calc(100% + 8px);
    inset-inline-start: 0;
    z-index: 1;
    display: grid;
    gap: 12px;
    inline-size: max-content;
    max-inline-size: min(320px, 100vw - 32px);
    padding: 20px 24px;
    border: 1px solid var(--_border);
    border-radius: var(--glow-radius, 14px);
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 6%),
      0 8px 24px rgb(0 0 0 / 6%);
    transform: translateX(var(--_shift, 0));
  }
  .sheet[hidden] {
    display: none;
  }
  .benefits {
    display: grid;
    gap: 8px;
  }
  .benefits li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
  }
  /* What the clinic wrote in another language than the page's keeps its order. */
  .benefits span {
    unicode-bidi: plaintext;
  }
  .tick {
    inline-size: 1em;
    block-size: 1.5em;
    color: var(--_brand-on-quiet);
  }
  .next {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (forced-colors: active) {
    .pill {
      border-color: ButtonText;
    }
  }
`;
