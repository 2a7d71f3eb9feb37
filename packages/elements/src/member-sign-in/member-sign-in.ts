import type { PublicProgram, Summary } from '@afterglow/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import { GlowJoinedEvent, GlowSignedInEvent, GlowSignedOutEvent } from './sign-in-events.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { reserved } from '../internal/reserved.styles.js';
import { offerSignIn, type SignInPlace } from '../internal/sign-in-request.js';
import { failureKey, pageWords, type WordKey } from '../internal/words.js';
import { renderPhoneStep } from './phone-step.js';
import { styles } from './member-sign-in.styles.js';
import { SignInFlow, type Step } from './sign-in-flow.js';
import { signInWords } from './member-sign-in-words.js';

/** Errors that have words of their own here. */
const worded = [
  'phone_invalid',
  'code_invalid',
  'code_expired',
  'code_attempts_exceeded',
  'consent_required',
  'referral_code_unknown',
  'member_ambiguous',
  'rate_limited',
] as const;

/**
 * Signs a member in by a code sent to the phone, one question at a time; whoever is new joins here.
 *
 * @tag member-sign-in
 * @slot - A line under the first question, such as whom to ask for help.
 * @csspart card - The box.
 * @csspart title - The heading of the question.
 * @csspart label - The name of a field.
 * @csspart input - A field.
 * @csspart button - A button.
 * @csspart message - What went wrong.
 * @cssstate signed-out - One of the questions is open.
 * @cssstate ready - Somebody is signed in.
 * @fires {GlowSignedInEvent} glow-signed-in - After somebody signed in here.
 * @fires {GlowJoinedEvent} glow-joined - After somebody became a member here; before `glow-signed-in`.
 * @fires {GlowSignedOutEvent} glow-signed-out - After somebody signed out here.
 */
export class MemberSignInElement extends GlowElement implements SignInPlace {
  static override styles = [hostStyles, cardStyles, reserved('member-sign-in'), styles];
  static override words = [pageWords, signInWords];

  /** A member given by hand, in place of the page's. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** Opens over the page and goes away when it is closed; used for pages without a sign-in. */
  @property({ attribute: false }) modal = false;

  /** What asked for the sign-in; it gets the focus afterwards. */
  opener: Element | undefined;

  readonly #member = new MemberController(this);
  readonly #flow = new SignInFlow(this);
  #drawn: Step | 'ready' | undefined;
  #withdraw: (() => void) | undefined;

  constructor() {
    super();
    this.watchPage((page) => {
      this.#withdraw?.();
      this.#withdraw = page && offerSignIn(page.store, this);
      this.#flow.begin(page);
    });
  }

  /** Brings the reader to the question that is open, or to who is signed in. */
  focusSignIn(): void {
    this.scrollIntoView({ block: 'nearest' });
    this.#focusInside();
  }

