import type { Summary } from '@afterglow/contract';
import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { bookingAddress, endingFirst, type Attached } from '../internal/booking.js';
import { GlowBookEvent } from '../internal/book-event.js';
import { hostStyles } from '../internal/host.styles.js';
import { keptReferral } from '../internal/kept-referral.js';
import { MemberController } from '../internal/member-controller.js';
import { reserved } from '../internal/reserved.styles.js';
import { failureKey, pageWords } from '../internal/words.js';
import { attachedHere } from './attached-here.js';
import { styles } from './book-button.styles.js';
import type { CopyLink } from './copy-link.js';
import { bookWords } from './book-button-words.js';

/**
 * The way to the clinic's booking page, with the friend's code and the offer attached.
 *
 * A link of the page's own in it is what one presses, and works before this code is here:
 * `<book-button><a href="…">Book</a></book-button>`. Any other content is the text of the button.
 *
 * @tag book-button
 * @slot - A link of the page's own, or the text of the button.
 * @fires {GlowBookEvent} glow-book - Somebody is about to book; cancel it to open a dialog of your own.
 * @csspart button - The link, or the button.
 * @csspart input - The link to copy, where it could not be copied.
 * @csspart message - That there is no booking page.
 * @cssstate waiting - No program yet, and no link of the page's own; the height is already the final one.
 * @cssstate empty - There is no link to lead to.
 * @cssstate ready - The way to booking is there.
 * @cssstate failed - The program could not be loaded; pressing tries again.
 */
export class BookButtonElement extends GlowElement {
  static override styles = [hostStyles, reserved('book-button'), styles];
  static override words = [pageWords, bookWords];

  /** The member who books. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /**
   * The link, https only; may hold `{code}`, `{offer}` and `{package}`. Left unset, that of the page's
   * own link, else the one in the program.
   */
  @property() href?: string | undefined;

  /**
   * `link` leads to the booking page. `event` says that a dialog opens, for a page that cancels
   * `glow-book`. `frame` puts the booking page into the iframe that `for` names. `copy` copies the link.
   */
  @property() mode: 'link' | 'event' | 'frame' | 'copy' = 'link';

  /** The id of the iframe, for the mode `frame`. */
  @property({ attribute: 'for' }) htmlFor = '';

  /** The code of a friend's link. Left unset, the last one that was followed on this site. */
  @property() code?: string | undefined;

  /** The id of the offer. Left unset, that of this page's address, else the member's that ends first. */
  @property() offer?: string | undefined;

  /** The code of the package that is booked with. Left unset, that of this page's address. */
  @property() package?: string | undefined;

  readonly #member = new MemberController(this);
  readonly #here = attachedHere();
  /** The page's own link: what stood in it, and what was put there. */
  #own: { readonly link: HTMLAnchorElement; written: string; put: string } | undefined;
  readonly #atFirst = document.createElement('slot');
  readonly #draw = () => this.requestUpdate();
  #isFilled = false;
  #frame: HTMLIFrameElement | undefined;
  #isPrepared = false;
  #cannotCopy = false;
  #copying: CopyLink | undefined;

  /** The program only where the page says no link of its own. */
  protected override get sources() {
    return this.#ownLink === undefined ? [this.clinic] : [];
  }

  protected override isEmpty(): boolean {
    return this.#address === undefined;
  }

