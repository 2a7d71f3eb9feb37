import { html, render, type TemplateResult } from 'lit';
import { qrDrawing, qrModules } from '../internal/qr-drawing.js';
import { qrFile, qrPath, qrSide, type QrModules } from '../internal/qr-path.js';
import { printStyles } from './qr-sheet.styles.js';

export { sheetStyles } from './qr-sheet.styles.js';

/** What the sheet shows, in the reader's language. */
export interface QrWords {
  readonly title: string;
  readonly offer: string;
  readonly clinic: string;
  readonly image: string;
  readonly savePicture: string;
  readonly saveDrawing: string;
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

/**
 * Makes the sheet for a link.
 *
 * @param fileName - What a saved code is called, without its ending.
 */
export function qrSheet(link: string, fileName: string, words: QrWords): QrSheet {
  const modules = qrModules(link);
  const savePicture = () => {
    qrPicture(modules).toBlob((file) => file && saveFile(file, `${fileName}.png`));
  };
  const saveDrawing = () => {
    saveFile(new Blob([qrFile(modules)], { type: 'image/svg+xml' }), `${fileName}.svg`);
  };
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
        <button class="button secondary" part="button" @click=${savePicture}>
          ${words.savePicture}
        </button>
        <button class="button secondary" part="button" @click=${saveDrawing}>
          ${words.saveDrawing}
        </button>
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

/** Sharp on the paper of a card; px on a side, rounded up to whole pixels a module. */
const pictureSide = 1_000;

/** The code as pixels, for a photo library, a chat, and programs that take no drawing. */
function qrPicture(modules: QrModules): HTMLCanvasElement {
  const side = qrSide(modules);
  const scale = Math.ceil(pictureSide / side);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * scale;
  // Null only where the canvas has been asked for another kind of context before.
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.fillStyle = '#000';
  context.fill(new Path2D(qrPath(modules)));
  return canvas;
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
