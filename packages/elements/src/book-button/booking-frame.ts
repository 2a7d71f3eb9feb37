import { warn } from '../internal/warning.js';

/**
 * Puts the booking page into an iframe of the page; loaded where the mode is `frame`.
 *
 * @param near - The element that names it: they stand in one tree.
 * @returns The iframe; undefined where there is none of that id.
 */
export function fillFrame(
  near: Element,
  id: string,
  address: string,
): HTMLIFrameElement | undefined {
  const frame = (near.getRootNode() as Document | ShadowRoot).getElementById(id);
  if (!(frame instanceof HTMLIFrameElement)) {
    warn(`book-button: there is no iframe with the id "${id}".`);
    return undefined;
  }
  if (frame.getAttribute('src') !== address) frame.src = address;
  return frame;
}
