import type { Face } from './faces.js';

/** What all events of Afterglow share: they bubble and leave shadow trees. */
export const outward: EventInit = { bubbles: true, composed: true };

/** A request in the present: somebody wants to sign in. Cancel it to open a sign-in of your own. */
export class GlowSignInRequestEvent extends Event {
  static readonly type = 'glow-sign-in-request';

  constructor() {
    super(GlowSignInRequestEvent.type, { ...outward, cancelable: true });
  }
}

/** Life: the element shows what it was asked for, for the first time or again. */
export class GlowReadyEvent extends Event {
  static readonly type = 'glow-ready';
  /** `ready` or `empty`. */
  readonly face: Face;

  constructor(face: Face) {
    super(GlowReadyEvent.type, outward);
    this.face = face;
  }
}

/** Life: the element can't show what it was asked for. */
export class GlowFailedEvent extends Event {
  static readonly type = 'glow-failed';
  /** A code of the error catalogue, such as `network` or `origin_not_allowed`. */
  readonly code: string;

  constructor(code: string) {
    super(GlowFailedEvent.type, outward);
    this.code = code;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'glow-sign-in-request': GlowSignInRequestEvent;
    'glow-ready': GlowReadyEvent;
    'glow-failed': GlowFailedEvent;
  }
}
