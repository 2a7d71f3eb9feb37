import { outward } from '../internal/life-events.js';

/** A fact: a friend's offer was kept for a phone. */
export class GlowKeptEvent extends Event {
  static readonly type = 'glow-kept';

  constructor() {
    super(GlowKeptEvent.type, outward);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'glow-kept': GlowKeptEvent;
  }
}
