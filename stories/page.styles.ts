import { css } from 'lit';

/** The pages around the elements, as a clinic's own stylesheet would have them. */
const { styleSheet } = css`
  .page {
    box-sizing: border-box;
    min-block-size: 100vh;
    padding: 24px 16px 48px;
    background: var(--glow-color-surface);
    color: var(--glow-color-text);
  }
  .page-inside {
    max-inline-size: 1040px;
    margin-inline: auto;
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding-block-end: 16px;
    border-block-end: 1px solid var(--glow-color-border);
  }
  .page-head p {
    margin: 0;
    font-size: 1.125em;
  }
  .page h1 {
    margin: 32px 0 24px;
    font-size: clamp(1.75rem, 5vw, 2.5rem);
    font-weight: 500;
    letter-spacing: -0.015em;
    line-height: 1.15;
    text-wrap: balance;
  }
  .page-grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  @media (min-width: 720px) {
    .page {
      padding-inline: 32px;
    }
    .page-grid {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 24px;
    }
  }
  .page-column {
    display: grid;
    gap: inherit;
  }
  .till {
    margin-block-start: 32px;
    padding: 16px;
    border: 1px dashed var(--glow-color-border);
    border-radius: 8px;
    font-family: system-ui, sans-serif;
    font-size: 14px;
  }
  .till p {
    margin: 0 0 8px;
    font-weight: 600;
  }
  .till-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .till button {
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--glow-color-text-quiet);
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .till output {
    display: block;
    min-block-size: 1.5em;
    margin-block-start: 8px;
  }
  .beside {
    display: grid;
    grid-template-columns: 240px 640px;
    gap: 24px;
    align-items: start;
  }
  .swatches {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
  }
  .swatch {
    display: grid;
    gap: 16px;
    align-content: start;
    justify-items: start;
    padding: 24px;
    background: var(--glow-color-surface);
    color: var(--glow-color-text);
  }
  .swatch h2 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 500;
    line-height: 1.2;
  }
  .swatch > points-balance {
    justify-self: stretch;
  }
`;

if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