  protected override get sources() {
    return this.clinic.state === 'ready' ? [this.clinic, this.#member] : [this.clinic];
  }

  protected override get waitingKey(): WordKey {
    return 'sign-in.waiting';
  }

  protected override renderCard(content: unknown): TemplateResult {
    const card = super.renderCard(content);
    if (!this.modal) return card;
    return html`<dialog
      aria-label=${this.say('face.sign-in')}
      @close=${this.#closed}
      @pointerenter=${this.#touched}
    >
      ${card}
    </dialog>`;
  }

  protected override renderSignedOut(): unknown {
    const view = this.#view();
    const { later, step } = this.#flow;
    if (step === 'phone') {
      return html`
        ${renderPhoneStep(view)}
        <slot></slot>
        ${this.#closeButton()}
      `;
    }
    if (!later) return this.renderWaiting();
    return html`
      ${
        step === 'code'
          ? later.renderCodeStep(view)
          : later.renderJoiningStep({ ...view, site: view.program.site })
      }
      ${this.#closeButton()}
    `;
  }

  protected override renderReady(): unknown {
    const { firstName: name, since } = this.#member.value?.member ?? {};
    return html`
      <div class="head">
        ${this.renderTitle(
          name ? this.say('sign-in.hello', { name }) : this.say('sign-in.hello-unnamed'),
        )}
        <p class="quiet">${this.say('sign-in.signed-in', { clinic: this.#clinicName })}</p>
        ${
          since
            ? html`<p class="quiet">${this.say('sign-in.since', { day: this.day(since) })}</p>`
            : nothing
        }
      </div>
      <button class="button secondary" part="button" @click=${this.#signOut}>
        ${this.say('sign-in.sign-out')}
      </button>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();

    this.#writeWhatWasTyped();
    const drawn = this.state === 'ready' ? 'ready' : this.#flow.step;
    if (this.state !== 'ready' && this.state !== 'signed-out') return;
    // What opens over the page is there to be answered: its first question too takes the focus.
    const isNext = (this.modal || this.#drawn !== undefined) && drawn !== this.#drawn;
    if (isNext && this.#hadFocus) this.#focusInside();
    this.#drawn = drawn;
  }

  #writesPhone = false;

  /** Digits may come before the code that writes them as a number. */
  #writeWhatWasTyped(): void {
    const { later } = this.#flow;
    if (!later || this.#writesPhone) return;
    this.#writesPhone = true;
    const field = this.renderRoot.querySelector<HTMLInputElement>('#phone');
    if (field?.value) later.writePhone(field, this.clinic.value);
  }

  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#hadFocus = this.#isMine;
  }

  /** True while the reader is here: the focus is inside, or was taken by what we just replaced. */
  get #isMine(): boolean {
    return this.modal || (this.renderRoot as ShadowRoot).activeElement !== null;
  }

  get #clinicName(): string {
    const program = this.clinic.value;
    return program ? this.text(program.clinic.name) : '';
  }

  #view() {
    const flow = this.#flow;
    const { error } = flow;
    return {
      program: this.clinic.value as PublicProgram,
      base: this.page?.store.base ?? '',
      clinicName: this.#clinicName,
      flow,
      error: error && this.#errorText(error.code),
      errorField: error?.field,
      isWorking: flow.isWorking,
      offersDevice: this.page?.remember !== 'never',
      remembersDevice: this.page?.remember === 'device',
      friendCode: flow.friendCode,
      say: this.say.bind(this),
      text: this.text.bind(this),
      title: this.renderTitle.bind(this),
      touched: this.#touched,
      submitPhone: this.#submitPhone,
      submitCode: this.#submitCode,
      submitJoining: this.#submitJoining,
      resend: this.#resend,
    };
  }

  #errorText(code: string): string {
    const own = worded.find((each) => each === code);
    return this.say(own ? `sign-in.${own}` : failureKey(code));
  }

  #closeButton(): unknown {
    if (!this.modal) return nothing;
    return html`<button class="button tertiary close" part="button" @click=${this.#close}>
      ${this.say('sign-in.close')}
    </button>`;
  }

  readonly #touched = () => void this.#flow.prepare().catch(() => undefined);

  readonly #submitPhone = async (phone: string) => {
    await this.#flow.sendCode(phone, this.language);
  };

  readonly #resend = async () => {
    await this.#flow.resend(this.language);
    if (!this.#flow.error) this.announce(this.say('sign-in.resent'));
    this.#focusInside();
  };

  readonly #submitCode = async (code: string, staysOnDevice: boolean) => {
    const otherwise = this.page?.remember === 'never' ? 'never' : 'visit';
    this.#done(await this.#flow.submitCode(code, staysOnDevice ? 'device' : otherwise));
  };

  readonly #submitJoining = async (form: HTMLFormElement) => {
    const joining = this.#flow.later?.readJoining(form);
    if (joining?.consents.terms) this.#done(await this.#flow.join(joining));
    else this.#flow.refuse('consent_required');
  };

  #done(answer: Awaited<ReturnType<SignInFlow['join']>>): void {
    if (!answer) return;
    const { id } = answer.summary.member;
    if (answer.joined) this.dispatchEvent(new GlowJoinedEvent(id));
    this.dispatchEvent(new GlowSignedInEvent(id));
    if (this.modal) this.#close();
  }

  async #signOut(): Promise<void> {
    await this.page?.store.signOut();
    this.dispatchEvent(new GlowSignedOutEvent());
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  #closed(): void {
    if (this.#member.state === 'ready' && this.opener instanceof GlowElement) {
      this.opener.focusResult();
    }
    this.remove();
  }

  #focusInside(): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('form input:not([type="checkbox"])') ?? find('.title'))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'member-sign-in': MemberSignInElement;
  }
}
