let region: HTMLElement | undefined;
let pending: ReturnType<typeof setTimeout> | undefined;

/** Long enough for a reader to be done with what the press of a button made it say. */
const settleMs = 150;

/**
 * Lets a screen reader say a change, politely, without moving anything. There is one live region
 * for the whole page; it stands at the end of the body, outside of any element's box. Not for
 * what a page shows when it is first loaded: nobody wants a page to talk by itself.
 */
export function announce(text: string): void {
  region ??= makeRegion();
  if (!region.isConnected) document.body.append(region);

  const target = region;
  target.textContent = '';
  clearTimeout(pending);
  pending = setTimeout(() => {
    target.textContent = text;
  }, settleMs);
}

function makeRegion(): HTMLElement {
  const made = document.createElement('div');
  made.setAttribute('role', 'status');
  made.setAttribute('aria-live', 'polite');
  made.dataset['afterglowAnnouncer'] = '';
  for (const [name, value] of [
    ['position', 'absolute'],
    ['inline-size', '1px'],
    ['block-size', '1px'],
    ['overflow', 'hidden'],
    ['clip-path', 'inset(50%)'],
    ['white-space', 'nowrap'],
  ] as const) {
    made.style.setProperty(name, value);
  }
  return made;
}
