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
  .card {
    gap: 16px;
    justify-content: center;
  }
  .title {
    font-size: 1.5em;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .how {
    margin-block-start: 8px;
    max-inline-size: 46ch;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px 12px;
    max-inline-size: 34em;
  }
  label {
    font-weight: 550;
  }
  .input {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 8px 14px;
    border: 1px solid color-mix(in srgb, var(--_text-quiet) 75%, var(--_surface));
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
    direction: ltr;
  }
  :host(:dir(rtl)) .input {
    text-align: right;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_critical-on-quiet);
  }
  form .button {
    min-block-size: 48px;
    margin-block-start: 8px;
  }
  .error {
    color: var(--_critical-on-quiet);
  }
  .error::before {
    content: '! ';
    font-weight: 700;
  }
  .use {
    margin-block-start: 4px;
  }
  .kept {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 12px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_border);
  }
  .kept > p {
    grid-column: 2;
  }
  .kept > p:first-of-type {
    font-weight: 600;
  }
  .kept:focus-visible {
    outline-offset: 4px;
    border-radius: 2px;
  }
  .tick {
    grid-row: span 2;
    inline-size: 1.5em;
    block-size: 1.5em;
    color: var(--_positive-on-quiet);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
  }
  .ways .tertiary {
    padding-inline: 0;
  }
  .block.tall {
    inline-size: 100%;
    block-size: 48px;
  }
  @container (max-width: 359px) {
    .title {
      font-size: 1.25em;
    }
    .ways > .primary,
    .ways > .secondary {
      flex: 1 0 100%;
    }
  }
  @container (min-width: 460px) {
    .title {
      font-size: 1.75em;
    }
    form {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    label,
    .error,
    .use {
      grid-column: 1 / -1;
    }
    form .button {
      margin: 0;
    }
  }
`;
