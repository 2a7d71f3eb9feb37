import type { Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { styles } from './member-card.styles.js';
import { cardWords } from './member-card-words.js';

/**
 * The member's card for the front desk: a QR code of the member number, which a till reads as
 * `memberId`, with the name, the tier, whether one is a VIP, and the year. Dark on white in light and in dark pages.
 *
 * @tag member-card
 * @slot - A line at the end, such as the clinic's opening hours.
 * @csspart card - The box.
 * @csspart label - The clinic's name.
 * @csspart title - The member's first name.
 * @csspart item - The white paper with the code and the number.
 * @csspart amount - The member number.
 * @csspart message - What the card is for.
 * @csspart button - Signs in, or tries again.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate ready - The card is shown.
 * @cssstate failed - The card could not be loaded; a button tries again.
 * @cssstate stale - The last known card, marked as such; its code is still good.
 */
export class MemberCardElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['member-card'])),
    styles,
  ];
  static override words = [pageWords, cardWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  @state() private drawing: ((label: string) => TemplateResult) | undefined;
  @state() private isUndrawn = false;

  readonly #member = new MemberController(this);
  #drawnFor: string | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'card.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'card.waiting';
  }

  protected override renderWaiting() {
    return html`
      <span class="hidden">${this.say(this.waitingKey)}</span>
      <span class="block short"></span><span class="block"></span>
      <span class="block paper-block"></span>
    `;
  }

  protected override renderReady() {
    const summary = this.#member.value;
    const program = this.clinic.value;
    if (!summary || !program) return nothing;

    const { id, firstName, since } = summary.member;
    const tier = summary.tier.current;
    return html`
      <div class="pass">
        <div>
          <p class="quiet" part="label">${this.text(program.clinic.name)}</p>
          ${this.renderTitle(firstName ?? this.say('card.title'))}
          <p class="facts">
            ${tier ? html`<span class="tier">${this.text(tier.name)}</span>` : nothing}
            ${summary.vip ? html`<span class="tier">${this.say('card.vip')}</span>` : nothing}
            <span>${this.say('card.since', { year: since.slice(0, 4) })}</span>
          </p>
        </div>
        <div class="paper" part="item">
          ${this.#renderCode()}
          <p class="number" part="amount">
            <span class="hidden">${this.say('card.number')}</span> ${inHalves(id)}
          </p>
        </div>
        <p class="quiet show" part="message">${this.say('card.show')}</p>
      </div>
      <slot></slot>
    `;
  }

  #renderCode() {
    if (this.drawing) return this.drawing(this.say('card.image'));
    return html`<p class="place">${this.isUndrawn ? this.say('card.failed') : nothing}</p>`;
  }

  /** What draws codes is loaded when there is one to draw. */
  async #draw(id: string): Promise<void> {
    this.#drawnFor = id;
    this.drawing = undefined;
    this.isUndrawn = false;
    try {
      const { qrDrawing, qrModules } = await import('../internal/qr-drawing.js');
      const modules = qrModules(id);
      if (id === this.#drawnFor) this.drawing = (label) => qrDrawing(modules, label);
    } catch {
      // Without the network there is the number.
      if (id === this.#drawnFor) this.isUndrawn = true;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const id = this.#member.value?.member.id;
    if (id !== undefined && id !== this.#drawnFor) void this.#draw(id);
  }
}

/** Breaks in its middle where there is no room for one line, since four letters alone look lost. */
function inHalves(id: string): TemplateResult {
  const middle = id.length / 2;
  return html`${id.slice(0, middle)}<wbr />${id.slice(middle)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'member-card': MemberCardElement;
  }
}
