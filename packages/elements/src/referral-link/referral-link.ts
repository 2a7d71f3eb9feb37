import type { PublicProgram, Summary } from '@afterglow/contract';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { GlowSharedEvent, type ShareKind } from './shared-event.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { reserved } from '../internal/reserved.styles.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { copyIcon, doneIcon, qrIcon } from './icons.js';
import type { QrSheet } from './qr-sheet.js';
import { styles } from './referral-link.styles.js';
import { referralWords } from './referral-link-words.js';
import { shareAddresses, shareData, shareText } from './share-text.js';

/** How long "Copied" stands in the field. */
const copiedMs = 2000;

/**
 * The member's own link for friends: what a friend gains by it, and the ways to hand it on.
 *
 * @tag referral-link
 * @fires {GlowSharedEvent} glow-shared - The link was copied, shared or shown as a code.
 * @csspart card - The box; the sheet with the code has it too.
 * @csspart title - What the friend gains.
 * @csspart label - The line above the title, and what the member receives.
 * @csspart link - The field with the link.
 * @csspart button - Each button, and the links to SMS, e-mail and WhatsApp.
 * @csspart message - What came of it so far, or what went wrong.
 * @cssstate signed-out - Nobody is signed in; the offer is shown.
 * @cssstate waiting - No member yet; the height is already the final one.
 * @cssstate empty - The clinic has no referral offer.
 * @cssstate ready - The link is shown.
 * @cssstate failed - The link could not be loaded; a button tries again.
 * @cssstate stale - The last known link, marked as such.
 */
export class ReferralLinkElement extends GlowElement {
  static override styles = [hostStyles, cardStyles, reserved('referral-link'), styles];
  static override words = [pageWords, referralWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  @state() private copied = false;
  @state() private fault: 'referral.not-copied' | 'referral.qr-failed' | undefined;
  @state() private sheet: QrSheet | undefined;

  @query('input') private readonly field!: HTMLInputElement | null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #member = new MemberController(this);
  #said: { readonly code: string; readonly progress: string } | undefined;
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;
  #stopStandIn: (() => void) | undefined;

  /** The offer stands in the signed-out face too: it would push the rest if it came later. */
  protected override get sources() {
    return this.clinic.state === 'waiting' ? [this.clinic] : [this.#member, this.clinic];
  }

  protected override get waitingKey(): WordKey {
    return 'referral.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#member.value?.referral === null || this.clinic.value?.referral.active === false;
  }

  protected override renderFace(): unknown {
    return this.state === 'stale' ? this.renderReady() : super.renderFace();
  }

  protected override renderEmpty() {
    return html`<p class="line quiet" part="message">${this.say('referral.empty')}</p>`;
  }

  protected override renderSignedOut() {
    const offer = this.clinic.value?.referral;
    if (!offer) return nothing;
    if (!offer.active) return this.renderEmpty();

    return html`
      ${this.#renderOffer(offer)}
      <p class="line" part="message">${this.say('referral.signed-out')}</p>
      <button class="button secondary" part="button" @click=${this.requestSignIn}>
        ${this.say('face.sign-in')}
      </button>
    `;
  }

  protected override renderWaiting() {
    return html`
      <span class="hidden">${this.say('referral.waiting')}</span>
      <span class="block short"></span><span class="block"></span> <span class="block tall"></span
      ><span class="block tall"></span>
    `;
  }

  protected override renderReady() {
    const offer = this.clinic.value?.referral;
    const own = this.#member.value?.referral;
    if (!offer || !own) return nothing;

    return html`
      ${this.#renderOffer(offer)}
      ${
        // Where the law lets the owner have nothing, the clinic's words must not promise it.
        offer.owner &&
        html`<p class="quiet" part="label">
          ${this.say('referral.for-you', { offer: this.text(offer.ownerOffer) })}
        </p>`
      }
      <div class="field">
        <div class="box">
          <input
            part="link"
            readonly
            aria-label=${this.say('referral.link')}
            .value=${own.link}
            @click=${this.#copy}
            @keydown=${this.#onKeydown}
          />
          ${this.#renderSign()}
        </div>
        <button
          class="button secondary square"
          part="button"
          aria-label=${this.say('referral.qr-open')}
          aria-haspopup="dialog"
          @click=${this.#openSheet}
        >
          ${qrIcon}
        </button>
      </div>
      ${this.#renderWays()} ${this.#renderProgress()}
      <dialog
        aria-labelledby="qr-title"
        @pointerdown=${this.#onBackdrop}
        @close=${this.#onSheetClosed}
      >
        <div class="inside" part="card">${this.sheet?.render(this.#closeSheet)}</div>
      </dialog>
    `;
  }

  /** The clinic's words speak to the friend, so it is said whom they mean. */
  #renderOffer({ friendOffer }: Pick<PublicProgram['referral'], 'friendOffer'>) {
    return html`<div>
      <p class="quiet" part="label">${this.say('referral.for-friend')}</p>
      ${this.renderTitle(this.text(friendOffer))}
    </div>`;
  }

  #renderSign() {
    return this.copied
      ? html`<span class="sign done" aria-hidden="true"
          >${doneIcon} ${this.say('referral.copied')}</span
        >`
      : html`<span class="sign" aria-hidden="true">${copyIcon}</span>`;
  }

