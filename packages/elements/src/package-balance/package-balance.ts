import type { PackageBalance, Summary } from '@afterglow/contract';
import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { tellOfBooking } from '../internal/book-event.js';
import { bookingAddress, endingFirst } from '../internal/booking.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { reserved } from '../internal/reserved.styles.js';
import { RowsController, waitingRows } from '../internal/rows.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { styles } from './package-balance.styles.js';
import { packagesWords } from './package-balance-words.js';
import { sessionsMark } from './sessions-mark.js';

/** From this many days before its end on, a package's last day is marked. */
const soonDays = 30;
const dayMs = 86_400_000;

/**
 * The prepaid packages of the member, with the sessions that are left in each, and the way to booking
 * with one of them attached.
 *
 * @tag package-balance
 * @slot - A line under the packages, such as a link to the packages on sale.
 * @fires {GlowBookEvent} glow-book - Somebody is about to book with a package; cancel it to open a dialog.
 * @csspart card - The box.
 * @csspart title - The heading.
 * @csspart list - The packages.
 * @csspart item - One package.
 * @csspart label - Its name.
 * @csspart amount - What is left of it, in words.
 * @csspart button - The way to booking; the button that shows all packages.
 * @csspart message - What is said where there is no package.
 * @cssproperty [--package-balance-color=var(--glow-color-brand-fill-loud)] - Sessions left.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - A member without packages.
 * @cssstate ready - The packages are shown.
 * @cssstate failed - The packages could not be loaded; a button tries again.
 * @cssstate stale - The last known packages, marked as such.
 */
export class PackageBalanceElement extends GlowElement {
  static override styles = [hostStyles, cardStyles, reserved('package-balance'), styles];
  static override words = [pageWords, packagesWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** How many packages are shown before "Show all". */
  @property({ type: Number }) rows = 3;

  /** Leaves out the way to booking beside each package. */
  @property({ type: Boolean, attribute: 'no-booking' }) noBooking = false;

  readonly #member = new MemberController(this);
  readonly #rows = new RowsController(this, '.row');
  #memberId: string | undefined;
  #left: ReadonlyMap<string, number> | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'packages.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'packages.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#member.value?.packages.length === 0;
  }

  protected override renderWaiting() {
    return waitingRows(this.say(this.waitingKey), Math.min(3, this.rows));
  }

  protected override renderEmpty() {
    return html`
      ${this.renderTitle(this.say('packages.title'))}
      <p class="quiet line" part="message">${this.say('packages.empty')}</p>
      <slot></slot>
    `;
  }

  protected override renderReady() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    const packages = usableFirst(summary.packages);
    const shown = this.#rows.shownOf(packages, summary.member.id);
    return html`
      ${this.renderTitle(this.say('packages.title'))}
      <ul class="rows" part="list">
        ${shown.map((item) => this.#renderRow(item, summary.asOf))}
      </ul>
      ${shown.length < packages.length ? this.#renderShowAll(packages.length) : nothing}
      <slot></slot>
    `;
  }

  #renderRow(item: PackageBalance, asOf: string) {
    const name = this.text(item.name);
    return html`<li class="row ${item.left === 0 ? 'over' : ''}" part="item" tabindex="-1">
      <div class="facts">
        <div class="name" part="label">${name}</div>
        <div class="count" part="amount">
          ${sessionsMark(item)} <span>${this.#leftInWords(item, asOf)}</span>
        </div>
        ${this.#renderEnd(item, asOf)}
      </div>
      ${item.left > 0 && !this.noBooking ? this.#renderBook(item.code, name) : nothing}
    </li>`;
  }

  #renderEnd(item: PackageBalance, asOf: string) {
    const { left, expiresOn } = item;
    const day = expiresOn ? this.day(expiresOn, asOf) : '';
    if (left === 0) {
      return isOver(item, asOf)
        ? html`<div class="quiet">${this.say('packages.expired', { day })}</div>`
        : nothing;
    }
    if (!expiresOn) return html`<div class="quiet">${this.say('packages.no-end')}</div>`;

    const soon = daysUntil(expiresOn, asOf) <= soonDays;
    return html`<div class="quiet ${soon ? 'soon' : ''}">
      ${this.say('packages.until', { day })}
    </div>`;
  }

  #renderBook(code: string, name: string) {
    const link = this.clinic.value?.site.bookingUrl;
    const attached = { package: code };
    const address = link && bookingAddress(link, attached);
    if (!address) return nothing;

    return html`<a
      class="button secondary book"
      part="button"
      href=${address}
      aria-label=${this.say('packages.book-with', { name })}
      @click=${(press: Event) => tellOfBooking(press, address, attached)}
      >${this.say('packages.book')}</a
    >`;
  }

  #renderShowAll(count: number) {
    return html`<button class="button tertiary all" part="button" @click=${this.#rows.showAll}>
      ${this.say('packages.all', { count })}
    </button>`;
  }

  #leftInWords(item: PackageBalance, asOf: string): string {
    const { left, total } = item;
    if (left > 0) return this.say('packages.left', { count: left, total });

    // What was lapsed and what was used is not told apart by the summary.
    return isOver(item, asOf)
      ? this.say('packages.none')
      : this.say('packages.none-left', { total });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const summary = this.#member.value;
    if (summary) this.#announceChanges(summary);
  }

  /** Says what a visit took or a purchase brought, to those who hear the page. */
  #announceChanges({ member, packages, asOf }: Summary): void {
    const before = member.id === this.#memberId ? this.#left : undefined;
    this.#memberId = member.id;
    this.#left = new Map(packages.map(({ id, left }) => [id, left]));
    if (!before) return;

    const said = packages
      .filter(({ id, left }) => before.get(id) !== left)
      .map((item) =>
        this.say('packages.changed', {
          name: this.text(item.name),
          left: this.#leftInWords(item, asOf),
        }),
      );
    if (said.length > 0) this.announce(said.join(' '));
  }
}

/** Packages with sessions left come first, in the order in which they end. */
export function usableFirst(packages: readonly PackageBalance[]): readonly PackageBalance[] {
  const isUsed = ({ left }: PackageBalance) => Number(left === 0);
  return [...endingFirst(packages)].sort((a, b) => isUsed(a) - isUsed(b));
}

/** Whether the last day of a package lies before the clinic's now. */
function isOver({ expiresOn }: PackageBalance, asOf: string): boolean {
  return expiresOn !== null && daysUntil(expiresOn, asOf) < 0;
}

/** Whole days from the clinic's now to a day; below zero when it is over. */
function daysUntil(day: string, asOf: string): number {
  return Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`)) / dayMs,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'package-balance': PackageBalanceElement;
  }
}
