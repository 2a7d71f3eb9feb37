import type { RewardOffer, Summary, Voucher } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { GlowClaimedEvent, GlowClaimReturnedEvent } from './claim-events.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { waitingRows } from '../internal/rows.js';
import { pageWords, type WordKey } from '../internal/words.js';
import type { ClaimSheet, OpenKeys, SheetHost } from './claim-sheet.js';
import { styles } from './reward-list.styles.js';
import { rewardWords } from './reward-list-words.js';
import { firstRows, rewardRows, type RewardRow, type RewardStanding } from './reward-rows.js';

/** How long before its end a voucher is marked: two weeks. */
const soonMs = 14 * 86_400_000;

/**
 * What the member's points can be claimed for, and the vouchers that are there to be used. Who is
 * signed out sees the clinic's rewards with what they cost.
 *
 * @tag reward-list
 * @slot - A line under the rewards, such as how points are earned.
 * @fires {GlowClaimedEvent} glow-claimed - A reward was claimed here; its voucher is shown.
 * @fires {GlowClaimReturnedEvent} glow-claim-returned - A voucher was given back here.
 * @fires {GlowBookEvent} glow-book - Somebody is about to book; cancel it to open a dialog of your own.
 * @csspart card - The box; the dialog has it too.
 * @csspart title - The heading, and that of the dialog.
 * @csspart list - Vouchers and rewards.
 * @csspart item - One voucher or reward.
 * @csspart label - Its name.
 * @csspart amount - Its price in points.
 * @csspart code - The letters of a voucher's code.
 * @csspart button - Each button, and the way to booking.
 * @csspart message - What was given back, what went wrong, or that there is nothing to claim.
 * @cssstate signed-out - Nobody is signed in; the program's rewards are shown, if it has any.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - The program has no rewards, and there is no voucher.
 * @cssstate ready - The rewards are shown.
 * @cssstate failed - The rewards could not be loaded; a button tries again.
 * @cssstate stale - The last known rewards, marked as such.
 */
