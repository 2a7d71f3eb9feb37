import type { Attached } from './booking.js';
import { outward } from './life-events.js';

/** A request in the present: somebody is about to book. Cancel it to open a dialog of your own. */
export class GlowBookEvent extends Event {
  static readonly type = 'glow-book';
  /** Where booking leads, with everything attached. */
  readonly url: string;
  /** The code of a friend's link. */
  readonly code: string | undefined;
  /** The offer's opaque id. */
  readonly offer: string | undefined;
  /** The package's code in the program. */
  readonly package: string | undefined;

  constructor(url: string, attached: Attached) {
    super(GlowBookEvent.type, { ...outward, cancelable: true });
    this.url = url;
    this.code = attached.code;
    this.offer = attached.offer;
    this.package = attached.package;
  }
}

/**
 * For the press of a link to booking: tells the page first, and stays where the page opens a dialog of its
 * own.
 */
export function tellOfBooking(press: Event, address: string, attached: Attached): void {
  const isOpen = press.currentTarget?.dispatchEvent(new GlowBookEvent(address, attached));
  if (!isOpen) press.preventDefault();
}

declare global {
  interface GlobalEventHandlersEventMap {
    'glow-book': GlowBookEvent;
  }
}
