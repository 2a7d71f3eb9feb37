import { outward } from '../internal/life-events.js';

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
    'glow-claimed': GlowClaimedEvent;
    'glow-claim-returned': GlowClaimReturnedEvent;
  }
}
