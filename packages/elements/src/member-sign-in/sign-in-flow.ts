import type {
  CodeAnswer,
  Joining,
  LocalizedText,
  Remember,
  SessionAnswer,
} from '@afterglow/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoyaltyPage } from '../internal/page.js';
import type * as AfterTouch from './after-touch.js';
import { pendingCode, type PendingCode } from './pending-code.js';
import type { SignInCalls } from './sign-in-calls.js';

/** The questions, one at a time. */
export type Step = 'phone' | 'code' | 'joining';

/** What went wrong with the last try. */
export interface StepError {
  /** A code of the error catalogue. */
  readonly code: string;
  /** The field to blame; undefined when it is none of them. */
  readonly field: string | undefined;
}

/** Which field an error belongs to. */
const blamed: Readonly<Record<string, string>> = {
  phone_invalid: 'phone',
  code_invalid: 'code',
  referral_code_unknown: 'friend-code',
};

/** Errors after which the code under way is worth nothing. */
const spent = ['code_expired', 'code_attempts_exceeded'];

/**
 * What happens between the first question and a session. Holds the number and the code in memory
 * only; of the code under way the page remembers that it was sent, across a reload.
 */
export class SignInFlow implements ReactiveController {
  step: Step = 'phone';
  error: StepError | undefined;
  isWorking = false;
  /** What was sent; there while the step is `code` or `joining`. */
  sent: CodeAnswer | undefined;
  /** What the code of a link brings who joins; an invite of the practice brings nothing. */
  friendOffer: LocalizedText | undefined;
  /** What is loaded at the first touch; undefined before. */
  later: typeof AfterTouch | undefined;

  readonly #host: ReactiveControllerHost;
  #page: LoyaltyPage | undefined;
  #pending: PendingCode | undefined;
  #referral: SignInCalls['referral'] | undefined;
  #calls: Promise<SignInCalls> | undefined;
  #phone: string | undefined;
  #code = '';
  #remember: Remember = 'visit';
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.step === 'code') this.#count();
  }

  hostDisconnected(): void {
    clearInterval(this.#tick);
  }

  /** Goes on where this page's visitor left off, for the clinic of `page`. */
  begin(page: LoyaltyPage | undefined): void {
    this.#page = page;
    this.#calls = undefined;
    this.#pending = page && pendingCode(page.store.key);
    this.#referral = undefined;
    this.friendOffer = undefined;
    const sent = this.#pending?.read();
    this.#go(sent ? 'code' : 'phone', sent);
    if (sent) this.prepare().catch(() => this.#lose());
  }

  /** The question that is open can't be drawn without the network. */
  #lose(): void {
    this.#go('phone');
    this.refuse('network');
  }

  /**
   * Loads the code that writes, which is no part of the first paint; called at the first touch.
   * A load that failed is tried again at the next need.
   */
  prepare(): Promise<SignInCalls> {
    this.#calls ??= this.#load().catch((error: unknown) => {
      this.#calls = undefined;
      throw error;
    });
    return this.#calls;
  }

  async #load(): Promise<SignInCalls> {
    const page = this.#page;
    this.later = await import('./after-touch.js');
    this.#host.requestUpdate();
    if (!page) throw new TypeError('There is no page to sign in to yet');
    const calls = await this.later.signInCalls(page);
    this.#referral = calls.referral;
    void this.#askOffer(calls);
    return calls;
  }

  /** Long before it is shown, so that nothing moves then; without an answer nothing is promised. */
  async #askOffer({ check }: SignInCalls): Promise<void> {
    const { friendCode } = this;
    const answer = friendCode && (await check(friendCode).catch(() => undefined));
    this.friendOffer = (answer && answer.offer) ?? undefined;
    this.#host.requestUpdate();
  }

  /** The code of a friend's link that was followed on this site, if any. */
  get friendCode(): string | undefined {
    return this.#referral?.code();
  }

  /** True when another code may be asked for; needs the number, which a reload forgets. */
  get canResend(): boolean {
    return this.#phone !== undefined;
  }

  /** Whole seconds until another code may be asked for. */
  get resendInSeconds(): number {
    const at = Date.parse(this.sent?.resendAt ?? '');
    return Math.max(0, Math.ceil((at - Date.now()) / 1000)) || 0;
  }

  /** Sends a code to `phone`, as the patient wrote it. */
  async sendCode(phone: string, locale: string | undefined): Promise<void> {
    await this.#try(async (calls) => {
      const sent = await calls.sendCode({ phone, ...(locale && { locale }) });
      this.#phone = phone;
      this.#pending?.write(sent);
      this.#go('code', sent);
    });
  }

  /** Sends another code to the same number. */
  async resend(locale: string | undefined): Promise<void> {
    if (this.#phone !== undefined) await this.sendCode(this.#phone, locale);
  }

  /**
   * Exchanges six digits for a session.
   *
   * @returns The answer; undefined when there is another question first, or an error.
   */
  async submitCode(code: string, remember: Remember): Promise<SessionAnswer | undefined> {
    this.#code = code;
    this.#remember = remember;
    return this.#exchange();
  }

  /** Joins with the code that was right already. */
  async join(joining: Joining): Promise<SessionAnswer | undefined> {
    const answer = await this.#exchange(joining);
    if (answer) this.#referral?.clear();
    return answer;
  }

  /** Back to the first question. */
  startOver(): void {
    this.#pending?.clear();
    this.#phone = undefined;
    this.#go('phone');
  }

  /** Says that an answer can't be sent yet, such as terms that are not agreed to. */
  refuse(code: string): void {
    this.#fail(code);
  }

  async #exchange(joining?: Joining): Promise<SessionAnswer | undefined> {
    const { sent } = this;
    if (!sent) return undefined;

    return this.#try(async (calls) => {
      const answer = await calls.create({
        grant: { kind: 'code', challengeId: sent.challengeId, code: this.#code },
        remember: this.#remember,
        ...(joining && { joining }),
      });
      this.#pending?.clear();
      this.#code = '';
      this.#go('phone');
      return answer;
    });
  }

  /** Runs one try; a second one while it runs does nothing. */
  async #try<T>(run: (calls: SignInCalls) => Promise<T>): Promise<T | undefined> {
    if (this.isWorking) return undefined;
    this.isWorking = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      return await run(await this.prepare());
    } catch (error) {
      // What has no code is code that could not be loaded: the network again.
      const { code } = error as { code?: unknown };
      this.#fail(typeof code === 'string' ? code : 'network');
      return undefined;
    } finally {
      this.isWorking = false;
      this.#host.requestUpdate();
    }
  }

  #fail(code: string): void {
    if (code === 'join_required') return this.#go('joining', this.sent);
    if (spent.includes(code) && !this.canResend) {
      this.startOver();
    } else if (spent.includes(code)) {
      this.#go('code', this.sent);
    }
    this.error = { code, field: blamed[code] };
    this.#host.requestUpdate();
  }

  #go(step: Step, sent?: CodeAnswer): void {
    this.step = step;
    this.sent = sent;
    this.error = undefined;
    clearInterval(this.#tick);
    if (step === 'code') this.#count();
    this.#host.requestUpdate();
  }

  /** Redraws each second until another code may be asked for. */
  #count(): void {
    clearInterval(this.#tick);
    this.#tick = setInterval(() => {
      this.#host.requestUpdate();
      if (this.resendInSeconds === 0) clearInterval(this.#tick);
    }, 1000);
  }
}
