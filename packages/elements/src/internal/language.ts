/**
 * The language that the page gives to an element: the nearest `lang` around it, also outside of
 * the shadow trees that it stands in; undefined when nobody says.
 */
export function nearestLanguage(from: Element): string | undefined {
  let at: Element | null = from;
  while (at) {
    const tagged: Element | null = at.closest('[lang]');
    const lang = tagged?.getAttribute('lang');
    if (lang) return lang;

    const root = (tagged ?? at).getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/**
 * Calls `listener` when `lang` or `dir` of the document change; one observer serves all elements.
 *
 * @returns Stops it.
 */
export function watchDocumentLanguage(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((each) => each()));
    observer.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
  }
  return () => listeners.delete(listener);
}