export class RewardListElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['reward-list'])),
    styles,
  ];
  static override words = [pageWords, rewardWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** How many vouchers and rewards are shown before "Show all". */
  @property({ type: Number }) rows = 3;

  @state() private showsAll = false;
  @state() private sheet: ClaimSheet | undefined;
  /** What was just given back. */
  @state() private returned: Voucher | undefined;
  @state() private notOpened = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #member = new MemberController(this);
  readonly #keys: OpenKeys = new Map();
  #memberId: string | undefined;
  /** What takes the focus when it is drawn. */
  #focus: string | undefined;
  /** What was to take it and is not there yet; the heading has it so long, until somebody moves on. */
  #awaited: string | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override get signedOutKey(): WordKey {
    return 'rewards.signed-out';
  }

  protected override get waitingKey(): WordKey {
    return 'rewards.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** What is out of date is said in place of the balance. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderWaiting() {
    return waitingRows(this.say(this.waitingKey), Math.min(3, this.rows));
  }

  protected override renderEmpty() {
    return html`
      ${this.renderTitle(this.say('rewards.title'))}
      <p class="quiet" part="message">${this.say('rewards.empty')}</p>
      <slot></slot>
    `;
  }

  /** A stranger sees what there is to get, in the clinic's own order. */
  protected override renderSignedOut() {
    if (!this.clinic.value) return this.renderWaiting();
    return this.isEmpty() ? super.renderSignedOut() : this.renderReady();
  }

  protected override renderReady() {
    const all = this.#all;
    const shown = this.showsAll ? all : firstRows(all, Math.max(1, this.rows));
    return html`
      <div class="head">${this.renderTitle(this.say('rewards.title'))} ${this.#renderNote()}</div>
      <ul part="list">
        ${shown.map((row) => ('voucher' in row ? this.#renderVoucher(row.voucher) : this.#renderReward(row)))}
      </ul>
      ${this.#renderFoot(shown.length < all.length ? all.length : 0)}
      <slot></slot>
      <dialog
        aria-labelledby="sheet-title"
        @pointerdown=${this.#onBackdrop}
        @close=${this.#onClosed}
      >
        <div class="inside" part="card">${this.sheet?.render()}</div>
      </dialog>
    `;
  }

  #renderNote() {
    if (this.notOpened) {
      return html`<p class="quiet fault" part="message">${this.say('rewards.not-opened')}</p>`;
    }
    if (this.returned) {
      return html`<p class="quiet note" part="message">${this.#returnedText(this.returned)}</p>`;
    }
    if (this.state === 'stale') {
      return html`<p class="quiet" part="message">${this.say('face.stale')}</p>`;
    }
    if (this.state === 'signed-out') {
      return html`<p class="quiet" part="message">${this.say(this.signedOutKey)}</p>`;
    }
    return html`<p class="quiet">
      ${this.say('rewards.balance', { points: this.#points(this.#balance) })}
    </p>`;
  }

  #renderVoucher(voucher: Voucher) {
    const name = this.text(voucher.name);
    const { expiresOn } = voucher;
    const asOf = this.#member.value?.asOf ?? '';
    const isSoon = expiresOn !== null && Date.parse(expiresOn) - Date.parse(asOf) <= soonMs;
    return html`<li class="row" part="item" tabindex="-1">
      <div class="facts">
        <div class="name" part="label">${name}</div>
        <div class="quiet ${isSoon ? 'soon' : 'yours'}">
          ${
            expiresOn
              ? this.say('rewards.yours', { day: this.day(expiresOn, asOf) })
              : this.say('rewards.yours-no-end')
          }
        </div>
      </div>
      <button
        class="button secondary do"
        part="button"
        aria-haspopup="dialog"
        aria-label=${this.say('rewards.show-named', { name })}
        data-id=${voucher.id}
        @click=${() => this.#open(voucher)}
      >
        ${this.say('rewards.show')}
      </button>
    </li>`;
  }

  #renderReward({ offer, standing }: Extract<RewardRow, { offer: unknown }>) {
    const name = this.text(offer.name);
    const isFar = standing && !standing.claimable;
    return html`<li class="row ${isFar ? 'far' : ''}" part="item" tabindex="-1">
      <div class="facts">
        <div class="name" part="label">${name}</div>
        <div class="quiet" part="amount">${this.#points(offer.costPoints)}</div>
      </div>
      ${
        standing?.claimable
          ? html`<button
              class="button secondary do"
              part="button"
              aria-haspopup="dialog"
              aria-label=${this.say('rewards.claim-named', { name })}
              @click=${() => this.#open(offer)}
            >
              ${this.say('rewards.claim')}
            </button>`
          : html`<span class="quiet why">${this.#why(offer, standing)}</span>`
      }
    </li>`;
  }

  /** @param count - How many there are, where not all are shown; else 0. */
  #renderFoot(count: number) {
    const showAll = count > 0 ? this.#renderShowAll(count) : nothing;
    if (this.state !== 'signed-out') return showAll;
    return html`<div class="foot">
      ${showAll}
      <button class="button secondary do" part="button" @click=${this.requestSignIn}>
        ${this.say('face.sign-in')}
      </button>
    </div>`;
  }

  #renderShowAll(count: number) {
    return html`<button class="button tertiary all" part="button" @click=${this.#showAll}>
      ${this.say('rewards.all', { count })}
    </button>`;
  }

  /** What is in the way, in a few words; of a stranger it is known who may claim at all. */
  #why({ tier, vipOnly }: RewardOffer, standing: RewardStanding | undefined): string {
    const level = this.clinic.value?.tiers.levels.find(({ id }) => id === tier);
    const { reason, missingPoints = 0 } = standing ?? {
      reason: level ? 'tier_too_low' : vipOnly && 'vip_only',
    };
    switch (reason) {
      case undefined:
      case false:
        return '';
      case 'points_insufficient':
        return this.say('rewards.missing', this.#pointArgs(missingPoints));
      case 'tier_too_low':
        return this.say('rewards.tier', { tier: level ? this.text(level.name) : '' });
      case 'vip_only':
        return this.say('rewards.vip');
      case 'claim_limit_reached':
      case 'cash_cap_reached':
        return this.say('rewards.again');
      case 'balance_negative':
        return this.say('rewards.below-zero');
      default:
        return this.say('rewards.unavailable');
    }
  }

  get #all(): readonly RewardRow[] {
    const { value: program } = this.clinic;
    const { value: summary } = this.#member;
    return program ? rewardRows(program, summary) : [];
  }

  get #balance(): number {
    return this.#member.value?.points.balance ?? 0;
  }

  #pointArgs(amount: number) {
    return { count: amount, amount, points: this.text(this.clinic.value?.points.name ?? '') };
  }

  #points(amount: number): string {
    return this.say('rewards.points', this.#pointArgs(amount));
  }

  #returnedText({ name, costPoints }: Voucher): string {
    return this.say('rewards.returned', {
      name: this.text(name),
      points: this.#points(costPoints),
    });
  }

  /** The button is gone then: the focus goes to the first row that it brought. */
  readonly #showAll = () => {
    this.#focus = `.row:nth-child(${Math.max(1, this.rows) + 1})`;
    this.showsAll = true;
  };

  /** Everything that claims comes at the first touch. */
  async #open(about: RewardOffer | Voucher): Promise<void> {
    const { page } = this;
    const module = await import('./claim-sheet.js').catch(() => undefined);
    this.returned = undefined;
    this.notOpened = !module;
    if (this.notOpened) this.announce(this.say('rewards.not-opened'));
    if (!module || !page) return;

    this.#adopt(module.sheetStyles.styleSheet);
    this.sheet = new module.ClaimSheet(this.#sheetHost(page), about, this.#keys);
    await this.updateComplete;
    if (!this.dialog || this.dialog.open) return;
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('#sheet-title')?.focus();
  }

  #sheetHost(page: SheetHost['page']): SheetHost {
    return {
      page,
      balance: () => this.#balance,
      holds: ({ id }) => this.#member.value?.vouchers.some((one) => one.id === id) ?? false,
      bookingUrl: () => this.clinic.value?.site.bookingUrl ?? '',
      say: this.say.bind(this),
      text: this.text.bind(this),
      points: this.#points.bind(this),
      day: (day) => this.day(day, this.#member.value?.asOf),
      announce: this.announce.bind(this),
      changed: (moved) => {
        if (moved && this.sheet) this.#focus = '#sheet-title';
        this.requestUpdate();
      },
      claimed: ({ id, reward }) => this.dispatchEvent(new GlowClaimedEvent(reward, id)),
      returned: (voucher) => {
        this.returned = voucher;
        this.#close();
        this.#focus = '.title';
        this.announce(this.#returnedText(voucher));
        this.dispatchEvent(new GlowClaimReturnedEvent(voucher.reward, voucher.id));
      },
      close: this.#close,
    };
  }

  /** The dialog's own event waits for a frame, which a page in the background never gets. */
  readonly #close = () => {
    this.dialog?.close();
    this.#onClosed();
  };

  readonly #onBackdrop = (event: Event) => {
    if (event.target === this.dialog) this.#close();
  };

  /** The row of a new voucher takes the focus: what was pressed may be gone. */
  readonly #onClosed = () => {
    const { voucher } = this.sheet ?? {};
    if (voucher) this.#focus = `[data-id="${voucher.id}"]`;
    this.sheet = undefined;
  };

  /** The styles of the dialog come with it. */
  #adopt(sheet: CSSStyleSheet | undefined): void {
    const root = this.shadowRoot;
    if (!root || !sheet || root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** What was opened for one member is not shown to another. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const id = this.#member.value?.member.id;
    if (id === this.#memberId) return;
    this.#memberId = id;
    this.#keys.clear();
    this.sheet = undefined;
    this.returned = undefined;
    this.dialog?.close();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    const title = find('.title');
    const isOnTitle = title !== null && title === this.shadowRoot?.activeElement;
    const wanted = this.#focus ?? (isOnTitle ? this.#awaited : undefined);
    this.#focus = undefined;
    this.#awaited = undefined;
    if (!wanted) return;
    const found = find(wanted);
    if (!found) this.#awaited = wanted;
    (found ?? title)?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sheet = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reward-list': RewardListElement;
  }
}
