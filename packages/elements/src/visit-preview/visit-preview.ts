import type { CheckoutLine, Summary, VisitPreview } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import type { FaceSource } from '../internal/face.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { linesFrom, type VisitLineInput } from './visit-lines.js';
import { styles } from './visit-preview.styles.js';
import { previewWords } from './visit-preview-words.js';

/** An answer, and what it was asked for. */
interface Answered {
  readonly lines: string;
  readonly memberId: string | undefined;
  readonly preview: VisitPreview;
}

/**
 * On the booking page: what this visit earns, which tier it reaches, and what is left to pay. Signed in
 * it is what the till would say, by one request for each visit that is chosen; signed out it is what
 * the program's plain rates give at least.
 *
 * @tag visit-preview
 * @slot - A line under the card's text, such as how points are earned.
 * @csspart card - The box.
 * @csspart label - The line above the figure.
 * @csspart amount - The points.
 * @csspart unit - The name of the points.
 * @csspart message - The tier, what is left to pay, or what to do.
 * @csspart button - The way to the sign-in, or to try again.
 * @cssproperty [--visit-preview-color=inherit] - Color of the figure.
 * @cssstate signed-out - What the visit earns at least, and the way to the sign-in.
 * @cssstate waiting - No answer yet; the height is already the final one.
 * @cssstate empty - No treatment is chosen.
 * @cssstate ready - What the visit earns this member.
 * @cssstate failed - It could not be reckoned; a button tries again.
 * @cssstate stale - The last known answer for this visit, marked as such.
 */
