import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(440px, 100vw - 32px);
    max-block-size: calc(100vh - 32px);
    padding: 0;
    border: 0;
    border-radius: var(--glow-radius, 14px);
    background: none;
    color: inherit;
    container-type: inline-size;
    box-shadow:
      0 1px 2px #0000000f,
      0 8px 24px #0000000f;
    overflow: auto;
  }
  dialog::backdrop {
    background: #0b100e66;
  }
  .card {
    gap: 20px;
  }
  /* The three questions start at the same place, however long they are. */
  .card.signed-out {
    gap: 16px;
    align-items: stretch;
    justify-content: flex-start;
  }
  .head {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  .logo {
    display: none;
    float: inline-end;
    inline-size: auto;
    max-inline-size: 6em;
    block-size: 2em;
    margin-inline-start: 16px;
    object-fit: contain;
    object-position: right top;
  }
  @container (min-width: 320px) {
    .logo {
      display: block;
    }
  }
  .purpose {
    max-inline-size: 60ch;
    color: var(--_text-quiet);
  }
  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
    inline-size: 100%;
    max-inline-size: 26em;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  .label {
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
  }
  #phone,
  .code {
    direction: ltr;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_critical-on-quiet);
  }
  .input.code {
    font-size: max(1.5em, 16px);
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.3em;
  }
  .error {
    display: flex;
    gap: 8px;
    margin-block-start: 4px;
    color: var(--_critical-on-quiet);
  }
  .icon {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 0.15em;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 1.5;
  }
  .tick {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding-block: 8px;
    cursor: pointer;
  }
  .tick input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0.15em 0 0;
    accent-color: var(--_brand-fill-loud);
  }
  .tick .quiet {
    display: block;
  }
  .ticks {
    display: flex;
    flex-direction: column;
  }
  .links {
    display: flex;
    gap: 16px;
  }
  .links a {
    color: var(--_brand-on-quiet);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    align-items: center;
  }
  .resend {
    display: flex;
    min-block-size: 44px;
    align-items: center;
  }
  .gift {
    padding: 12px 16px;
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: var(--_brand-fill-quiet);
    color: var(--_brand-on-quiet);
  }
  /* Shorter than any question: in the middle of the height that these need. */
  .card.ready,
  .card.stale {
    align-items: flex-start;
    justify-content: center;
  }
  .head .title {
    inline-size: fit-content;
  }
  :is(.ready, .stale) .title {
    font-size: 1.5em;
    letter-spacing: -0.01em;
    line-height: 1.2;
  }
`;
