import type { KeptReferralCode, Summary } from '@afterglow/contract';
import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { tellOfBooking } from '../internal/book-event.js';
import { bookingAddress } from '../internal/booking.js';
import type { FaceSource } from '../internal/face.js';
import { ordinalFirst } from '../internal/format.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { keptReferral } from '../internal/kept-referral.js';
import { MemberController } from '../internal/member-controller.js';
import { steppedReserves, steppedRules } from '../internal/stepped-reserve.js';
import { failureKey, pageWords, type WordKey } from '../internal/words.js';
import type * as KeepOffer from './keep-offer.js';
import { styles } from './referral-welcome.styles.js';
import { welcomeWords } from './referral-welcome-words.js';

/** Errors that have words of their own here. */
const worded = ['phone_invalid', 'referral_code_unknown', 'rate_limited'];

/**
 * Where a friend's link leads: what the friend gets, a way to keep it with a phone number, so that it
 * counts on any device, and then the ways to booking and joining. The code comes from the link that
 * was followed on this site, and never says whose it is.
 *
 * @tag referral-welcome
 * @fires {GlowKeptEvent} glow-kept - The offer was kept for a phone.
 * @fires {GlowBookEvent} glow-book - Somebody is about to book; cancel it to open a dialog of your own.
 * @slot - A line at the end, such as a link to the treatments.
 * @csspart card - The box.
 * @csspart label - The line above the title, and the label of the field.
 * @csspart title - What the friend gets.
 * @csspart input - The field for the phone.
 * @csspart button - Each button, and the link to booking.
 * @csspart message - What the offer is good for, that it is kept, or what went wrong.
 * @cssstate waiting - No program yet; the height is already the final one.
 * @cssstate empty - No link was followed, there is no offer, or who is signed in is no new friend.
 * @cssstate ready - The offer is shown; also once it is kept.
 * @cssstate failed - The program could not be loaded; a button tries again.
 */
export class ReferralWelcomeElement extends GlowElement {
  static override styles = [
    hostStyles,
    cardStyles,
    unsafeCSS(steppedRules(':host::before', steppedReserves['referral-welcome'])),
    styles,
  ];
  static override words = [pageWords, welcomeWords];

  /** The code of the link. Left unset, the last one that was followed on this site. */
  @property() code?: string | undefined;

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  @state() private kept: KeptReferralCode | undefined;
  @state() private fault: string | undefined;
  @state() private isWorking = false;

  @query('#phone') private readonly field!: HTMLInputElement | null;

  readonly #member = new MemberController(this);
  #later: Promise<typeof KeepOffer> | undefined;
  #writePhone: (typeof KeepOffer)['writePhone'] | undefined;
  /** What takes the focus after the next update. */
  #focusOn: '.kept' | '#phone' | undefined;

  /** Whoever is signed in or not: the offer waits only until that is known. */
  protected override get sources(): readonly FaceSource[] {
    const isOpen = this.page !== undefined && this.#member.state === 'waiting';
    return [this.clinic, { state: isOpen ? 'waiting' : 'ready', code: undefined }];
  }

  protected override get waitingKey(): WordKey {
    return 'welcome.waiting';
  }

  protected override isEmpty(): boolean {
    return this.#reasonForNone !== undefined;
  }

  protected override renderWaiting() {
    return html`
      <span class="hidden">${this.say(this.waitingKey)}</span>
      <span class="block short"></span><span class="block"></span> <span class="block tall"></span
      ><span class="block tall"></span>
    `;
  }

  protected override renderEmpty() {
    return html`<p class="line" part="message" tabindex="-1">
        ${this.say(this.#reasonForNone ?? 'welcome.off')}
      </p>
      <slot></slot>`;
  }

  protected override renderReady() {
    const program = this.clinic.value;
    if (!program) return nothing;

    const { friendOffer } = program.referral;
    const clinic = this.text(program.clinic.name);
    const isTheirs = this.#member.value !== undefined;
    return html`
      <div>
        <p class="quiet" part="label">${this.say('welcome.from')}</p>
        ${this.renderTitle(this.text(this.kept?.offer ?? friendOffer))}
        ${
          this.kept || isTheirs
            ? nothing
            : html`<p class="how" part="message">${this.say('welcome.how', { clinic })}</p>`
        }
      </div>
      ${isTheirs ? this.#renderTheirs() : this.kept ? this.#renderKept() : this.#renderForm()}
      <slot></slot>
    `;
  }

