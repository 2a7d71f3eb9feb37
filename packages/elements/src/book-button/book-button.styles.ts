import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  /* A page's own link without a class looks like ours; any rule of the page wins over this. */
  ::slotted(a:not([class])) {
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    padding: 8px 18px;
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: var(--_brand-fill-loud);
    color: var(--_brand-on-loud);
    font-weight: 550;
    line-height: 1.25;
    text-decoration: none;
  }
  .card,
  .button {
    inline-size: 100%;
  }
  .card {
    display: grid;
  }
  .none {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--_text-quiet);
  }
  .blank {
    min-inline-size: 8em;
    border-radius: calc(var(--glow-radius, 14px) / 2);
    block-size: 44px;
    background: var(--_border);
  }
`;
