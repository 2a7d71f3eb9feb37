import blush from '@afterglow/elements/themes/blush.css?inline';
import clay from '@afterglow/elements/themes/clay.css?inline';
import clinical from '@afterglow/elements/themes/clinical.css?inline';
import night from '@afterglow/elements/themes/night.css?inline';
import paper from '@afterglow/elements/themes/paper.css?inline';
import type { BrandName } from './brands.js';

/** The ready themes as their files have them. */
export const readyThemes: Readonly<Record<BrandName, string>> = {
  paper,
  clinical,
  night,
  blush,
  clay,
};

const worn = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, worn];

/** Puts a theme's stylesheet on the page in place of the one before; undefined takes it away. */
export function wear(css: string | undefined): void {
  worn.replaceSync(css ?? '');
}
