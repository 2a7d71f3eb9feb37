import { html, render, type TemplateResult } from 'lit';
import { qrDrawing, qrModules } from '../internal/qr-drawing.js';
import { qrFile, type QrModules } from '../internal/qr-path.js';
import { printStyles } from './qr-sheet.styles.js';

export { sheetStyles } from './qr-sheet.styles.js';

/** What the sheet shows, in the reader's language. */
export interface QrWords {
  readonly title: string;
  readonly offer: string;
  readonly clinic: string;
  readonly image: string;
  readonly save: string;
  readonly print: string;
  readonly close: string;
}

/** A link as a code that a phone's camera reads, with all that can be done with it. */
export interface QrSheet {
  /** What stands in the dialog. */
  render(close: () => void): TemplateResult;
  /** While it is open, printing the page prints the code alone; answers how to end that. */
  standInForPage(): () => void;
}

/** Makes the sheet for a link. */
export function qrSheet(link: string, fileName: string, words: QrWords): QrSheet {
  const modules = qrModules(link);
  const save = () => saveFile(new Blob([qrFile(modules)], { type: 'image/svg+xml' }), fileName);
  return {
    render: (close) => html`
      <div class="head">
        <p class="quiet">${words.clinic}</p>
        <button class="button close" part="button" aria-label=${words.close} @click=${close}>
          ${closeIcon}
        </button>
      </div>
      <h2 class="title" id="qr-title" part="title">${words.title}</h2>
      ${qrDrawing(modules, words.image)}
      <p class="address" part="message">${link}</p>
      <div class="actions">
        <button class="button secondary" part="button" @click=${save}>${words.save}</button>
        <button class="button secondary" part="button" @click=${() => window.print()}>
          ${words.print}
        </button>
      </div>
    `,
    standInForPage: () => standInForPage(modules, link, words),
  };
}

const closeIcon = html`<svg
  viewBox="0 0 20 20"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linecap="round"
  aria-hidden="true"
>
  <path d="m5 5 10 10M15 5 5 15"></path>
</svg>`;

/**
 * Puts the code at the end of the body, to be seen on paper only, and takes the rest of the page
 * off the paper. A dialog inside a shadow tree can't be printed alone.
 */
function standInForPage(modules: QrModules, link: string, words: QrWords): () => void {
  const paper = document.createElement('div');
  paper.dataset['afterglowPaper'] = '';
  paper.setAttribute('aria-hidden', 'true');
  render(
    html`<p>${words.clinic}</p>
      <h1>${words.offer}</h1>
      ${qrDrawing(modules, words.image)}
      <p>${link}</p>`,
    paper,
  );
  const { styleSheet } = printStyles;
  document.body.append(paper);
  if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
  return () => {
    paper.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== styleSheet);
  };
}

/** Gives a file to the browser as a download. */
function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // Not at once: Safari begins the download a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
