import type { Entry, Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { waitingRows } from '../internal/rows.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { joinEntries, localDay, shortDay, type Loaded } from './history.js';
import { styles } from './points-history.styles.js';
import { historyWords } from './points-history-words.js';
import { amountIn, wordReason, type Speaker } from './reason.js';

/** How many entries the summary carries: where there are fewer, there are no others. */
const inSummary = 5;

/**
 * What came and went, with the reason of each: points, credit, and sessions of packages.
 *
 * @tag points-history
 * @slot - A line under the entries, such as whom to ask.
 * @csspart card - The box.
 * @csspart title - The heading.
 * @csspart list - The entries.
 * @csspart item - One entry.
 * @csspart date - The day of an entry.
 * @csspart label - What it was for.
 * @csspart amount - Its figure with its sign.
 * @csspart button - The buttons that show balances, and more.
 * @csspart message - That there is nothing yet, or what went wrong.
 * @cssproperty [--points-history-color=var(--glow-color-positive-on-quiet)] - What was added.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - A member without entries.
 * @cssstate ready - The entries are shown.
 * @cssstate failed - The entries could not be loaded; a button tries again.
 * @cssstate stale - The last known entries, marked as such.
 */
export class PointsHistoryElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['points-history'])),
    styles,
  ];
  static override words = [pageWords, historyWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** Shows the balance after each entry from the start; a button does it otherwise. */
  @property({ type: Boolean }) balances = false;

  @state() private loaded: Loaded | undefined;
  @state() private isLoading = false;
  @state() private notLoaded = false;

  readonly #member = new MemberController(this);
  #memberId: string | undefined;
  /** The row that takes the focus once older ones are there. */
  #focusRow: number | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'history.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'history.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#member.value?.entries.length === 0;
  }

  /** What is out of date is said in place of the button for balances. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderWaiting() {
    return waitingRows(this.say(this.waitingKey), inSummary);
  }

  protected override renderEmpty() {
    return html`
      ${this.renderTitle(this.say('history.title'))}
      <p class="quiet" part="message">${this.say('history.empty')}</p>
      <slot></slot>
    `;
  }

  protected override renderReady() {
    const { clinic } = this.clinic.value ?? {};
    const summary = this.#member.value;
    if (!clinic || !summary) return nothing;

    const { entries } = joinEntries(summary.entries, this.loaded);
    const days = entries.map(({ at }) => localDay(at, clinic.timeZone));
    return html`
      <div class="head">${this.renderTitle(this.say('history.title'))} ${this.#renderSwitch()}</div>
      <ol class=${this.balances ? 'with-balances' : ''} part="list">
        ${entries.map((entry, index) => this.#renderEntry(entry, days[index] ?? '', days[index - 1]))}
      </ol>
      ${this.#renderMore()}
      <slot></slot>
    `;
  }

  #renderSwitch() {
    if (this.state === 'stale') {
      return html`<p class="quiet" part="message">${this.say('face.stale')}</p>`;
    }
    return html`<button
      class="button tertiary switch"
      part="button"
      aria-pressed=${this.balances}
      @click=${() => (this.balances = !this.balances)}
    >
      ${this.say('history.balances')}
    </button>`;
  }

  /** @param before - The day of the row above; the same day is written once and still heard. */
  #renderEntry(entry: Entry, day: string, before: string | undefined) {
    const { title, detail } = wordReason(entry, this.#names, this.#speaker);
    const isSame = day === before;
    return html`<li class="row ${isSame ? 'same' : ''}" part="item" tabindex="-1">
      <time class="quiet date" part="date" datetime=${day}>
        <span class=${isSame ? 'hidden' : ''}
          >${shortDay(day, this.language ?? 'en', this.#member.value?.asOf ?? '')}</span
        >
      </time>
      <div class="facts">
        <div class="name" part="label">${title}</div>
        ${detail ? html`<div class="quiet">${detail}</div>` : nothing}
      </div>
      <div class="figures">
        <div class="amount ${entry.amount > 0 ? 'more' : ''}" part="amount">
          ${this.#signed(entry)}
        </div>
        ${
          this.balances
            ? html`<div class="quiet">
                ${this.say('history.after', { amount: this.#unsigned(entry) })}
              </div>`
            : nothing
        }
      </div>
    </li>`;
  }

  #renderMore() {
    if (this.notLoaded) {
      return html`<p class="quiet fault" part="message">${this.say('history.not-loaded')}</p>
        ${this.#renderMoreButton()}`;
    }
    return this.#hasMore ? this.#renderMoreButton() : nothing;
  }

  #renderMoreButton() {
    return html`<button
      class="button tertiary all"
      part="button"
      aria-disabled=${this.isLoading}
      @click=${this.#more}
    >
      ${this.say('history.more')}
    </button>`;
  }

  get #hasMore(): boolean {
    const newest = this.#member.value?.entries ?? [];
    const { isGap } = joinEntries(newest, this.loaded);
    return this.loaded && !isGap ? this.loaded.nextCursor !== null : newest.length >= inSummary;
  }

  /** The figure with its sign; points go without their name where all are points. */
  #signed(entry: Entry) {
    const { amount, asset } = entry;
    if (asset === 'credit') return this.money({ amount, currency: this.#currency }, 'exceptZero');
    if (asset !== 'points') {
      // One session and two are words without a figure in Arabic; the sign stands before them.
      return `${amount < 0 ? '−' : '+'}${amountIn(entry, Math.abs(amount), this.#speaker)}`;
    }

    const unit = this.text(this.clinic.value?.points.name ?? '');
    return html`${this.number(amount, 'exceptZero')}<span class="hidden"> ${unit}</span>`;
  }

  #unsigned(entry: Entry): string {
    return entry.asset === 'points'
      ? this.number(entry.balanceAfter)
      : amountIn(entry, entry.balanceAfter, this.#speaker);
  }

  get #currency(): string {
    return this.clinic.value?.clinic.currency ?? 'USD';
  }

  get #names() {
    const { earning = [], bonuses = [], rewards = [] } = this.clinic.value ?? {};
    return { earning, bonuses, rewards };
  }

  get #speaker(): Speaker {
    const { points } = this.clinic.value ?? {};
    const asOf = this.#member.value?.asOf;
    return {
      say: this.say.bind(this),
      text: this.text.bind(this),
      money: (amount) => this.money({ amount, currency: this.#currency }),
      points: (amount) =>
        this.say('history.points', {
          count: amount,
          amount,
          points: this.text(points?.name ?? ''),
        }),
      day: (day) => this.day(day, asOf),
      times: (percent) => this.number(percent / 100),
    };
  }

  /** The first press reads from the newest on, since the summary has no place to go on from. */
  readonly #more = async () => {
    const { page } = this;
    const summary = this.#member.value;
    if (this.isLoading || !page || !summary) return;

    this.isLoading = true;
    this.notLoaded = false;
    const { entries: shown, isGap } = joinEntries(summary.entries, this.loaded);
    const before = isGap ? undefined : this.loaded;
    try {
      const { moreEntries } = await import('./more-entries.js');
      const { data, nextCursor } = await moreEntries(page, before?.nextCursor ?? undefined);
      if (summary.member.id !== this.#memberId) return;
      this.loaded = { entries: [...(before?.entries ?? []), ...data], nextCursor };
      this.#focusRow = shown.length;
    } catch {
      this.notLoaded = true;
      this.announce(this.say('history.not-loaded'));
    } finally {
      this.isLoading = false;
    }
  };

  /** What was loaded for one member is not shown to another. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const id = this.#member.value?.member.id;
    if (id === this.#memberId) return;
    this.#memberId = id;
    this.loaded = undefined;
    this.notLoaded = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#focusRow === undefined || this.isLoading) return;
    this.renderRoot.querySelectorAll<HTMLElement>('.row').item(this.#focusRow)?.focus();
    this.#focusRow = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'points-history': PointsHistoryElement;
  }
}
