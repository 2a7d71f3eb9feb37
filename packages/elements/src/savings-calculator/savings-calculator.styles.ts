import { css } from 'lit';

export const styles = css`
  :host {
    --_color: var(--savings-calculator-color, var(--_brand-fill-loud));
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .card,
  :host::before {
    grid-area: 1 / 1;
  }
  .plan,
  .controls,
  .selects {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-content: start;
  }
  /* What is reserved for further sources stands where their lines come, so that none moves a control. */
  .plan {
    flex: 1;
    grid-template-rows: auto auto 1fr;
    overflow-wrap: anywhere;
  }
  .selects {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(140px, 8em)), 1fr));
    column-gap: 12px;
  }
  .name,
  .steps {
    font-size: max(0.875em, 12px);
  }
  .name {
    display: block;
    margin-block-end: 8px;
    padding: 0;
    color: var(--_text-quiet);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .visits {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4em;
    column-gap: 16px;
  }
  .visits .name {
    grid-column: 1 / -1;
    margin: 0;
  }
  input,
  select {
    margin: 0;
    color: inherit;
    font: inherit;
    scroll-margin-block-end: 10em;
  }
  .box {
    appearance: none;
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: none;
    text-overflow: ellipsis;
  }
  label.arrow {
    position: relative;
  }
  label.arrow .box {
    padding-inline-end: 28px;
  }
  .arrow::after {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    margin-inline-start: auto;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  label.arrow::after {
    position: absolute;
    inset-block-end: 18px;
    inset-inline-end: 14px;
    pointer-events: none;
  }
  option {
    background: var(--_surface);
  }
  .box[type] {
    appearance: textfield;
    padding: 0;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  ::-webkit-inner-spin-button {
    appearance: none;
  }
  .slider {
    appearance: none;
    inline-size: 100%;
    block-size: 44px;
    background:
      linear-gradient(var(--_color) 0 0) 0 / calc(var(--_share) * (100% - 22px) + 11px) 3px
        no-repeat,
      linear-gradient(var(--_border) 0 0) 0 / 100% 3px no-repeat;
    cursor: pointer;
  }
  :host(:dir(rtl)) .slider {
    background-position-x: 100%;
  }
  ::-webkit-slider-thumb {
    appearance: none;
    box-sizing: border-box;
    inline-size: 22px;
    block-size: 22px;
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_color);
    outline: 1px solid var(--_color);
  }
  ::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 22px;
    block-size: 22px;
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_color);
    outline: 1px solid var(--_color);
  }
  .chips {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(150px, 8.5em)), 1fr));
    gap: 8px;
  }
  .chip {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 6px 8px 6px 12px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--glow-radius, 14px) / 2);
    font-size: max(0.9375em, 12px);
    hyphens: auto;
    line-height: 1.25;
    cursor: pointer;
  }
  .chip:hover {
    border-color: var(--_text-quiet);
  }
  .chip.on {
    border-color: var(--_brand-border-normal);
    background: var(--_brand-fill-quiet);
  }
  .chip input {
    appearance: none;
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--_text-quiet);
    border-radius: 4px;
  }
  .chip :checked {
    border-color: var(--_color);
    background: var(--_color);
  }
  .chip :checked::before {
    content: '';
    inline-size: 5px;
    block-size: 9px;
    border: solid var(--_brand-on-loud);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -1px;
  }
  .sum {
    position: sticky;
    inset-block-end: 0;
    margin: 0 calc(-1 * var(--_pad)) calc(-1 * var(--_pad));
    padding: 16px var(--_pad);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }
  .result {
    display: contents;
  }
  .plan .long {
    font-size: min(2.125em, 11cqi);
    line-height: 1.55;
  }
  .figure {
    display: block;
    font-size: min(2.75em, 15cqi);
    white-space: nowrap;
  }
  .bar {
    display: flex;
    gap: 2px;
    block-size: 8px;
    margin-block-start: 12px;
    overflow: hidden;
    border-radius: 4px;
    background: var(--_border);
  }
  .bar > *,
  .arrow::after {
    transition: 160ms ease-out;
  }
  .bar > *,
  .sources > ::before {
    background: var(--_color);
  }
  .bar .tier,
  .sources .tier::before {
    background: color-mix(in srgb, var(--_color) 60%, #fff);
  }
  .bar .package,
  .sources .package::before {
    background: color-mix(in srgb, var(--_color) 40%, #fff);
  }
  .sources .none::before {
    border: 1px solid var(--_text-quiet);
    background: none;
  }
  .sources {
    display: grid;
    gap: 8px;
  }
  li,
  .steps div {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  .sources > ::before {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 2px;
  }
  li :last-child,
  dd {
    margin-inline-start: auto;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  details {
    margin-block: auto -8px;
    border-block-start: 1px solid var(--_border);
  }
  summary {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    font-weight: 550;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  [open] summary::after {
    rotate: 225deg;
    translate: 0 2px;
  }
  .steps div {
    gap: 16px;
    padding-block: 4px;
    color: var(--_text-quiet);
  }
  .steps [class] {
    color: inherit;
  }
  .steps .subtotal {
    margin-block-end: 12px;
  }
  .steps .subtotal,
  .steps .total {
    border-block-start: 1px solid var(--_border);
    padding-block-start: 8px;
  }
  .steps .total {
    margin-block: 4px 8px;
    font-weight: 600;
  }
  .block.box {
    background: var(--_border);
  }
  @container (max-width: 479px) {
    .card {
      --_pad: min(var(--glow-space, 24px) * 2 / 3, 16px);
    }
  }
  @container (min-width: 640px) {
    .figure {
      font-size: min(3.5em, 6cqi);
    }
    .plan .long {
      font-size: min(2.125em, 4.4cqi);
    }
    .plan {
      grid-template: 1fr / minmax(0, 5fr) minmax(0, 4fr);
      gap: 32px;
    }
    .result {
      display: flex;
      flex-direction: column;
      gap: 20px;
      padding-inline-start: 32px;
      border-inline-start: 1px solid var(--_border);
    }
    .sum {
      position: static;
      margin: 0;
      padding: 0;
      border: 0;
    }
  }
  @media (max-height: 30em) {
    .sum {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .slider {
      appearance: auto;
    }
    .bar > [class],
    .sources > :not(.none)::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
