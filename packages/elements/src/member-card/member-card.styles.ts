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
  }
  .pass {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    flex: 1;
    align-content: space-between;
  }
  .title {
    font-size: 1.75em;
    line-height: 1.2;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-block-start: 4px;
  }
  .tier {
    color: var(--_brand-on-quiet);
    font-weight: 600;
  }
  .show {
    max-inline-size: 40ch;
  }
  /* Paper in both schemes: a scanner at the desk wants dark on light, and a screen that shines. */
  .paper {
    display: grid;
    justify-items: center;
    gap: 4px;
    padding: 4px 8px 12px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--glow-radius, 14px) * 0.75);
    background: #fff;
    color: #000;
    color-scheme: light;
    forced-color-adjust: none;
  }
  .code,
  .place {
    inline-size: 100%;
    max-inline-size: 15em;
    aspect-ratio: 1;
  }
  .place {
    display: grid;
    place-content: center;
    padding: 16px;
    text-align: center;
    text-wrap: balance;
  }
  .number {
    direction: ltr;
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: max(0.75em, 12px);
    line-height: 1.4;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .block.paper-block {
    flex: 1;
    min-block-size: 10em;
  }
  @container (min-width: 460px) {
    .pass {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 16px 24px;
      align-content: stretch;
    }
    .paper {
      grid-area: 1 / 2 / 3 / 3;
      align-self: center;
      inline-size: 17em;
    }
    .show {
      align-self: end;
    }
  }
`;
