import type { PublicProgram, Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { RowsController } from '../internal/rows.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { styles } from './membership-credit.styles.js';
import { creditWords } from './membership-credit-words.js';

type Membership = NonNullable<Summary['membership']>;
type Lot = Summary['credit']['lots'][number];

/** From this many days before its end on, credit is marked. */
const soonDays = 30;
const dayMs = 86_400_000;

/**
 * The credit that a member has banked: how much, when each part of it ends, when the next comes, and
 * the terms. Who has no membership sees which there are, and from which visit on.
 *
 * @tag membership-credit
 * @slot - A line under the card, such as a link to the memberships.
 * @csspart card - The box.
 * @csspart title - The heading: the membership's name.
 * @csspart amount - The credit.
 * @csspart list - The parts of the credit by their end; the memberships that there are.
 * @csspart item - One of them.
 * @csspart label - The name of a membership.
 * @csspart button - The button that shows all parts.
 * @csspart terms - The terms, opened on demand.
 * @csspart message - When the next credit comes; that the membership is paused or has ended.
 * @cssproperty [--membership-credit-color=inherit] - Color of the figure.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - A member without credit and without a membership.
 * @cssstate ready - The credit is shown.
 * @cssstate failed - The credit could not be loaded; a button tries again.
 * @cssstate stale - The last known credit, marked as such.
 */
export class MembershipCreditElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['membership-credit'])),
    styles,
  ];
  static override words = [pageWords, creditWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** How many parts of the credit are shown before "Show all". */
  @property({ type: Number }) rows = 3;

  readonly #member = new MemberController(this);
  readonly #rows = new RowsController(this, '.lot');
  #memberId: string | undefined;
  #balance: number | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'credit.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'credit.waiting';
  }

  protected override isEmpty(): boolean {
    const summary = this.#member.value;
    if (!summary) return false;

    const { membership, credit } = summary;
    const isMember = membership !== null && membership.status !== 'ended';
    return !isMember && credit.balance.amount === 0 && credit.lots.length === 0;
  }

  /** Stands where the next credit is named otherwise, so that it needs no further line. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderEmpty() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    return html`
      ${this.renderTitle(this.say('credit.title'))}
      <p class="quiet" part="message">${this.say('credit.empty')}</p>
      ${this.#renderPlans(summary)}
      <slot></slot>
    `;
  }

  protected override renderReady() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    const { membership, credit } = summary;
    return html`
      ${this.renderTitle(membership ? this.text(membership.name) : this.say('credit.title'))}
      <div class="line-of-figure">
        <span class="figure" part="amount">${this.money(credit.balance)}</span>
        <span class="quiet">${this.say('credit.usable')}</span>
      </div>
      ${this.#renderState(summary)} ${this.#renderLots(summary)}
      ${membership ? this.#renderTerms(membership) : nothing}
      <slot></slot>
    `;
  }

  #renderState(summary: Summary) {
    const text = this.#stateInWords(summary);
    return text === '' ? nothing : html`<p class="quiet" part="message">${text}</p>`;
  }

  #stateInWords({ membership, credit, asOf }: Summary): string {
    if (this.state === 'stale') return this.say('face.stale');
    if (credit.balance.amount < 0) return this.say('credit.below-zero');
    if (membership?.status === 'paused') return this.say('credit.paused');
    if (membership?.status === 'ended') return this.say('credit.ended');
    if (!membership?.nextCreditOn) return '';

    const money = this.money(membership.bankedCredit);
    return this.say('credit.next', { money, day: this.day(membership.nextCreditOn, asOf) });
  }

  #renderLots({ credit, member, asOf }: Summary) {
    const lots = credit.lots.filter(({ amount }) => amount.amount > 0).sort(endingFirst);
    if (lots.length === 0) return nothing;

    const shown = this.#rows.shownOf(lots, member.id);
    return html`<ul class="lots" part="list">
        ${shown.map((lot) => this.#renderLot(lot, asOf))}
      </ul>
      ${
        shown.length < lots.length
          ? html`<button class="button tertiary all" part="button" @click=${this.#rows.showAll}>
              ${this.say('credit.all', { count: lots.length })}
            </button>`
          : nothing
      }`;
  }

  #renderLot({ amount, expiresOn }: Lot, asOf: string) {
    const isSoon = expiresOn !== null && daysUntil(expiresOn, asOf) <= soonDays;
    return html`<li class="lot" part="item" tabindex="-1">
      <span class="part">${this.money(amount)}</span>
      <span class="quiet ${isSoon ? 'soon' : ''}"
        >${
          expiresOn
            ? this.say('credit.until', { day: this.day(expiresOn, asOf) })
            : this.say('credit.no-end')
        }</span
      >
    </li>`;
  }

  /** The terms that the member started by, the numbers first, then the clinic's words. */
  #renderTerms({ plan, name, bankedCredit, rollsForMonths, terms }: Membership) {
    const money = this.money(bankedCredit);
    return html`<details class="terms" part="terms">
      <summary>${this.say('credit.terms', { plan: this.text(name) })}</summary>
      <p>${this.say('credit.rolls', { money, count: rollsForMonths })} ${this.#perk(plan)}</p>
      ${terms ? html`<p class="quiet">${this.text(terms)}</p>` : nothing}
    </details>`;
  }

  /** What a patient could move to, in the order of the program. */
  #renderPlans({ membershipPlans }: Summary) {
    const plans = (this.clinic.value?.memberships ?? []).flatMap((offer) => {
      const standing = membershipPlans.find(({ plan }) => plan === offer.code);
      return standing ? [{ offer, missingVisits: standing.missingVisits }] : [];
    });
    if (plans.length === 0) return nothing;

    return html`<ul class="plans" part="list">
      ${plans.map(({ offer, missingVisits }) => this.#renderPlan(offer, missingVisits))}
    </ul>`;
  }

  #renderPlan(offer: PublicProgram['memberships'][number], missingVisits: number) {
    const [price, money] = [this.money(offer.price), this.money(offer.bankedCredit)];
    return html`<li class="plan" part="item">
      <div class="name" part="label">${this.text(offer.name)}</div>
      <p>${this.say('credit.plan', { price, money })} ${this.#perk(offer.code)}</p>
      <p class="quiet">
        ${
          missingVisits > 0
            ? this.say('credit.visits-left', { count: missingVisits })
            : this.say('credit.may-join')
        }
      </p>
    </li>`;
  }

  /** What a membership gives each quarter, in words; empty where that is nothing, or has no name. */
  #perk(code: string): string {
    const { perkPerQuarter: perk } =
      this.clinic.value?.memberships.find((plan) => plan.code === code) ?? {};
    return perk?.kind === 'offer' ? this.say('credit.perk', { perk: this.text(perk.name) }) : '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const summary = this.#member.value;
    if (summary) this.#announceChange(summary);
  }

  #announceChange({ member, credit }: Summary): void {
    const { amount } = credit.balance;
    const isNews = member.id === this.#memberId && amount !== this.#balance;
    this.#memberId = member.id;
    this.#balance = amount;
    if (isNews) this.announce(this.say('credit.changed', { money: this.money(credit.balance) }));
  }
}

/** What ends first is used first; what never ends comes last. */
function endingFirst(a: Lot, b: Lot): number {
  const end = ({ expiresOn }: Lot) => expiresOn ?? '9999-12-31';
  return end(a).localeCompare(end(b));
}

/** Whole days from the clinic's now to a day. */
function daysUntil(day: string, asOf: string): number {
  return (Date.parse(day) - Date.parse(asOf.slice(0, 10))) / dayMs;
}

declare global {
  interface HTMLElementTagNameMap {
    'membership-credit': MembershipCreditElement;
  }
}
