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
  .line-of-figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 12px;
    transition: opacity 160ms ease-out;
  }
  .figure {
    color: var(--visit-preview-color, inherit);
  }
  .old {
    opacity: 0.5;
  }
  .after {
    align-self: stretch;
    display: grid;
    gap: 4px;
    margin-block-start: auto;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .rises {
    color: var(--_positive-on-quiet);
    font-weight: 600;
  }
  .sign-in {
    justify-self: start;
    margin-block: -8px;
  }
  .block:last-child {
    max-inline-size: 14em;
    margin-block: auto 4px;
  }
`;
