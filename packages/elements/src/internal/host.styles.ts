import { css } from 'lit';
import { roleStyles } from '../theme/role.styles.js';

/** What every element's shadow tree has: roles, type in em, controls, focus, hidden text. */
const shared = css`
  :host {
    box-sizing: border-box;
    font-family: var(--glow-font, inherit);
    text-indent: 0 !important;
  }
  /* What a page hands down stops here: rules of the page reach the host, and not its shadow tree. */
  :host > * {
    color: var(--_text);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    hyphens: manual;
    letter-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    text-wrap: pretty;
    word-break: normal;
    word-spacing: normal;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* A line of another direction than its page ("3 of 5 left" on an Arabic one) keeps its order. */
  p,
  .title,
  .name,
  .quiet {
    unicode-bidi: plaintext;
  }
  :host(:dir(rtl)) > * {
    text-align: right;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
    border-radius: 2px;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: max(0.875em, 12px);
  }
  .figure {
    font-size: 2.75em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    /* Clear of a bar that covers the end of the window, such as that of loyalty-home. */
    scroll-margin-block-end: var(--_bar, 0px);
  }
  .card:focus-visible {
    outline-offset: -4px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 18px;
    border: 1px solid transparent;
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 550;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: 160ms ease-out;
    transition-property: background-color, border-color;
  }
  .button.primary {
    background: var(--_brand-fill-loud);
    color: var(--_brand-on-loud);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--_brand-fill-loud) 90%, var(--_text));
  }
  .button.secondary {
    border-color: var(--_border);
  }
  .button.secondary:hover {
    border-color: var(--_text-quiet);
  }
  /* Its text stands in line with the text above it. */
  .button.tertiary {
    margin-inline: -1px;
    padding-inline: 0;
    color: var(--_brand-on-quiet);
  }
  .button.tertiary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    /* Its color told that it can be pressed, and its frame was not meant to be seen. */
    .button.tertiary {
      border-color: Canvas;
    }
    .button:not(.primary) {
      text-decoration: underline;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** The roles and the basics; what an element that is no card starts from. */
export const hostStyles = [roleStyles, shared];

/** An element that is a card: fills its line, knows its width, has the shared faces. */
export const cardStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-block-size: inherit;
    --_pad: min(var(--glow-space, 24px) * 2 / 3, 16px);
    padding: var(--_pad);
    border: 1px solid var(--_border);
    border-radius: var(--glow-radius, 14px);
    background: var(--_surface);
  }
  @container (min-width: 360px) {
    .card {
      --_pad: var(--glow-space, 24px);
    }
  }
  /* What is short stands in the middle of the height that is reserved for more. */
  .card.signed-out,
  .card.failed,
  .card.empty {
    justify-content: center;
  }
  .card.signed-out,
  .card.failed {
    align-items: flex-start;
    gap: 12px;
  }
  /* The button that ends a list: as far from the edge of the card as its text looks. */
  .all {
    align-self: start;
    margin-block-end: -10px;
  }
  .line {
    max-inline-size: 60ch;
  }
  .block {
    display: block;
    block-size: 1em;
    border-radius: 4px;
    background: var(--_border);
    animation: breathe 2.4s 400ms ease-in-out infinite alternate;
  }
  .block.short {
    inline-size: 40%;
  }
  .block.tall {
    inline-size: 60%;
    block-size: 2.75em;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