export class VisitPreviewElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['visit-preview'])),
    styles,
  ];
  static override words = [pageWords, previewWords];

  /**
   * Codes of treatments, with spaces between. Each has the price that the program's calculator knows, or
   * one of its own in minor units after a colon: `FACIAL TOX:56000`.
   */
  @property() treatments = '';

  /** The id of a select whose chosen option says in `data-treatments` what `treatments` would. */
  @property({ attribute: 'for' }) htmlFor = '';

  /** The lines of the bill, for more than treatments; goes before `treatments`. */
  @property({ attribute: false }) lines?: readonly VisitLineInput[] | undefined;

  /** The member who books. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** An answer given by hand, in place of the server's. */
  @property({ attribute: false }) preview?: VisitPreview | undefined;

  @state() private answered: Answered | undefined;
  @state() private fault: string | undefined;

  readonly #member = new MemberController(this);
  /** What the last question was about. */
  #asked: string | undefined;
  #said: string | undefined;
  #select: HTMLSelectElement | undefined;

  protected override get sources(): readonly FaceSource[] {
    const own = this.#ownState;
    const isOut = this.#member.state === 'signed-out';
    // Without a treatment it says so to everybody; signed out there is a figure to wait for too.
    if (this.#lines.length === 0 || (isOut && own.state !== 'ready')) return [this.clinic, own];
    return [this.#member, this.clinic, own];
  }

  get #ownState(): FaceSource {
    if (this.preview || this.#lines.length === 0) return { state: 'ready', code: undefined };
    if (this.fault && !this.#isCurrent) return { state: 'failed', code: this.fault };
    const state = this.#shown ? (this.fault ? 'stale' : 'ready') : 'waiting';
    return { state, code: this.fault };
  }

  protected override get waitingKey(): WordKey {
    return 'preview.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /** What failed here is asked again; what else failed, the page reads again. */
  override async retry(): Promise<void> {
    this.fault = undefined;
    this.#asked = undefined;
    await super.retry();
  }

  protected override renderEmpty() {
    return html`<p class="quiet line" part="message">${this.say('preview.choose')}</p>
      <slot></slot>`;
  }

  protected override renderSignedOut() {
    return this.#renderFigure(
      'preview.least',
      html`<p class="quiet" part="message">${this.say('preview.signed-out')}</p>
        <button class="button tertiary sign-in" part="button" @click=${this.requestSignIn}>
          ${this.say('face.sign-in')}
        </button>`,
    );
  }

  /** A stale answer says so under what it knows. */
  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderReady() {
    const note = this.state === 'stale' ? this.say('face.stale') : this.#dueText;
    return this.#renderFigure(
      'preview.label',
      note ? html`<p class="quiet" part="message">${note}</p>` : nothing,
    );
  }

  #renderFigure(label: 'preview.label' | 'preview.least', after: unknown) {
    const shown = this.#shown;
    if (!shown) return nothing;

    const { points, rises } = shown.earns;
    const tier = this.#tierText;
    return html`
      <p class="quiet" part="label">${this.say(label)}</p>
      <p class="line-of-figure ${this.#isCurrent ? '' : 'old'}" aria-busy=${!this.#isCurrent}>
        <span class="figure" part="amount">${this.number(points)}</span>
        <span class="quiet" part="unit">${this.#name}</span>
      </p>
      <slot></slot>
      <div class="after">
        ${tier ? html`<p class="quiet ${rises ? 'rises' : ''}" part="message">${tier}</p>` : nothing}
        ${after}
      </div>
    `;
  }

  get #name(): string {
    return this.text(this.clinic.value?.points.name ?? '');
  }

  get #tierText(): string {
    const { tier, rises, next, missing } = this.#shown?.earns ?? {};
    if (!tier) return '';
    const args = { tier: this.text(tier.name) };
    if (rises) {
      return this.say(this.#member.value ? 'preview.rises' : 'preview.alone', args);
    }
    if (next && missing) {
      const money = this.money(missing);
      return this.say('preview.missing', { money, tier: this.text(next.name) });
    }
    return this.#member.value ? this.say('preview.top', args) : '';
  }

  /** What is left to pay, where something of the member's pays a part. */
  get #dueText(): string {
    const due = this.#shown?.due;
    const total = this.#lines.reduce((sum, { listPrice }) => sum + listPrice.amount, 0);
    return due && due.amount < total ? this.say('preview.due', { money: this.money(due) }) : '';
  }

  get #lines(): readonly CheckoutLine[] {
    const program = this.clinic.value;
    if (!program) return [];
    const chosen = this.#select?.selectedOptions[0]?.dataset['treatments'];
    const lines = this.lines ?? linesFrom(chosen ?? this.treatments, program);
    return lines.map((line, index) => ({ lineId: `${index + 1}`, quantity: 1, ...line }));
  }

  /** What is on screen: the answer, also that of the visit before, but never another person's. */
  get #shown(): VisitPreview | undefined {
    if (this.preview) return this.preview;
    const { answered } = this;
    return answered?.memberId === this.#member.value?.member.id ? answered?.preview : undefined;
  }

  /** Whether what is on screen is about the visit that is chosen now. */
  get #isCurrent(): boolean {
    return (
      this.preview !== undefined ||
      (this.#shown !== undefined && this.answered?.lines === JSON.stringify(this.#lines))
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('change', this.#onChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('change', this.#onChange);
  }

  readonly #onChange = ({ target }: Event) => {
    if (target === this.#select) this.requestUpdate();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const found = this.htmlFor ? root.getElementById(this.htmlFor) : null;
    this.#select = found instanceof HTMLSelectElement ? found : undefined;
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    void this.#ask();
    if (this.#isCurrent && this.state !== 'waiting') this.#announceChange();
  }

  /** Asks once for each visit, and again when the member's account has changed. */
  async #ask(): Promise<void> {
    const { page } = this;
    const program = this.clinic.value;
    const summary = this.#member.value;
    const lines = this.#lines;
    const isKnown = summary || this.#member.state === 'signed-out';
    if (!page || !program || !isKnown || lines.length === 0 || this.preview) return;

    const key = JSON.stringify([lines, summary && { ...summary, asOf: '' }]);
    if (key === this.#asked) return;
    this.#asked = key;
    try {
      const preview = summary
        ? await (await import('./member-preview.js')).memberPreview(page, lines)
        : (await import('./public-preview.js')).publicPreview(program, lines, Date.now());
      if (key !== this.#asked) return;
      this.answered = {
        lines: JSON.stringify(lines),
        memberId: summary?.member.id,
        preview,
      };
      this.fault = undefined;
    } catch (error) {
      // What has no code is code that could not be loaded: the network again.
      const { code } = error as { code?: unknown };
      if (key === this.#asked) this.fault = typeof code === 'string' ? code : 'network';
    }
  }

  #announceChange(): void {
    const amount = this.#shown?.earns.points ?? 0;
    const text = this.say('preview.changed', { amount, points: this.#name, tier: this.#tierText });
    if (this.#said !== undefined && text !== this.#said) this.announce(text.trim());
    this.#said = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-preview': VisitPreviewElement;
  }
}
