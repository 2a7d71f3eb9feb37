import type { Summary } from '@afterglow/contract';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { reserved } from '../internal/reserved.styles.js';
import { pageWords } from '../internal/words.js';
import { emblem } from './emblem.js';
import { styles } from './tier-badge.styles.js';
import { tierWords } from './tier-badge-words.js';

type Benefit = NonNullable<GlowElement['program']>['tiers']['levels'][number]['benefits'][number];

/** Space kept free between the open sheet and the edge of the window, in px. */
const edge = 16;

/**
 * The member's tier as a small badge; pressed, it says what the tier unlocks and what is missing
 * for the next one.
 *
 * @tag tier-badge
 * @csspart badge - The pill.
 * @csspart card - The sheet that opens under it.
 * @csspart title - The heading of the sheet.
 * @csspart list - What the tier unlocks.
 * @csspart item - One of these things.
 * @csspart message - What is missing for the next tier.
 * @cssproperty [--tier-badge-background=var(--glow-color-brand-fill-quiet)] - Fill of the pill.
 * @cssproperty [--tier-badge-color=var(--glow-color-brand-on-quiet)] - Text of the pill.
 * @cssstate signed-out - Nobody is signed in; pressing leads to the sign-in.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - A member without a tier, where the program has no tier from zero on.
 * @cssstate ready - The tier is shown.
 * @cssstate failed - The tier could not be loaded; pressing tries again.
 * @cssstate stale - The last known tier, marked as such.
 */
export class TierBadgeElement extends GlowElement {
  static override styles = [hostStyles, reserved('tier-badge'), styles];
  static override words = [pageWords, tierWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** Whether the sheet is open. */
  @property({ type: Boolean }) open = false;

  @query('.sheet') private readonly sheet!: HTMLElement | null;
  @query('.pill') private readonly pill!: HTMLElement | null;

  readonly #member = new MemberController(this);
  #said: string | undefined;

  protected override get sources() {
    return [this.#member, this.clinic];
  }

  protected override isEmpty(): boolean {
    return this.#member.value?.tier.current === null;
  }

  protected override renderCard(content: unknown) {
    return html`<span class="card" tabindex="-1">${content}</span>`;
  }

  protected override renderSignedOut() {
    return html`<button class="pill still" part="badge" @click=${this.requestSignIn}>
      ${emblem(1)} ${this.say('tier.signed-out')}
    </button>`;
  }

  protected override renderWaiting() {
    return html`<span class="pill blank" part="badge"
      ><span class="hidden">${this.say('tier.waiting')}</span>&nbsp;</span
    >`;
  }

  protected override renderFailed() {
    return html`<button class="pill still plain" part="badge" @click=${this.retry}>
      ${this.say('tier.failed')}
    </button>`;
  }

  protected override renderEmpty() {
    return html`<span class="pill still plain" part="badge">${this.say('tier.none')}</span>`;
  }

  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderReady() {
    const current = this.#member.value?.tier.current;
    if (!current) return nothing;

    const tier = this.text(current.name);
    return html`
      <button
        class="pill ${this.state === 'stale' ? 'aged' : ''}"
        part="badge"
        aria-expanded=${this.open}
        aria-controls="sheet"
        aria-label=${this.say('tier.open', { tier })}
        @click=${this.#toggle}
      >
        ${emblem(current.rank)} <span class="name">${tier}</span>
      </button>
      <div
        class="sheet"
        id="sheet"
        part="card"
        role="region"
        aria-labelledby="title"
        ?hidden=${!this.open}
      >
        ${this.open ? this.#renderSheet(tier) : nothing}
      </div>
    `;
  }

  #renderSheet(tier: string) {
    const benefits = this.#benefits();
    return html`
      <div class="title" id="title" part="title" role="heading" aria-level=${this.headingLevel}>
        ${this.say('tier.unlocks', { tier })}
      </div>
      ${
        benefits.length === 0
          ? html`<p>${this.say('tier.unlocks-nothing')}</p>`
          : html`<ul class="benefits" part="list">
              ${benefits.map((benefit) => this.#renderBenefit(benefit))}
            </ul>`
      }
      ${this.#renderNext()}
    `;
  }

  #renderBenefit(benefit: Benefit) {
    const name = this.text(benefit.name);
    const count = benefit.perQuarter;
    return html`<li part="item">
      <svg
        class="tick"
        viewBox="0 0 16 24"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d="m3 12.5 3.5 3.5L13 8.5"></path>
      </svg>
      <span>${count ? this.say('tier.per-quarter', { name, count }) : name}</span>
    </li>`;
  }

  #renderNext() {
    const summary = this.#member.value;
    if (!summary) return nothing;

    const { next, missing, keptUntil } = summary.tier;
    return html`<div class="quiet next" part="message">
      ${
        next && missing
          ? html`<p>
              ${this.say('tier.missing', { money: this.money(missing), tier: this.text(next.name) })}
            </p>`
          : html`<p>${this.say('tier.top')}</p>`
      }
      ${
        keptUntil
          ? html`<p>${this.say('tier.kept-until', { day: this.day(keptUntil, summary.asOf) })}</p>`
          : nothing
      }
      ${this.state === 'stale' ? html`<p>${this.say('face.stale')}</p>` : nothing}
    </div>`;
  }

  #benefits(): readonly Benefit[] {
    const id = this.#member.value?.tier.current?.id;
    return this.clinic.value?.tiers.levels.find((level) => level.id === id)?.benefits ?? [];
  }

  readonly #toggle = () => {
    this.open = !this.open;
  };

  /** Escape closes and gives the focus back to what opened it. */
  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.pill?.focus();
  };

  readonly #onPressElsewhere = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#announceChange();
    if (!changed.has('open')) return;

    document.removeEventListener('pointerdown', this.#onPressElsewhere);
    if (this.open) {
      document.addEventListener('pointerdown', this.#onPressElsewhere);
      this.#keepInsideWindow();
    }
  }

  #announceChange(): void {
    const current = this.#member.value?.tier.current;
    if (!current || current.id === this.#said) return;
    if (this.#said !== undefined) {
      this.announce(this.say('tier.changed', { tier: this.text(current.name) }));
    }
    this.#said = current.id;
  }

  /** Moves the sheet back by as much as it stands out of the window, on either side. */
  #keepInsideWindow(): void {
    const { sheet } = this;
    if (!sheet) return;

    sheet.style.setProperty('--_shift', '0px');
    const { left, right } = sheet.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const shift = Math.min(0, width - edge - right) + Math.max(0, edge - left);
    sheet.style.setProperty('--_shift', `${shift}px`);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.renderRoot.addEventListener('keydown', this.#onKeydown as EventListener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.open = false;
    document.removeEventListener('pointerdown', this.#onPressElsewhere);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tier-badge': TierBadgeElement;
  }
}
