import type { Remember } from '@afterglow/contract';
import { ContextProvider } from '@lit/context';
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { openPage, type OpenPage, type PageMeans } from '../internal/open-page.js';
import { PageController } from '../internal/page-controller.js';
import { pageContext, type LoyaltyPage } from '../internal/page.js';
import { listenForSignIn } from '../internal/listen-for-sign-in.js';
import type { WordOverrides } from '../internal/words.js';
import { applyProgramTheme } from '../theme/program-theme.js';
import { styles } from './loyalty-provider.styles.js';

/**
 * Says whose page it is to the elements in it. Shows nothing of its own and makes no box.
 *
 * With a key of its own it takes nothing from outside: session, program and brand are its own.
 * Without one it belongs to what is around it, and only changes words and color scheme.
 *
 * @tag loyalty-provider
 * @slot - The part of the page that belongs to the clinic.
 */
export class LoyaltyProviderElement extends LitElement {
  static override styles = styles;

  /** The clinic's publishable key, `pk_live_…` or `pk_test_…`. */
  @property({ attribute: 'publishable-key' }) publishableKey = '';

  /** Origin (and path) of the API, without `/v1`; needed with a key. */
  @property({ attribute: 'api-base' }) apiBase = '';

  /** How long a sign-in lasts unless the patient says otherwise: `visit`, `device` or `never`. */
  @property() remember: Remember = 'visit';

  /** Address on the page's own origin that knows who is signed in to the clinic's own site. */
  @property({ attribute: 'identity-url' }) identityUrl = '';

  /** Reads the member again every two seconds; for sandboxes. */
  @property({ type: Boolean }) live = false;

  /** Keeps nothing in the browser: all is forgotten with the page. */
  @property({ type: Boolean, attribute: 'no-storage' }) noStorage = false;

  /** Texts in place of ours, by key, or by language and key. */
  @property({ attribute: false }) messages?: WordOverrides | undefined;

  /** `light`, `dark`, or `auto` for what the visitor's device prefers; left out: the page's own. */
  @property({ attribute: 'color-scheme' }) colorScheme?: 'light' | 'dark' | 'auto' | undefined;

  /** In place of the browser's own network and storage, key and address included; for tests and stories. */
  @property({ attribute: false }) means?: PageMeans | undefined;

  readonly #given = new ContextProvider<typeof pageContext, this>(this, { context: pageContext });
  readonly #outer = new PageController(this, () => this.#give());
  #open: OpenPage | undefined;
  #means: PageMeans | undefined;
  #stopTheme: (() => void) | undefined;

  /** What the elements in it are given; undefined while the provider itself waits for one around it. */
  get page(): LoyaltyPage | undefined {
    return this.#given.value as LoyaltyPage | undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('publishableKey');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move takes an element out and puts it back at once; only one that stays out is over.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const asked = [
      'publishableKey',
      'apiBase',
      'identityUrl',
      'live',
      'noStorage',
      'means',
    ] as const;
    if (asked.some((name) => changed.has(name))) this.#openOwn();
    if (changed.has('messages') || changed.has('remember')) this.#give();
  }

  protected override render(): TemplateResult {
    return html`<slot class=${this.colorScheme ?? ''}></slot>`;
  }

  #openOwn(): void {
    const { means } = this;
    const key = means?.key ?? this.publishableKey;
    const base = (means?.base ?? this.apiBase) || location.origin;
    const same = this.#open?.page.store;
    if (same?.key === key && same.base === base && this.#means === means) return;

    this.#close();
    this.#means = means;
    if (!key || !this.isConnected) return this.#give();
    this.#open = openPage({
      key,
      base,
      remember: this.remember,
      identityUrl: this.identityUrl,
      live: this.live,
      storageDenied: this.noStorage,
      means,
    });
    this.#stopTheme = applyProgramTheme(this, this.#open.page.store);
    listenForSignIn();
    this.#give();
  }

  #give(): void {
    const page = this.#open?.page ?? this.#outer.page;
    const { messages } = this;
    const remember = this.#open ? this.remember : page?.remember;
    const changed = page && (messages || remember !== page.remember);
    this.#given.setValue(
      (changed
        ? { ...page, remember, messages: { ...page.messages, ...messages } }
        : page) as LoyaltyPage,
    );
  }

  #close(): void {
    this.#stopTheme?.();
    this.#open?.close();
    this.#open = undefined;
    this.#stopTheme = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-provider': LoyaltyProviderElement;
  }
}
