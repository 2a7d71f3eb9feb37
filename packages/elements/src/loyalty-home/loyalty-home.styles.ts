import { css } from 'lit';

export const styles = css`
  .app {
    display: grid;
    grid-template: 1fr auto / minmax(0, 1fr);
    gap: 24px;
    min-block-size: inherit;
    /* So much of the window's end is under the bar; what takes the focus stays clear of it. */
    --_bar: 96px;
  }
  .bar {
    grid-area: 2 / 1;
    position: sticky;
    inset-block-end: max(8px, env(safe-area-inset-bottom, 0px));
    z-index: 2;
    padding: 4px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--glow-radius, 14px) + 4px);
    background: var(--_surface);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 6%),
      0 8px 24px rgb(0 0 0 / 6%);
  }
  .bar ul {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .bar li {
    flex: 1 0 auto;
    max-inline-size: 100%;
  }
  .bar a {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 2px;
    block-size: 100%;
    min-block-size: 52px;
    padding: 6px 2px;
    border-radius: var(--glow-radius, 14px);
    color: var(--_text-quiet);
    font-size: max(0.75em, 12px);
    font-weight: 550;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
  }
  .bar a:hover {
    color: var(--_text);
  }
  .bar [aria-current] {
    background: var(--loyalty-home-background, var(--_brand-fill-quiet));
    color: var(--loyalty-home-color, var(--_brand-on-quiet));
  }
  svg {
    inline-size: 20px;
    block-size: 20px;
  }
  .content,
  .view,
  .sign-in,
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
  }
  .content {
    gap: 24px;
  }
  [hidden],
  .column:empty {
    display: none;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 23em), 1fr));
    gap: 16px;
    align-items: start;
  }
  .column:first-child:nth-last-child(3) {
    grid-column: 1 / -1;
  }
  .head {
    display: grid;
    gap: 8px;
  }
  .why {
    max-inline-size: 40em;
    color: var(--_text-quiet);
  }
  .head .title {
    inline-size: fit-content;
    font-size: 1.75em;
    letter-spacing: -0.01em;
    line-height: 1.2;
    text-wrap: balance;
  }
  /* Each is as high as what it holds: all of it is here when it is drawn. */
  .column > *,
  .sign-in > .member-sign-in,
  .sign-in + * {
    min-block-size: 0;
    --_reserve: none;
  }
  /* The sheet of the badge lies over what comes after. */
  .points-balance {
    position: relative;
    z-index: 1;
  }
  .tier-badge {
    align-self: start;
    margin-block: 4px 8px;
  }
  .visit {
    gap: 12px;
    align-items: flex-start;
  }
  .moved .head,
  .moved .view {
    animation: arrive 160ms ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  /* Letters of twice the size on a phone: a long word has its room. */
  @container (max-width: 14em) {
    .head .title {
      font-size: 1.4em;
    }
  }
  @container (min-width: 768px) {
    .app {
      grid-template: none / 11em minmax(0, 1fr);
      gap: 32px;
      --_bar: 0px;
    }
    .content {
      grid-area: 1 / 1 / auto / -1;
    }
    .beside {
      grid-area: 1 / 2;
    }
    .bar {
      grid-area: 1 / 1;
      inset-block: 24px auto;
      align-self: start;
      padding: 0;
      border: 0;
      background: none;
      box-shadow: none;
    }
    .bar li {
      flex-basis: 100%;
    }
    .bar a {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      justify-items: start;
      gap: 12px;
      min-block-size: 44px;
      padding: 8px 12px;
      border-radius: calc(var(--glow-radius, 14px) / 2);
      font-size: 1em;
      text-align: start;
    }
    .signed-out .content {
      grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
      gap: 32px;
      align-items: start;
    }
    .signed-out .sign-in {
      grid-area: 1 / 2 / 3;
    }
  }
  /* Hardly any window: what covers some of it would cover most. */
  @media (max-height: 400px) {
    .app {
      --_bar: 0px;
    }
    .bar {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .bar [aria-current] {
      outline: 2px solid LinkText;
      outline-offset: -2px;
    }
  }
`;
