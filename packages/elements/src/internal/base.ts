import type { LocalizedText, PublicProgram, SignedMoney } from '@afterglow/contract';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowFailedEvent, GlowReadyEvent, GlowSignInRequestEvent } from './life-events.js';
import { combine, showFace, type FaceSource } from './face.js';
import type { Face } from './faces.js';
import { formatDay, formatMoney, formatNumber, formatPercent, pickText } from './format.js';
import type { Signs } from './format.js';
import { nearestLanguage, watchDocumentLanguage } from './language.js';
import { PageController } from './page-controller.js';
import type { LoyaltyPage } from './page.js';
import { ProgramController } from './program-controller.js';
import { settle } from './settle.js';
import { turns } from './turns.js';
import { failureKey, fill, loadWords, overrideFor, pageWords, wordsNow } from './words.js';
import type { WordArgs, WordKey, WordSource } from './words.js';

// With any element's types come those of all events, also in an app that imports one element alone.
export type * from './events.js';

// Two, so that the first ones are not drawn after all the others have found their page.
const turnToConnect = turns();
const turnToDraw = turns();

/**
 * What every element of Afterglow is: one of six faces at a time, words and numbers in the page's
 * language, and whose page it is. Elements reflect nothing and set no attribute on themselves.
 *
 * An element says what it needs by `sources`, and draws what it has by `renderReady`; the other
 * faces are drawn here unless it has something better.
 *
 * @fires {GlowReadyEvent} glow-ready - It shows what it was asked for; `face` says whether that is anything.
 * @fires {GlowFailedEvent} glow-failed - It can't show what it was asked for; `code` says why.
 * @fires {GlowSignInRequestEvent} glow-sign-in-request - Somebody wants to sign in; cancel it to open a sign-in of your own.
 */
export abstract class GlowElement extends LitElement {
  /** The groups of words that the element speaks with; all of them are loaded before it is drawn. */
  static words: readonly WordSource[] = [pageWords];

  /** A program given by hand, in place of the page's. */
  @property({ attribute: false }) program?: PublicProgram | undefined;

  /** Level of the element's heading in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** The clinic's program; every element has it, for currency and language. */
  protected readonly clinic: ProgramController;
  protected readonly internals: ElementInternals;

  readonly #page: PageController;
  readonly #pageListeners: ((page: LoyaltyPage | undefined) => void)[] = [];
  #face: Face = 'waiting';
  #focusResult = false;
  #stopLanguage: (() => void) | undefined;