  /** What the page wrote stands there from the first moment on, before there are words. */
  protected override createRenderRoot() {
    this.addEventListener('click', this.#press);
    const root = super.createRenderRoot();
    root.append(this.#atFirst);
    return root;
  }

  protected override renderCard(content: unknown) {
    return this.#own
      ? html`<slot @slotchange=${this.#draw}></slot>`
      : html`<div class="card" tabindex="-1" aria-busy=${this.state === 'waiting'}>
          ${content}
        </div>`;
  }

  protected override renderWaiting() {
    return html`<span class="blank"><span class="hidden">${this.say('book.waiting')}</span></span>`;
  }

  protected override renderEmpty() {
    return html`<span class="none" part="message">${this.say('book.none')}</span>`;
  }

  protected override renderFailed() {
    return html`<button class="button secondary" part="button" @click=${this.retry}>
      <span class="hidden">${this.say(failureKey(this.failureCode))}</span>
      ${this.say('book.failed')}
    </button>`;
  }

  protected override renderReady() {
    const address = this.#address;
    if (!address) return nothing;
    if (this.#copying) return this.#copying.render(address);
    if (this.mode === 'copy' && !this.#cannotCopy) return this.renderWaiting();

    return html`<a
      class="button primary"
      part="button"
      href=${address}
      aria-haspopup=${this.mode === 'event' ? 'dialog' : nothing}
      ><slot @slotchange=${this.#draw}>${this.say('book.label')}</slot></a
    >`;
  }

  /** A link that the page wrote, as an attribute or in the element. */
  get #ownLink(): string | undefined {
    return this.href ?? this.#own?.written;
  }

  get #address(): string | undefined {
    const link = this.#ownLink ?? this.clinic.value?.site.bookingUrl;
    return link === undefined ? undefined : bookingAddress(link, this.#attached);
  }

  /** Who is signed in has joined: a friend's code has done what it is for. */
  get #attached(): Attached {
    const { page } = this;
    const member = this.#member.value;
    const wanted = this.offer ?? this.#here.offer;
    const theirs = member && endingFirst(member.offers);
    return {
      code: member ? undefined : (this.code ?? (page && keptReferral(page).code())),
      offer: theirs ? (wanted ? theirs.find(({ id }) => id === wanted) : theirs[0])?.id : wanted,
      package: this.package ?? this.#here.package,
    };
  }

  /** A press with a key held is for another tab, and the browser's own affair. */
  readonly #press = (event: MouseEvent) => {
    const address = this.#address;
    const isPlain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey);
    const path = event.composedPath();
    const isControl = path
      .slice(0, path.indexOf(this))
      .some((each) => each instanceof Element && each.matches('a,button'));
    if (!address || !isPlain || !isControl || event.defaultPrevented) return;

    if (this.#copying) {
      event.preventDefault();
      void this.#copying.copy(address);
      return;
    }
    this.#put();
    const isOpen = this.dispatchEvent(new GlowBookEvent(address, this.#attached));
    if (!isOpen || this.#frame) event.preventDefault();
    if (isOpen) this.#frame?.scrollIntoView({ block: 'start' });
    if (isOpen) this.#frame?.focus();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const link = this.querySelector<HTMLAnchorElement>('a[href]');
    const written = link?.getAttribute('href') ?? '';
    if (!link) this.#own = undefined;
    // A framework may write the link anew: then that is the one to fill.
    else if (this.#own?.link !== link || this.#own.put !== written) {
      this.#own = { link, written, put: written };
    }
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#atFirst.remove();
    this.#put();
    if (this.mode === 'frame') void this.#fill();
    if (this.mode === 'copy') void this.#prepareCopy();
  }

  /** Puts the address into the page's own link; one that we would not open stays as it was written. */
  #put(): void {
    const own = this.#own;
    const address = this.#address;
    if (!own || !address || own.put === address) return;
    own.put = address;
    own.link.setAttribute('href', address);
  }

  /** Once, when it is known who books: another address would take a half-made booking away. */
  async #fill(): Promise<void> {
    const address = this.#address;
    if (this.#isFilled || !address || (this.page && this.#member.state === 'waiting')) return;
    this.#isFilled = true;
    const code = await import('./booking-frame.js').catch(() => undefined);
    this.#isFilled = code !== undefined;
    this.#frame = code?.fillFrame(this, this.htmlFor, address);
  }

  /** What copies comes where somebody may copy; without it there is the link. */
  async #prepareCopy(): Promise<void> {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    const code = await import('./copy-link.js').catch(() => undefined);
    this.#cannotCopy = code === undefined;
    this.requestUpdate();
    const { shadowRoot: root } = this;
    if (!code || !root) return;
    const { styleSheet } = code.copyStyles;
    if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    this.#copying = new code.CopyLink({
      root,
      say: (key) => this.say(key),
      announce: (text) => this.announce(text),
      draw: () => {
        this.requestUpdate();
        return this.updateComplete;
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'book-button': BookButtonElement;
  }
}
