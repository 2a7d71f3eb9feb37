import type { Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { RowsController, waitingRows } from '../internal/rows.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { styles } from './earn-list.styles.js';
import { earnWords } from './earn-list-words.js';
import { neverEarns, waysToEarn, type Way, type Wording } from './ways.js';

/**
 * How points are earned, by the rules of the clinic's own program. Works signed out; it needs the
 * program alone. Who is signed in sees what is still ahead.
 *
 * @tag earn-list
 * @slot - A line under the list, such as a link to the terms.
 * @csspart card - The box.
 * @csspart title - The heading.
 * @csspart list - The ways to earn.
 * @csspart item - One of them.
 * @csspart label - Its name.
 * @csspart amount - What it gives.
 * @csspart button - The button that shows all of them.
 * @csspart message - What earns nothing; that there is nothing to earn.
 * @cssproperty [--earn-list-color=inherit] - Color of what each way gives.
 * @cssstate waiting - No program yet; the height is already the final one.
 * @cssstate empty - The program has no way to earn.
 * @cssstate ready - The ways to earn are shown.
 * @cssstate failed - The program could not be loaded; a button tries again.
 */
export class EarnListElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['earn-list'])),
    styles,
  ];
  static override words = [pageWords, earnWords];

  /** The member who reads it. Left unset, the one whose page it is, if any. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** How many ways are shown before "Show all". */
  @property({ type: Number }) rows = 4;

  /** The day whose rules are shown, `YYYY-MM-DD`. Left unset, the clinic's today. */
  @property({ attribute: 'as-of' }) asOf?: string | undefined;

  readonly #member = new MemberController(this);
  readonly #rows = new RowsController(this, '.row');

  protected override get waitingKey(): WordKey {
    return 'earn.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#ways().length === 0;
  }

  protected override renderWaiting() {
    return waitingRows(this.say(this.waitingKey), Math.min(4, this.rows));
  }

  protected override renderEmpty() {
    return html`
      <p class="quiet line" part="message">${this.say('earn.empty')}</p>
      <slot></slot>
    `;
  }

  protected override renderReady() {
    const ways = this.#ways();
    const shown = this.#rows.shownOf(ways);
    const isWhole = shown.length === ways.length;
    return html`
      ${this.renderTitle(this.say('earn.title', { points: this.#points }))}
      <ul part="list">
        ${shown.map((way) => this.#renderWay(way))}
      </ul>
      ${isWhole ? this.#renderNever() : this.#renderShowAll(ways.length)}
      <slot></slot>
    `;
  }

  #renderWay({ name, details, figure }: Way) {
    return html`<li class="row" part="item" tabindex="-1">
      <div class="facts">
        <div class="name" part="label">${name}</div>
        ${details.length > 0 ? html`<div class="quiet">${details.join('\u00a0· ')}</div>` : nothing}
      </div>
      ${
        figure
          ? html`<div class="gain" part="amount">
              <span class="main"
                >${figure.main}${
                  figure.spoken ? html`<span class="hidden"> ${figure.spoken}</span>` : nothing
                }</span
              >
              <span class="quiet">${figure.unit}</span>
            </div>`
          : nothing
      }
    </li>`;
  }

  #renderNever() {
    const program = this.clinic.value;
    const what = program && neverEarns(program, this.#wording);
    if (!what) return nothing;

    return html`<p class="quiet never" part="message">
      ${this.say('earn.none', { points: this.#points, what })}
    </p>`;
  }

  #renderShowAll(count: number) {
    return html`<button class="button tertiary all" part="button" @click=${this.#rows.showAll}>
      ${this.say('earn.all', { count })}
    </button>`;
  }

  #ways(): readonly Way[] {
    const program = this.clinic.value;
    if (!program) return [];
    return waysToEarn(
      program,
      {
        today: this.#today,
        visits: this.#member.value?.visits,
        // Not while somebody may turn out to be signed in.
        mayJoin: !this.page || this.#member.state === 'signed-out',
      },
      this.#wording,
    );
  }

  get #today(): string {
    const zone = this.clinic.value?.clinic.timeZone;
    return this.asOf ?? dayIn(zone, this.#member.value?.asOf);
  }

  get #points(): string {
    return this.text(this.clinic.value?.points.name ?? '');
  }

  get #wording(): Wording {
    const today = this.#today;
    return {
      say: (key, args) => this.say(key, args),
      text: (text) => this.text(text),
      money: (money) => this.money(money),
      number: (value) => this.number(value),
      day: (day) => this.day(day, today),
    };
  }
}

/**
 * The day that it is at the clinic. The member's answer carries the clinic's clock; who is signed out
 * goes by the device's.
 */
function dayIn(timeZone: string | undefined, asOf: string | undefined): string {
  const now = asOf === undefined ? new Date() : new Date(asOf);
  const parts = new Intl.DateTimeFormat('en', {
    ...(timeZone === undefined ? {} : { timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'earn-list': EarnListElement;
  }
}
