import { html, svg, type TemplateResult } from 'lit';
import qrcode from 'qrcode';
import { qrPath, qrSide, type QrModules } from './qr-path.js';

/** The modules of a code for a text. Loads the package qrcode: import this file by `import()` only. */
export function qrModules(text: string): QrModules {
  // M: a tenth of a print may be dirty, and the code is still read.
  return qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
}

/**
 * A code as a drawing of class `code`: dark on white in both schemes, since many scanners want it so.
 *
 * @param label - What a screen reader says in its place.
 */
export function qrDrawing(modules: QrModules, label: string): TemplateResult {
  const side = qrSide(modules);
  return html`<svg
    class="code"
    viewBox="0 0 ${side} ${side}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<path fill="#fff" d="M0 0h${side}v${side}H0z"></path><path d=${qrPath(modules)}></path>`}
  </svg>`;
}
