import type { Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { tellOfBooking } from '../internal/book-event.js';
import { bookingAddress, endingFirst } from '../internal/booking.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { RowsController, waitingRows } from '../internal/rows.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { styles } from './offer-list.styles.js';
import { offerWords } from './offer-list-words.js';

type Offer = Summary['offers'][number];

/** From this many days before its end on, an offer says how many are left. */
const soonDays = 14;
const dayMs = 86_400_000;

/**
 * The offers that the member has, each like a ticket: what it is, until when, and the way to booking
 * with it attached.
 *
 * @tag offer-list
 * @slot - A line under the offers, such as what they can be used for.
 * @fires {GlowBookEvent} glow-book - Somebody is about to book with an offer; cancel it to open a dialog.
 * @csspart card - The box.
 * @csspart title - The heading.
 * @csspart list - The offers.
 * @csspart item - One of them.
 * @csspart amount - What it takes off.
 * @csspart label - Its name.
 * @csspart button - The way to booking; the button that shows all offers.
 * @csspart message - That there is no offer, or that the list may be out of date.
 * @cssproperty [--offer-list-background=var(--glow-color-brand-fill-quiet)] - The part with the amount.
 * @cssproperty [--offer-list-color=var(--glow-color-brand-on-quiet)] - The amount.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - The member has no offer.
 * @cssstate ready - The offers are shown.
 * @cssstate failed - The offers could not be loaded; a button tries again.
 * @cssstate stale - The last known offers, marked as such.
 */
export class OfferListElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['offer-list'])),
    styles,
  ];
  static override words = [pageWords, offerWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** How many offers are shown before "Show all". */
  @property({ type: Number }) rows = 2;

  /** Leaves out the way to booking. */
  @property({ type: Boolean, attribute: 'no-booking' }) noBooking = false;

  readonly #member = new MemberController(this);
  readonly #rows = new RowsController(this, '.ticket');
  #memberId: string | undefined;
  #known: ReadonlySet<string> | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'offers.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'offers.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#member.value?.offers.length === 0;
  }

  protected override renderWaiting() {
    return waitingRows(this.say(this.waitingKey), Math.min(2, this.rows));
  }

  protected override renderEmpty() {
    return html`
      ${this.renderTitle(this.say('offers.title'))}
      <p class="quiet line" part="message">${this.say('offers.empty')}</p>
      <slot></slot>
    `;
  }

  /** What is out of date is said in place of the button that shows all. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderReady() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    const offers = endingFirst(summary.offers);
    const shown = this.#rows.shownOf(offers, summary.member.id);
    return html`
      ${this.renderTitle(this.say('offers.title'))}
      <ul part="list">
        ${shown.map((offer) => this.#renderTicket(offer, summary.asOf))}
      </ul>
      ${this.#renderMore(shown.length < offers.length ? offers.length : 0)}
      <slot></slot>
    `;
  }

  /** @param count - How many offers there are, where some are not shown. */
  #renderMore(count: number) {
    if (this.state === 'stale') {
      return html`<p class="quiet" part="message">${this.say('face.stale')}</p>`;
    }
    if (count === 0) return nothing;
    return html`<button class="button tertiary all" part="button" @click=${this.#rows.showAll}>
      ${this.say('offers.all', { count })}
    </button>`;
  }

  #renderTicket(offer: Offer, asOf: string) {
    const { grant } = offer;
    const minimum = grant.kind === 'offer' && grant.minimum;
    return html`<li class="ticket" part="item" tabindex="-1">
      <div class="stub">${this.#renderWorth(offer)}</div>
      <div class="facts">
        <div class="name" part="label">${this.text(offer.name)}</div>
        ${
          minimum
            ? html`<div class="quiet">
                ${this.say('offers.minimum', { money: this.money(minimum) })}
              </div>`
            : nothing
        }
        ${this.#renderEnd(offer, asOf)}
      </div>
      ${this.#renderBook(offer)}
    </li>`;
  }

  /** What it takes off; a mark where it takes off no amount. */
  #renderWorth({ grant }: Offer) {
    const isCard = grant.kind === 'giftCard';
    const off = grant.kind === 'offer' ? grant.amountOff : isCard ? grant.amount : undefined;
    const percent = grant.kind === 'offer' ? grant.percentOff : undefined;
    const worth = off ? this.money(off) : percent && this.percent(percent / 100);
    if (!worth) return giftMark;
    return html`<span class="worth" part="amount">${worth}</span>
      <span class="unit">${this.say(isCard ? 'offers.gift-card' : 'offers.off')}</span>`;
  }

  #renderEnd({ expiresOn }: Offer, asOf: string) {
    if (!expiresOn) return html`<div class="quiet">${this.say('offers.no-end')}</div>`;

    const count = Math.round((Date.parse(expiresOn) - Date.parse(asOf.slice(0, 10))) / dayMs);
    const isSoon = count <= soonDays;
    const key = count <= 0 ? 'offers.today' : isSoon ? 'offers.soon' : 'offers.until';
    return html`<div class="quiet ${isSoon ? 'soon' : ''}">
      ${this.say(key, { count, day: this.day(expiresOn, asOf) })}
    </div>`;
  }

  #renderBook({ id, name }: Offer) {
    const link = this.clinic.value?.site.bookingUrl;
    const attached = { offer: id };
    const address = link && bookingAddress(link, attached);
    if (!address || this.noBooking) return nothing;

    return html`<a
      class="button secondary book"
      part="button"
      href=${address}
      aria-label=${this.say('offers.book-with', { name: this.text(name) })}
      @click=${(press: Event) => tellOfBooking(press, address, attached)}
      >${this.say('offers.book')}</a
    >`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const summary = this.#member.value;
    if (summary) this.#announceNew(summary);
  }

  /** Says what came, to those who hear the page. */
  #announceNew({ member, offers }: Summary): void {
    const before = member.id === this.#memberId ? this.#known : undefined;
    this.#memberId = member.id;
    this.#known = new Set(offers.map(({ id }) => id));
    const said = offers
      .filter(({ id }) => before && !before.has(id))
      .map(({ name }) => this.say('offers.new', { name: this.text(name) }));
    if (said.length > 0) this.announce(said.join(' '));
  }
}

/** A small parcel. */
const giftMark = html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <path
    d="M4 11h16v9H4zM3 7.5h18V11H3zM12 7.5V20M12 7.5c-4 0-6-4-3.5-4.5S12 7.5 12 7.5s1-5 3.5-4.5S16 7.5 12 7.5"
  ></path>
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'offer-list': OfferListElement;
  }
}
