import { MediaWidth } from './media-width.js';
import type { View } from './view.js';

/** What of a view a page can be given without loading it again. */
export type Look = Pick<View, 'language' | 'scheme' | 'width'>;

/** Puts looks on the page, one after another, and remembers the page's own. */
export class PageLook {
  readonly #sheet = new CSSStyleSheet();
  readonly #media = new MediaWidth();
  readonly #own: Readonly<Record<'lang' | 'dir', string | null>>;

  constructor() {
    const { documentElement: root } = document;
    this.#own = { lang: root.getAttribute('lang'), dir: root.getAttribute('dir') };
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** The page's own language, as it says it; empty where it says none. */
  get ownLanguage(): string {
    return this.#own.lang ?? '';
  }

  /**
   * Gives the page a look; what is undefined becomes the page's own again.
   *
   * @param besides - Rules that make room for the panel.
   */
  put({ language, scheme, width }: Look, besides = ''): void {
    const speaks = language !== undefined;
    setAttribute('lang', speaks ? language : this.#own.lang);
    setAttribute('dir', speaks ? (language === 'ar' ? 'rtl' : 'ltr') : this.#own.dir);
    this.#sheet.replaceSync(`${schemeRule(scheme)}${widthRule(width)}${besides}`);
    this.#media.put(width);
  }
}

/** Only where it differs: everything on the page hears of a change. */
function setAttribute(name: string, value: string | null): void {
  const { documentElement: root } = document;
  if (root.getAttribute(name) === value) return;
  if (value === null) root.removeAttribute(name);
  else root.setAttribute(name, value);
}

const schemeRule = (scheme: Look['scheme']) =>
  scheme ? `:root{color-scheme:${scheme}!important}` : '';

/** The body is the content; the window stays as it is. */
const widthRule = (width: Look['width']) =>
  width
    ? `body{box-sizing:border-box!important;inline-size:${width}px!important;min-inline-size:0!important;max-inline-size:none!important;margin-inline:auto!important}`
    : '';
