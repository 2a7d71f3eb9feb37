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
  .card.ready,
  .card.stale {
    gap: 16px;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset + *,
  .pick {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_border);
  }
  /* Floated, it stands below the hairline and not in it. */
  legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    font-weight: 600;
    line-height: 1.3;
  }
  legend + * {
    clear: both;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 12px;
    min-block-size: 44px;
    padding-block: 4px;
  }
  label {
    line-height: 1.35;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  /* The whole row is pressed, not the words alone. */
  .row label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  input {
    grid-column: 3;
    appearance: none;
    box-sizing: border-box;
    inline-size: 44px;
    block-size: 26px;
    margin: 0;
    padding: 5px;
    border: 1.5px solid var(--_text-quiet);
    border-radius: 13px;
    transition: background-color 160ms ease-out;
  }
  input::before {
    content: '';
    display: block;
    inline-size: 13px;
    block-size: 13px;
    border-radius: 50%;
    background: var(--_text-quiet);
    transition: margin 160ms ease-out;
  }
  input:checked {
    border-color: var(--_brand-fill-loud);
    background: var(--_brand-fill-loud);
  }
  input:checked::before {
    margin-inline-start: 18px;
    background: var(--_brand-on-loud);
  }
  :disabled {
    opacity: 0.5;
  }
  .saved {
    color: var(--_positive-on-quiet);
  }
  .note.failed,
  .unanswered {
    grid-column: 1 / -1;
    flex-basis: 100%;
    order: 1;
    color: var(--_critical-on-quiet);
  }
  .terms {
    max-inline-size: 60ch;
    margin-block: -4px 4px;
    line-height: 1.4;
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .pick label {
    flex: 1 1 auto;
    font-weight: 600;
  }
  /* The browser's own arrow touches the edge. */
  .arrow {
    position: relative;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .arrow::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 6px);
    inset-inline-end: 16px;
    inline-size: 7px;
    block-size: 7px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  select {
    appearance: none;
    inline-size: 100%;
    min-block-size: 44px;
    padding-block: 8px;
    padding-inline: 14px 36px;
    border: 1px solid color-mix(in srgb, var(--_text-quiet) 75%, var(--_surface));
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
  }
  .links {
    display: flex;
    gap: 16px;
  }
  .links a {
    padding-block: 4px;
    color: var(--_brand-on-quiet);
  }
  @media (forced-colors: active) {
    input {
      appearance: auto;
    }
    input::before {
      display: none;
    }
  }
`;
