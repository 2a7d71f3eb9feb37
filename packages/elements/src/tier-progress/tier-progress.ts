import type { Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { filledShares } from './filled-shares.js';
import { styles } from './tier-progress.styles.js';
import { progressWords } from './tier-progress-words.js';

type Tier = Summary['tier']['current'];

/** From this many days before a tier is lost on, it is said what keeps it and what goes with it. */
const soonDays = 90;
const dayMs = 86_400_000;

/**
 * How far the next tier is and by when, and what would be lost and when.
 *
 * @tag tier-progress
 * @slot - A line under the card, such as a link to the tiers.
 * @csspart card - The box.
 * @csspart title - What is missing for the next tier.
 * @csspart amount - What was spent so far, in words.
 * @csspart bar - The spend so far, with a tick at each threshold.
 * @csspart list - The tiers under the bar.
 * @csspart item - One of them.
 * @csspart message - Until when the tier is kept and what keeps it; what the next one unlocks.
 * @csspart button - Signs in, or tries again.
 * @cssproperty [--tier-progress-color=var(--glow-color-brand-fill-loud)] - The spend in the bar.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - The program has no tiers.
 * @cssstate ready - The progress is shown.
 * @cssstate failed - The progress could not be loaded; a button tries again.
 * @cssstate stale - The last known progress, marked as such.
 */
export class TierProgressElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['tier-progress'])),
    styles,
  ];
  static override words = [pageWords, progressWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** Leaves out until when the tier is kept and what keeps it. */
  @property({ type: Boolean, attribute: 'no-risk' }) noRisk = false;

  readonly #member = new MemberController(this);
  #memberId: string | undefined;
  #missing: number | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'progress.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'progress.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#member.value?.tier.current === null;
  }

  protected override renderWaiting() {
    return html`
      <span class="hidden">${this.say(this.waitingKey)}</span>
      <span class="block wide"></span><span class="block short"></span>
      <span class="block thin"></span>
    `;
  }

  protected override renderEmpty() {
    return html`
      <p class="quiet line" part="message">${this.say('progress.empty')}</p>
      <slot></slot>
    `;
  }

  /** A stale answer says so where it otherwise says what is at risk. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderReady() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    return html`
      <div>
        ${this.renderTitle(this.#headline(summary))}
        <p class="quiet" part="amount">${this.#spend(summary)}</p>
      </div>
      ${this.#renderBar(summary)}
      <slot></slot>
      ${this.#renderRisk(summary)}
    `;
  }

  #headline({ tier, asOf }: Summary): string {
    const { current, next, missing, missingBy } = tier;
    if (!next || !missing)
      return this.say('progress.top', { tier: this.text(current?.name ?? '') });

    const args = { money: this.money(missing), tier: this.text(next.name) };
    return missingBy
      ? this.say('progress.missing-by', { ...args, day: this.day(missingBy, asOf) })
      : this.say('progress.missing', args);
  }

  #spend({ tier }: Summary): string {
    const count = this.clinic.value?.tiers.windowMonths ?? 12;
    return this.say('progress.spend', { money: this.money(tier.spend), count });
  }

  /** One stretch for each tier, so that a tick stands over the name of the tier that it opens. */
  #renderBar({ tier }: Summary) {
    const levels = this.clinic.value?.tiers.levels ?? [];
    const { current, next, spend } = tier;
    const goal = next ?? current;
    if (!goal) return nothing;

    const reached = Math.min(Math.max(0, spend.amount), goal.threshold.amount);
    const inWords = { money: this.money({ ...spend, amount: reached }) };
    return html`<div class="scale">
      <div
        class="bar"
        part="bar"
        role="meter"
        aria-label=${this.say('progress.meter', { tier: this.text(goal.name) })}
        aria-valuemin="0"
        aria-valuemax=${goal.threshold.amount}
        aria-valuenow=${reached}
        aria-valuetext=${this.say('progress.of', { ...inWords, goal: this.money(goal.threshold) })}
      >
        ${levels.map(() => html`<span class="stretch"><span class="fill"></span></span>`)}
      </div>
      <ol class="levels" part="list">
        ${levels.map(({ id, name, threshold }) => {
          const isMine = id === current?.id;
          return html`<li class=${isMine ? 'mine' : ''} part="item">
            <span class="name"
              >${this.text(name)}${
                isMine ? html`<span class="hidden"> (${this.say('progress.mine')})</span>` : nothing
              }</span
            >
            <span class="threshold">${this.money(threshold)}</span>
          </li>`;
        })}
      </ol>
    </div>`;
  }

  /** What is kept and until when; below it what would go with it, or what the next tier unlocks. */
  #renderRisk(summary: Summary) {
    if (this.state === 'stale') {
      return html`<p class="quiet risk" part="message">${this.say('face.stale')}</p>`;
    }
    const { current, next, keptUntil } = summary.tier;
    const isAtRisk = keptUntil !== null && daysUntil(keptUntil, summary.asOf) <= soonDays;
    const lines = [
      !this.noRisk && this.#renderKept(summary, isAtRisk),
      isAtRisk && !this.noRisk
        ? this.#benefits('progress.at-risk', current)
        : this.#benefits('progress.unlocks', next),
    ].filter(Boolean);
    if (lines.length === 0) return nothing;

    return html`<div class="quiet risk" part="message">
      ${lines.map((line) => html`<p>${line}</p> `)}
    </div>`;
  }

  #renderKept({ tier, asOf }: Summary, isAtRisk: boolean) {
    const { current, keptUntil, givenUntil, toKeep } = tier;
    const until = givenUntil ?? keptUntil;
    if (!current || !until) return undefined;

    const args = { tier: this.text(current.name), day: this.day(until, asOf) };
    if (givenUntil) return this.say('progress.given', args);

    const kept = this.say('progress.kept', args);
    if (!isAtRisk || !toKeep) return kept;
    return html`${kept}
      <span class="keep">${this.say('progress.keep', { money: this.money(toKeep) })}</span>`;
  }

  #benefits(key: 'progress.at-risk' | 'progress.unlocks', tier: Tier): string | undefined {
    const level = this.clinic.value?.tiers.levels.find(({ id }) => id === tier?.id);
    if (!level || level.benefits.length === 0) return undefined;

    const benefits = level.benefits.map(({ name }) => this.text(name)).join('\u00a0· ');
    return this.say(key, { tier: this.text(level.name), benefits });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const summary = this.#member.value;
    if (!summary) return;

    const levels = this.clinic.value?.tiers.levels ?? [];
    const shares = filledShares(summary.tier.spend.amount, levels);
    this.renderRoot.querySelectorAll<HTMLElement>('.fill').forEach((fill, index) => {
      fill.style.setProperty('inline-size', `${(shares[index] ?? 0) * 100}%`);
    });
    this.#announceChange(summary);
  }

  /** Says what a visit made of the way to the next tier; that a tier was reached, tier-badge says. */
  #announceChange({ member, tier }: Summary): void {
    const { next, missing } = tier;
    const isNews = member.id === this.#memberId && missing && missing.amount !== this.#missing;
    this.#memberId = member.id;
    this.#missing = missing?.amount;
    if (!isNews || !next) return;

    this.announce(
      this.say('progress.changed', { money: this.money(missing), tier: this.text(next.name) }),
    );
  }
}

/** Whole days from the clinic's now to a day. */
function daysUntil(day: string, asOf: string): number {
  return (Date.parse(day) - Date.parse(asOf.slice(0, 10))) / dayMs;
}

declare global {
  interface HTMLElementTagNameMap {
    'tier-progress': TierProgressElement;
  }
}
