import type { Summary } from '@afterglow/contract';
import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { reserved } from '../internal/reserved.styles.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { CountingController } from '../internal/counting.js';
import { styles } from './points-balance.styles.js';
import { pointsWords } from './points-balance-words.js';

/**
 * The member's points, what they are worth, and the day the next of them lapse.
 *
 * @tag points-balance
 * @slot - A line under the figure, such as a link to the rewards.
 * @csspart card - The box.
 * @csspart label - The name of the points, above the figure.
 * @csspart amount - The figure.
 * @csspart worth - What the points are worth in money.
 * @csspart expiry - The line with the day, or that the balance is stale; no day with `no-expiry`.
 * @csspart message - What is said in place of the figure, signed out or after a failure.
 * @csspart button - Signs in, or tries again.
 * @cssproperty [--points-balance-color=inherit] - Color of the figure.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - A member without any points so far.
 * @cssstate ready - The balance is shown.
 * @cssstate failed - The balance could not be loaded; a button tries again.
 * @cssstate stale - The last known balance, marked as such.
 */
export class PointsBalanceElement extends GlowElement {
  static override styles = [hostStyles, cardStyles, reserved('points-balance'), styles];
  static override words = [pageWords, pointsWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** Leaves out the line that says when the points lapse. */
  @property({ type: Boolean, attribute: 'no-expiry' }) noExpiry = false;

  /** Leaves out what the points are worth in money. */
  @property({ type: Boolean, attribute: 'no-worth' }) noWorth = false;

  readonly #member = new MemberController(this);
  readonly #figure = new CountingController(this);
  #memberId: string | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'points.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'points.waiting';
  }

  protected override isEmpty(): boolean {
    const summary = this.#member.value;
    return summary !== undefined && summary.points.balance === 0 && summary.entries.length === 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const summary = this.#member.value;
    if (summary?.member.id !== this.#memberId) {
      this.#memberId = summary?.member.id;
      this.#figure.reset();
    }
    if (!summary) return;

    const delta = this.#figure.set(summary.points.balance);
    if (delta !== 0) {
      const amount = this.number(summary.points.balance);
      this.announce(this.say('points.changed', { amount, points: this.#name() }));
    }
  }

  /** A stale balance says so where it otherwise names the day, so that it needs no further line. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderReady() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    const { balance } = summary.points;
    return html`
      <div class="quiet" part="label" aria-hidden="true">${this.#name()}</div>
      <div class="line-of-figure">
        <span class="hidden">${this.number(balance)} ${this.#name()}</span>
        <span class="figure" part="amount" aria-hidden="true"
          >${this.number(this.#figure.shown ?? balance)}</span
        >
        ${this.#renderDelta()} ${this.#renderWorth(summary)}
      </div>
      <slot></slot>
      ${this.noExpiry && this.state !== 'stale' ? nothing : this.#renderExpiry(summary)}
    `;
  }

  #renderDelta() {
    const { delta } = this.#figure;
    if (delta === 0) return nothing;

    return html`<span class="delta ${delta < 0 ? 'less' : ''}" aria-hidden="true"
      >${this.number(delta, 'exceptZero')}</span
    >`;
  }

  #renderWorth({ points }: Summary) {
    if (this.noWorth || points.value.amount <= 0) return nothing;

    const money = this.money(points.value);
    return html`<span class="quiet" part="worth">${this.say('points.worth', { money })}</span>`;
  }

  #renderExpiry(summary: Summary) {
    return html`<div class="quiet expiry" part="expiry">${this.#expiry(summary)}</div>`;
  }

  #expiry({ points, asOf }: Summary): string {
    if (this.state === 'stale') return this.say('face.stale');
    if (this.state === 'empty') return this.say('points.empty');
    if (points.balance < 0) return this.say('points.below-zero');
    if (!points.next) return this.say(points.balance === 0 ? 'points.empty' : 'points.kept');

    const { amount, on } = points.next;
    return this.say('points.lapse', { amount, day: this.day(on, asOf) });
  }

  #name(): string {
    const name = this.clinic.value?.points.name;
    return name === undefined ? '' : this.text(name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'points-balance': PointsBalanceElement;
  }
}
