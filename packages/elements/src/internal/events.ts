import { outward } from './life-events.js';

export { GlowFailedEvent, GlowReadyEvent, GlowSignInRequestEvent } from './life-events.js';

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

/** The ways in which a link can be shared. */
export type ShareKind = 'copy' | 'share' | 'sms' | 'email' | 'whatsapp' | 'qr';

/** A fact: the member's link was copied, shared or shown. */
export class GlowSharedEvent extends Event {
  static readonly type = 'glow-shared';
  /** How it was shared. */
  readonly kind: ShareKind;

  constructor(kind: ShareKind) {
    super(GlowSharedEvent.type, outward);
    this.kind = kind;
  }
}

/** A fact: a friend's offer was kept for a phone. */
export class GlowKeptEvent extends Event {
  static readonly type = 'glow-kept';

  constructor() {
    super(GlowKeptEvent.type, outward);
  }
}

/** A fact: the calculator has a new result, after somebody moved it. */
export class GlowCalculatedEvent extends Event {
  static readonly type = 'glow-calculated';
  /** Saving in a year, in minor units of `currency`. */
  readonly savingAmount: number;
  /** An ISO 4217 code. */
  readonly currency: string;

  constructor(saving: { amount: number; currency: string }) {
    super(GlowCalculatedEvent.type, outward);
    this.savingAmount = saving.amount;
    this.currency = saving.currency;
  }
}

/** A fact: a reward was claimed for points, and its voucher is there. */
export class GlowClaimedEvent extends Event {
  static readonly type = 'glow-claimed';
  /** The reward's id in the program. */
  readonly rewardId: string;
  /** The voucher's opaque id. */
  readonly voucherId: string;

  constructor(rewardId: string, voucherId: string) {
    super(GlowClaimedEvent.type, outward);
    this.rewardId = rewardId;
    this.voucherId = voucherId;
  }
}

/** A fact: a voucher was given back unused, and its points are there again. */
export class GlowClaimReturnedEvent extends Event {
  static readonly type = 'glow-claim-returned';
  /** The reward's id in the program. */
  readonly rewardId: string;
  /** The voucher's opaque id. */
  readonly voucherId: string;

  constructor(rewardId: string, voucherId: string) {
    super(GlowClaimReturnedEvent.type, outward);
    this.rewardId = rewardId;
    this.voucherId = voucherId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'glow-signed-in': GlowSignedInEvent;
    'glow-signed-out': GlowSignedOutEvent;
    'glow-joined': GlowJoinedEvent;
    'glow-shared': GlowSharedEvent;
    'glow-kept': GlowKeptEvent;
    'glow-calculated': GlowCalculatedEvent;
    'glow-claimed': GlowClaimedEvent;
    'glow-claim-returned': GlowClaimReturnedEvent;
  }
}
