/** How long a story waits for what should appear before it says that it did not, in ms. */
const patienceMs = 8000;

/**
 * Waits until there is what a story goes on with, a frame at a time.
 *
 * @param what - Its name, for the error that Storybook shows on the story.
 */
export async function found<Found>(
  find: () => Found | null | undefined,
  what: string,
): Promise<Found> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const it = find();
    if (it) return it;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new TypeError(`The story waited in vain for ${what}.`);
}

/** Waits until an element's shadow tree has what the selector finds. */
export function appears<Found extends HTMLElement>(
  element: Element | null | undefined,
  selector: string,
): Promise<Found> {
  return found(
    () => element?.shadowRoot?.querySelector<Found>(selector),
    `${selector} in ${element?.localName}`,
  );
}

/** Writes into a field as somebody who types. */
export function write(field: HTMLInputElement, text: string): void {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
