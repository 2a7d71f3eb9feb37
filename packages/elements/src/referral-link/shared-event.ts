import { outward } from '../internal/life-events.js';

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

declare global {
  interface GlobalEventHandlersEventMap {
    'glow-shared': GlowSharedEvent;
  }
}