  #renderWays() {
    const clinic = this.#clinicName;
    const to = shareAddresses(this.#text(), this.say('referral.subject', { clinic }));
    const way = (kind: 'sms' | 'email' | 'whatsapp') =>
      html`<a
        class="button tertiary"
        part="button"
        href=${to[kind]}
        target=${kind === 'whatsapp' ? '_blank' : nothing}
        rel=${kind === 'whatsapp' ? 'noopener noreferrer' : nothing}
        @click=${() => this.#shared(kind)}
        >${this.say(`referral.${kind}`)}</a
      >`;
    const shares = canShare();
    return html`<div class="ways">
      <button class="button primary" part="button" @click=${shares ? this.#share : this.#copy}>
        ${this.say(shares ? 'referral.share' : 'referral.copy-link')}
      </button>
      ${way('sms')} ${way('email')} ${way('whatsapp')}
    </div>`;
  }

  #renderProgress() {
    if (this.fault) {
      return html`<p class="quiet after caution" part="message">${this.say(this.fault)}</p>`;
    }
    const text = this.state === 'stale' ? this.say('face.stale') : this.#progressText();
    return text === '' ? nothing : html`<p class="quiet after" part="message">${text}</p>`;
  }

  /** What came of the link so far; empty when nothing did. */
  #progressText(): string {
    const { counts, pendingPoints: amount = 0 } = this.#member.value?.referral ?? {};
    const points = this.text(this.clinic.value?.points.name ?? '');
    return (
      [
        counts?.joined && this.say('referral.joined', { count: counts.joined }),
        counts?.completed && this.say('referral.completed', { count: counts.completed }),
        amount > 0 && this.say('referral.pending', { amount, points }),
      ]
        .filter(Boolean)
        // A line may end with the dot and never begins with one.
        .join('\u00a0· ')
    );
  }

  get #link(): string {
    return this.#member.value?.referral?.link ?? '';
  }

  get #clinicName(): string {
    return this.text(this.clinic.value?.clinic.name ?? '');
  }

  /** The message to a friend, with the link in it. */
  #text(): string {
    const offer = this.clinic.value?.referral;
    const wording = offer?.shareText;
    return shareText({
      wording: wording ? this.text(wording) : undefined,
      named: this.say('referral.message'),
      unnamed: this.say('referral.message-unnamed'),
      offer: this.text(offer?.friendOffer ?? ''),
      clinic: this.#clinicName,
      name: this.#member.value?.member.firstName ?? undefined,
      link: this.#link,
    });
  }

  #shared(kind: ShareKind): void {
    this.dispatchEvent(new GlowSharedEvent(kind));
  }

  /** Says "Copied" after the clipboard took it; selects the link where it is denied. */
  readonly #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.#link);
    } catch {
      this.#fail('referral.not-copied');
      this.field?.focus();
      this.field?.select();
      return;
    }
    this.fault = undefined;
    this.copied = true;
    clearTimeout(this.#copiedTimer);
    this.#copiedTimer = setTimeout(() => (this.copied = false), copiedMs);
    this.announce(this.say('referral.copied-said'));
    this.#shared('copy');
  };

  /** Closing the phone's sheet is an answer too; only a sheet that did not open leads to copying. */
  readonly #share = async () => {
    try {
      await navigator.share(shareData(this.#text(), this.#link));
      this.#shared('share');
    } catch (error) {
      if ((error as Error).name !== 'AbortError') await this.#copy();
    }
  };

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    void this.#copy();
  };

  readonly #openSheet = async () => {
    const module = await import('./qr-sheet.js').catch(() => undefined);
    if (!module) return this.#fail('referral.qr-failed');

    const offer = this.text(this.clinic.value?.referral.friendOffer ?? '');
    this.#adopt(module.sheetStyles.styleSheet);
    this.fault = undefined;
    this.sheet = module.qrSheet(this.#link, this.#member.value?.referral?.code ?? '', {
      title: this.say('referral.qr-title'),
      offer,
      clinic: this.#clinicName,
      image: this.say('referral.qr-image'),
      savePicture: this.say('referral.qr-save', { kind: 'PNG' }),
      saveDrawing: this.say('referral.qr-save', { kind: 'SVG' }),
      print: this.say('referral.qr-print'),
      close: this.say('referral.qr-close'),
    });
    await this.updateComplete;
    if (!this.dialog || this.dialog.open) return;
    this.dialog.showModal();
    this.#stopStandIn = this.sheet?.standInForPage();
    this.#shared('qr');
  };

  /** The dialog's own event waits for a frame, which a page in the background never gets. */
  readonly #closeSheet = () => {
    this.dialog?.close();
    this.#onSheetClosed();
  };

  readonly #onBackdrop = (event: Event) => {
    if (event.target === this.dialog) this.#closeSheet();
  };

  readonly #onSheetClosed = () => {
    this.#stopStandIn?.();
    this.#stopStandIn = undefined;
    this.sheet = undefined;
  };

  /** The styles of the sheet come with it. */
  #adopt(sheet: CSSStyleSheet | undefined): void {
    const root = this.shadowRoot;
    if (!root || !sheet || root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  #fail(fault: NonNullable<typeof this.fault>): void {
    this.fault = fault;
    this.copied = false;
    this.announce(this.say(fault));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const own = this.#member.value?.referral;
    if (!own) return;

    const { counts, pendingPoints } = own;
    const now = { code: own.code, progress: JSON.stringify([counts, pendingPoints]) };
    const before = this.#said;
    this.#said = now;
    if (before?.code === now.code && before.progress !== now.progress) {
      this.announce(this.#progressText());
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#copiedTimer);
    this.copied = false;
    this.#onSheetClosed();
  }
}

/** The phone's own sheet; it is there on phones and on some desktops, on secure pages only. */
function canShare(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.share === 'function';
}

declare global {
  interface HTMLElementTagNameMap {
    'referral-link': ReferralLinkElement;
  }
}
