import { svg, type SVGTemplateResult } from 'lit';

/** An icon of 20 px in strokes of the text's color; decoration, so it is hidden from readers. */
const icon = (path: string): SVGTemplateResult => svg`<svg
  viewBox="0 0 20 20"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
><path d=${path}></path></svg>`;

/** Two sheets, one behind the other. */
export const copyIcon = icon('M7 7h9v9H7zM13 7V4H4v9h3');

/** A tick. */
export const doneIcon = icon('m4.5 10.5 4 4 7-8.5');

/** Three corners of a QR code and some of its modules. */
export const qrIcon = icon(
  'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM12 12h.01M16 12h.01M14 14h.01M12 16h.01M16 16h.01',
);
