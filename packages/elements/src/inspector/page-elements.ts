import { GlowElement } from '../internal/base.js';

/** Events after which an element may show another face. */
const newFaces = [
  'glow-ready',
  'glow-failed',
  'glow-signed-in',
  'glow-signed-out',
  'glow-joined',
] as const;

/**
 * The elements of a page, in its order. Those inside of another one of ours are a part of it: no
 * rule of the page reaches them but through it.
 */
export function findElements(root: ParentNode = document): readonly GlowElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element instanceof GlowElement) return [element];
    return element.shadowRoot ? findElements(element.shadowRoot) : [];
  });
}

/** The outermost element of ours on the way of an event. */
export function elementUnder(event: Event): GlowElement | undefined {
  const on = event.composedPath().filter((target) => target instanceof GlowElement);
  return on.at(-1);
}

/** Calls `listener` when an element comes, goes or shows another face; for as long as the page lives. */
export function watchElements(listener: () => void): void {
  const awaited = new Set<string>();
  let isAnnounced = false;
  const soon = () => {
    if (isAnnounced) return;
    isAnnounced = true;
    requestAnimationFrame(() => {
      isAnnounced = false;
      for (const { localName } of document.querySelectorAll(':not(:defined)')) {
        if (awaited.has(localName)) continue;
        awaited.add(localName);
        void customElements.whenDefined(localName).then(soon);
      }
      listener();
    });
  };
  new MutationObserver(soon).observe(document, { childList: true, subtree: true });
  for (const type of newFaces) document.addEventListener(type, soon);
  soon();
}
