import { ContextProvider } from '@lit/context';
import { render, type TemplateResult } from 'lit';
import { pageContext, type LoyaltyPage } from '../internal/page.js';

/** How the part of the page is that an element stands in. */
export interface Surroundings {
  /** Width in px; left out: that of the page. */
  readonly width?: number;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly scheme?: 'light' | 'dark';
}

/** A box in which elements belong to `page`; not in the document yet. */
export function stand(
  page: LoyaltyPage,
  content: TemplateResult,
  { width, lang, dir, scheme }: Surroundings = {},
): HTMLDivElement {
  const box = document.createElement('div');
  new ContextProvider(box, { context: pageContext, initialValue: page }).hostConnected();
  if (lang) box.lang = lang;
  if (dir) box.dir = dir;
  if (scheme) {
    box.style.setProperty('color-scheme', scheme);
    box.style.setProperty('background', scheme === 'dark' ? '#0e1211' : '#f7f5f1');
  }
  if (width) box.style.setProperty('inline-size', `${width}px`);
  box.style.setProperty('font-family', 'sans-serif');
  render(content, box);
  return box;
}