  #renderForm() {
    const { fault } = this;
    const isPhone = fault === 'phone_invalid';
    return html`<form
      novalidate
      @submit=${this.#submit}
      @focusin=${this.#touched}
      @pointerenter=${this.#touched}
    >
      <label for="phone" part="label">${this.say('welcome.phone')}</label>
      <input
        class="input"
        part="input"
        id="phone"
        name="phone"
        type="tel"
        autocomplete="tel"
        aria-describedby=${fault ? 'error use' : 'use'}
        aria-invalid=${isPhone}
        @input=${this.#onInput}
      />
      <button class="button primary" part="button" type="submit" aria-disabled=${this.isWorking}>
        ${this.say(this.isWorking ? 'welcome.working' : 'welcome.keep')}
      </button>
      ${
        fault
          ? html`<p class="error" part="message" id="error" role="alert">
              ${this.say(this.#faultKey(fault))}
            </p>`
          : nothing
      }
      <p class="quiet use" id="use">${this.say('welcome.use')}</p>
    </form>`;
  }

  #renderKept() {
    const { hint = '', keptUntil = '' } = this.kept ?? {};
    const day = this.#localDay(keptUntil);
    return html`
      <div class="kept" tabindex="-1">
        ${tick}
        <p part="message">${this.say('welcome.kept', { hint, day })}</p>
        <p class="quiet">${this.say('welcome.next')}</p>
      </div>
      <div class="ways">
        ${this.#renderBook()}
        <button class="button secondary" part="button" @click=${this.requestSignIn}>
          ${this.say('welcome.join')}
        </button>
        <button class="button tertiary" part="button" @click=${this.#startOver}>
          ${this.say('welcome.other')}
        </button>
      </div>
    `;
  }

  /** Who joined with the code: the offer lies in the account. */
  #renderTheirs() {
    return html`
      <div class="kept">
        ${tick}
        <p part="message">${this.say('welcome.yours')}</p>
      </div>
      <div class="ways">${this.#renderBook()}</div>
    `;
  }

  /** The code travels along, for a booking page on another host; of who has joined, the offer. */
  #renderBook() {
    const link = this.clinic.value?.site.bookingUrl;
    const offer = this.#member.value?.offers.find(isFriends)?.id;
    const attached = offer ? { offer } : { code: this.#code };
    const address = link && bookingAddress(link, attached);
    if (!address) return nothing;

    return html`<a
      class="button primary"
      part="button"
      href=${address}
      @click=${(press: Event) => tellOfBooking(press, address, attached)}
      >${this.say('welcome.book')}</a
    >`;
  }

  /** The clinic's local day of an instant, in words such as `March 14, 2027`. */
  #localDay(instant: string): string {
    const language = this.language ?? 'en';
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeZone: this.clinic.value?.clinic.timeZone ?? 'UTC',
    });
    return ordinalFirst(format.format(new Date(instant)), language);
  }

  get #code(): string | undefined {
    return this.code ?? (this.page && keptReferral(this.page).code());
  }

  /** Why there is nothing to keep; undefined where there is. */
  get #reasonForNone(): WordKey | undefined {
    const member = this.#member.value;
    if (this.clinic.value?.referral.active === false) return 'welcome.off';
    if (member) {
      return member.offers.some(isFriends) ? undefined : 'welcome.member';
    }
    return this.#code ? undefined : 'welcome.no-code';
  }

  #faultKey(code: string): WordKey {
    return worded.includes(code) ? (`welcome.${code}` as WordKey) : failureKey(code);
  }

  /** Loads what writes; a load that failed is tried again at the next touch. */
  readonly #touched = () => {
    this.#later ??= import('./keep-offer.js').catch((error: unknown) => {
      this.#later = undefined;
      throw error;
    });
    this.#later.then(
      ({ writePhone }) => (this.#writePhone = writePhone),
      () => undefined,
    );
    return this.#later;
  };

  readonly #onInput = ({ target }: Event) =>
    this.#writePhone?.(target as HTMLInputElement, this.clinic.value);

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { page } = this;
    const code = this.#code;
    const phone = this.field?.value.trim() ?? '';
    if (this.isWorking || !page || !code) return;
    if (phone === '') return this.#fail('phone_invalid');

    this.isWorking = true;
    this.fault = undefined;
    try {
      const { keepOffer, GlowKeptEvent } = await this.#touched();
      this.kept = await keepOffer(page, code, phone);
      this.#focusOn = '.kept';
      this.dispatchEvent(new GlowKeptEvent());
    } catch (error) {
      // What has no code is code that could not be loaded: the network again.
      const { code: fault } = error as { code?: unknown };
      this.#fail(typeof fault === 'string' ? fault : 'network');
    } finally {
      this.isWorking = false;
    }
  };

  #fail(code: string): void {
    this.fault = code;
    this.#focusOn = '#phone';
  }

  readonly #startOver = () => {
    this.kept = undefined;
    this.#focusOn = '#phone';
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const found = this.#focusOn && this.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!found) return;
    this.#focusOn = undefined;
    found.focus();
  }
}

/** What came of a friend's link. */
const isFriends = ({ source }: Summary['offers'][number]) => source === 'friend';

/** A tick in a ring. */
const tick = html`<svg
  class="tick"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="1.75"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <circle cx="12" cy="12" r="9"></circle>
  <path d="m8 12.25 2.75 2.75 5.25-6"></path>
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'referral-welcome': ReferralWelcomeElement;
  }
}