  constructor() {
    super();
    this.internals = this.attachInternals();
    showFace(this.internals, this.#face);
    this.#page = new PageController(this, (page) => {
      this.#pageListeners.forEach((listener) => listener(page));
      this.requestUpdate();
    });
    this.clinic = new ProgramController(this);
  }

  /** The face that holds now; the custom state of the same name is set too. */
  get state(): Face {
    return this.#face;
  }

  /** Whose page it is; undefined until a provider or the page's default answered. */
  get page(): LoyaltyPage | undefined {
    return this.#page.page;
  }

  /** For controllers: calls `listener` with each page that the element comes to stand on. */
  watchPage(listener: (page: LoyaltyPage | undefined) => void): void {
    this.#pageListeners.push(listener);
    if (this.page) listener(this.page);
  }

  /** Tries again what failed, and brings the reader to the result. */
  async retry(): Promise<void> {
    await this.page?.store.retry();
    this.focusResult();
  }

  /** Puts the focus on the element's heading, or on its box, as soon as it shows an answer. */
  focusResult(): void {
    this.#focusResult = true;
    this.requestUpdate();
  }

  /** The page's language as a full tag, for `Intl`; undefined until the program says it. */
  protected get language(): string | undefined {
    return nearestLanguage(this) ?? this.page?.language ?? this.clinic.value?.clinic.locale;
  }

  /** What the element waits for before it is ready; the program alone unless overridden. */
  protected get sources(): readonly FaceSource[] {
    return [this.clinic];
  }

  /** True when the answer came and holds nothing for this element. */
  protected isEmpty(): boolean {
    return false;
  }

  /** What is drawn when everything is here; also under the note of a stale face. */
  protected abstract renderReady(): unknown;

  /** What is drawn when there is nothing to show; says what would be here. */
  protected renderEmpty(): unknown {
    return this.renderReady();
  }

  /** The line beside the button of the signed-out face. */
  protected get signedOutKey(): WordKey {
    return 'face.signed-out';
  }

  /** What a screen reader hears while the element waits, such as "Loading your points". */
  protected get waitingKey(): WordKey {
    return 'face.waiting';
  }

  /** One line and a button that leads to the page's sign-in. */
  protected renderSignedOut(): unknown {
    return html`
      <p class="line" part="message">${this.say(this.signedOutKey)}</p>
      <button class="button secondary" part="button" @click=${this.requestSignIn}>
        ${this.say('face.sign-in')}
      </button>
    `;
  }

  /** Still, neutral blocks of the final size, with text for those who hear the page. */
  protected renderWaiting(): unknown {
    return html`
      <span class="hidden">${this.say(this.waitingKey)}</span>
      <span class="block short"></span><span class="block tall"></span><span class="block"></span>
    `;
  }

  /** What happened in words, and a way to try again. */
  protected renderFailed(): unknown {
    return html`
      <p class="line" part="message">${this.say(failureKey(this.failureCode))}</p>
      <button class="button secondary" part="button" @click=${this.retry}>
        ${this.say('face.retry')}
      </button>
    `;
  }

  /** The code of the error catalogue behind a failed or stale face. */
  protected get failureCode(): string {
    return this.sources.find((source) => source.code)?.code ?? 'internal';
  }

  protected override render(): unknown {
    return this.renderCard(this.renderFace());
  }

  /** The one inner box. */
  protected renderCard(content: unknown): TemplateResult {
    return html`<div
      part="card"
      class="card ${this.#face}"
      tabindex="-1"
      aria-busy=${this.#face === 'waiting'}
    >
      ${content}
    </div>`;
  }

  /** What stands in the box in the face that holds. */
  protected renderFace(): unknown {
    switch (this.#face) {
      case 'signed-out':
        return this.renderSignedOut();
      case 'waiting':
        return this.renderWaiting();
      case 'failed':
        return this.renderFailed();
      case 'empty':
        return this.renderEmpty();
      case 'stale':
        return [
          this.renderReady(),
          html`<p class="quiet" part="message">${this.say('face.stale')}</p>`,
        ];
      default:
        return this.renderReady();
    }
  }

  /** The element's heading, at the level that the page asks for. */
  protected renderTitle(text: unknown): TemplateResult {
    return html`<div
      class="title"
      part="title"
      role="heading"
      aria-level=${this.headingLevel}
      tabindex="-1"
    >
      ${text}
    </div>`;
  }

  /** A text in the page's language, the page's own wording first. */
  protected say(key: WordKey, args: WordArgs = {}): string {
    const language = this.language ?? 'en';
    const word =
      overrideFor(this.page?.messages, key, language) ??
      this.#sources.map((source) => wordsNow(source, language)?.[key]).find(Boolean);
    return word === undefined ? '' : fill(word, args, language);
  }

  /** A text of the clinic in the reader's language. */
  protected text(text: LocalizedText): string {
    return pickText(text, this.language ?? 'en', this.clinic.value?.clinic.locale);
  }

  /** A whole number in the reader's writing. */
  protected number(value: number, signDisplay: Signs = 'auto'): string {
    return formatNumber(value, this.language ?? 'en', { signDisplay });
  }

  /** Money in minor units, such as `$12.50`. */
  protected money(money: SignedMoney, signDisplay?: Signs): string {
    return formatMoney(money, this.language ?? 'en', signDisplay);
  }

  /** A share, 1 being all of it, such as `6.4%`. */
  protected percent(ratio: number): string {
    return formatPercent(ratio, this.language ?? 'en');
  }

  /** A day of the clinic in words; without its year when `asOf` has the same. */
  protected day(day: string, asOf?: string): string {
    return formatDay(day, this.language ?? 'en', asOf);
  }

  /** Says a change to those who hear the page. Silent before the element was ready once. */
  protected announce(text: string): void {
    if (!this.hasUpdated || this.#face === 'waiting') return;
    void import('./announcer.js').then(({ announce }) => announce(text));
  }

  /** Asks the page to sign somebody in. */
  protected requestSignIn(): void {
    this.dispatchEvent(new GlowSignInRequestEvent());
  }

  override connectedCallback(): void {
    // At once, since it is what keeps the element's height from now on.
    (this as { renderRoot?: unknown }).renderRoot ??= this.createRenderRoot();
    void turnToConnect(() => {
      // By its turn it may have left, or have left and come back.
      if (!this.isConnected || this.#stopLanguage) return;
      super.connectedCallback();
      this.#stopLanguage = watchDocumentLanguage(() => this.requestUpdate());
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLanguage?.();
    this.#stopLanguage = undefined;
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    return turnToDraw(() => this.performUpdate());
  }

  /** Nothing is drawn before the words are here, rather than flash English. */
  protected override shouldUpdate(): boolean {
    const { language } = this;
    if (language === undefined) return this.clinic.state === 'failed' && this.#wordsFor('en');
    return this.#wordsFor(language);
  }

  protected override willUpdate(_changed?: PropertyValues): void {
    const before = this.#face;
    this.#face = combine(this.sources, () => this.isEmpty());
    if (this.#face !== before) showFace(this.internals, this.#face);
  }

  #said: Face | undefined;

  protected override updated(_changed?: PropertyValues): void {
    const face = this.#face;
    if (face !== this.#said) {
      this.#said = face;
      if (face === 'failed') this.dispatchEvent(new GlowFailedEvent(this.failureCode));
      if (face === 'ready' || face === 'empty') this.dispatchEvent(new GlowReadyEvent(face));
      // What waits or failed may be higher by itself at any time; nobody is signed in by surprise.
      if (face !== 'failed' && face !== 'waiting') settle(this, this.renderRoot as ShadowRoot);
    }
    if (this.#focusResult && face !== 'waiting' && face !== 'signed-out') {
      this.#focusResult = false;
      const find = (name: string) => this.renderRoot.querySelector<HTMLElement>(name);
      (find('.title') ?? find('[tabindex="-1"]'))?.focus();
    }
  }

  get #sources(): readonly WordSource[] {
    return (this.constructor as typeof GlowElement).words;
  }

  #wordsFor(language: string): boolean {
    const missing = this.#sources.filter((source) => !wordsNow(source, language));
    for (const source of missing) {
      void loadWords(source, language).then(() => this.requestUpdate());
    }
    return missing.length === 0;
  }
}
