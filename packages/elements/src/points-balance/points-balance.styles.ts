import { css } from 'lit';

export const styles = css`
  [part='label']::first-letter {
    text-transform: uppercase;
  }
  .block.short {
    max-inline-size: 4em;
  }
  .block.tall {
    max-inline-size: 10em;
  }
  .block:last-child {
    max-inline-size: 14em;
    margin-block: auto 4px;
  }
  .line-of-figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 12px;
  }
  .figure {
    color: var(--points-balance-color, inherit);
  }
  /* Letters of twice the size on a phone: five digits have their room. */
  @container (max-width: 13em) {
    .figure {
      font-size: 2em;
    }
  }
  .expiry {
    margin-block-start: auto;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .delta {
    color: var(--_positive-on-quiet);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    animation: arrive 160ms ease-out;
  }
  .delta.less {
    color: var(--_text-quiet);
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
`;
