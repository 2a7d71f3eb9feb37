import { outward } from '../internal/life-events.js';

/** A fact: a member signed in on this page. */
export class GlowSignedInEvent extends Event {
  static readonly type = 'glow-signed-in';
  /** The member's opaque id. */
  readonly memberId: string;

  constructor(memberId: string) {
    super(GlowSignedInEvent.type, outward);
    this.memberId = memberId;
  }
}

/** A fact: nobody is signed in any longer. */
export class GlowSignedOutEvent extends Event {
  static readonly type = 'glow-signed-out';

  constructor() {
    super(GlowSignedOutEvent.type, outward);
  }
}

/** A fact: the person who just signed in became a member by it. Comes before `glow-signed-in`. */
export class GlowJoinedEvent extends Event {
  static readonly type = 'glow-joined';
  /** The member's opaque id. */
  readonly memberId: string;

  constructor(memberId: string) {
    super(GlowJoinedEvent.type, outward);
    this.memberId = memberId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'glow-signed-in': GlowSignedInEvent;
    'glow-signed-out': GlowSignedOutEvent;
    'glow-joined': GlowJoinedEvent;
  }
}
