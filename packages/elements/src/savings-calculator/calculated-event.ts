import { outward } from '../internal/life-events.js';

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

declare global {
  interface GlobalEventHandlersEventMap {
    'glow-calculated': GlowCalculatedEvent;
  }
}
