import type { Joining, LocalizedText, PublicProgram } from '@afterglow/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { caretAfter, formatPhone } from './phone-format.js';
import type { SignInFlow } from './sign-in-flow.js';
import {
  renderField,
  renderGeneralError,
  renderSubmit,
  renderTermsLinks,
  renderTick,
  type QuestionView,
} from './sign-in-questions.js';

/** What the three questions are drawn from, and whom they tell. */
export interface StepView extends QuestionView {
  readonly program: PublicProgram;
  readonly clinicName: string;
  readonly flow: SignInFlow;
  /** False where the page forbids that a device remembers. */
  readonly offersDevice: boolean;
  readonly remembersDevice: boolean;
  /** The code of a friend's link, if one was followed. */
  readonly friendCode: string | undefined;
  text(text: LocalizedText): string;
  title(content: unknown): TemplateResult;
  /** The first touch of the form; whatever else is needed can be loaded now. */
  touched(): void;
  submitPhone(phone: string): Promise<void>;
  submitCode(code: string, staysOnDevice: boolean): Promise<void>;
  submitJoining(form: HTMLFormElement): Promise<void>;
  resend(): Promise<void>;
}

/** The first question: the number, written the way it is said while it is typed. */
export function renderPhoneStep(view: StepView, isNorthAmerican: boolean): TemplateResult {
  const format = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const typed = input.value;
    const caret = input.selectionStart ?? typed.length;
    input.value = formatPhone(typed, isNorthAmerican);
    const at = caretAfter(typed, caret, input.value);
    input.setSelectionRange(at, at);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const phone = fieldOf(event, 'phone').value.trim();
    if (phone) void view.submitPhone(phone);
    else view.flow.refuse('phone_invalid');
  };

  return html`
    <div class="head">
      ${view.title(
        html`${view.program.brand.logoUrl ? html`<img class="logo" src=${view.program.brand.logoUrl} alt="" />` : nothing}${view.say('sign-in.title', { clinic: view.clinicName })}`,
      )}
      <p class="purpose" id="about">${view.say('sign-in.purpose')}</p>
    </div>
    <form novalidate @submit=${submit} @focusin=${view.touched} @pointerenter=${view.touched}>
      ${renderField(view, {
        name: 'phone',
        label: view.say('sign-in.phone'),
        input: (describedBy) =>
          html`<input
            class="input"
            part="input"
            id="phone"
            name="phone"
            type="tel"
            autocomplete="tel"
            aria-describedby=${describedBy}
            aria-invalid=${view.errorField === 'phone'}
            @input=${format}
          />`,
      })}
      ${renderGeneralError(view)} ${renderSubmit(view, 'sign-in.send')}
    </form>
  `;
}

/** The second question: six digits in one field, sent as soon as they are there. */
export function renderCodeStep(view: StepView): TemplateResult {
  const { flow } = view;
  const send = (form: HTMLFormElement) => {
    const code = digitsOf(field(form, 'code').value);
    const stays = (form.elements.namedItem('device') as HTMLInputElement | null)?.checked ?? false;
    if (code.length === 6) void view.submitCode(code, stays);
    else flow.refuse('code_invalid');
  };
  const typed = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const digits = digitsOf(input.value);
    if (digits.length >= 6) input.value = digits.slice(0, 6);
    if (digits.length === 6 && input.form) send(input.form);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send(event.target as HTMLFormElement);
  };

  return html`
    <div class="head">
      ${view.title(view.say('sign-in.code-title'))}
      <p class="purpose" id="about">
        ${view.say('sign-in.code-sent', { hint: flow.sent?.hint ?? '' })}
      </p>
    </div>
    <form novalidate @submit=${submit}>
      ${renderField(view, {
        name: 'code',
        label: view.say('sign-in.code'),
        input: (describedBy) =>
          html`<input
            class="input code"
            part="input"
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            aria-describedby=${describedBy}
            aria-invalid=${view.errorField === 'code'}
            @input=${typed}
          />`,
      })}
      ${
        view.offersDevice
          ? renderTick({
              name: 'device',
              label: view.say('sign-in.remember'),
              about: view.say('sign-in.remember-hint'),
              isTicked: view.remembersDevice,
            })
          : nothing
      }
      ${renderGeneralError(view)} ${renderSubmit(view, 'sign-in.submit')}
    </form>
    <div class="actions">
      ${renderResend(view)}
      <button class="button tertiary" part="button" @click=${() => flow.startOver()}>
        ${view.say('sign-in.other-number')}
      </button>
    </div>
  `;
}

function renderResend(view: StepView): unknown {
  if (!view.flow.canResend) return nothing;
  const seconds = view.flow.resendInSeconds;
  return seconds > 0
    ? html`<span class="resend quiet">${view.say('sign-in.resend-in', { count: seconds })}</span>`
    : html`<button class="button tertiary" part="button" @click=${view.resend}>
        ${view.say('sign-in.resend')}
      </button>`;
}

/** The third question, for those who are new: what joining needs, and nothing else. */
export function renderJoiningStep(view: StepView & Pick<PublicProgram, 'site'>): TemplateResult {
  const { program, friendCode } = view;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void view.submitJoining(event.target as HTMLFormElement);
  };
  const offer = friendCode && program.referral.active && view.text(program.referral.friendOffer);
  const optional = view.say('sign-in.optional');

  return html`
    <div class="head">
      ${view.title(view.say('sign-in.join-title', { clinic: view.clinicName }))}
      <p class="purpose" id="about">
        ${view.say('sign-in.join-purpose')}
        ${
          program.joiningPoints > 0
            ? view.say('sign-in.join-points', { count: program.joiningPoints })
            : nothing
        }
      </p>
    </div>
    ${offer ? html`<p class="gift">${view.say('sign-in.friend-offer', { offer })}</p>` : nothing}
    <form novalidate @submit=${submit}>
      ${renderField(view, {
        name: 'first-name',
        label: view.say('sign-in.first-name'),
        hint: optional,
        input: () =>
          html`<input
            class="input"
            part="input"
            id="first-name"
            name="first-name"
            autocomplete="given-name"
            maxlength="80"
          />`,
      })}
      ${renderField(view, {
        name: 'friend-code',
        label: view.say('sign-in.friend-code'),
        hint: optional,
        input: (describedBy) =>
          html`<input
            class="input"
            part="input"
            id="friend-code"
            name="friend-code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="12"
            .value=${friendCode ?? ''}
            aria-describedby=${describedBy}
            aria-invalid=${view.errorField === 'friend-code'}
          />`,
      })}
      <div class="ticks">
        ${renderTick({
          name: 'terms',
          label: view.say('sign-in.terms'),
          isTicked: false,
          isRequired: true,
        })}
        ${renderTick({ name: 'marketing', label: view.say('sign-in.marketing'), isTicked: false })}
        ${
          friendCode
            ? renderTick({
                name: 'share-name',
                label: view.say('sign-in.share-name'),
                isTicked: false,
              })
            : nothing
        }
      </div>
      ${renderTermsLinks(view, view.site)} ${renderGeneralError(view)}
      ${renderSubmit(view, 'sign-in.join')}
    </form>
  `;
}

/** What was filled in on the third question; a code is read as people write and say it. */
export function readJoining(form: HTMLFormElement): Joining {
  const ticked = (name: string) =>
    (form.elements.namedItem(name) as HTMLInputElement | null)?.checked ?? false;
  const firstName = field(form, 'first-name').value.trim();
  const code = codeWordOf(field(form, 'friend-code').value);
  return {
    consents: {
      terms: ticked('terms'),
      marketingSms: ticked('marketing'),
      marketingEmail: false,
      shareFirstName: ticked('share-name'),
    },
    ...(firstName ? { firstName } : {}),
    ...(code ? { code } : {}),
  };
}

/** A code as it is compared: capitals, no spaces or hyphens, and the letters that look like digits as digits. */
export function codeWordOf(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

const field = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement;

const fieldOf = (event: SubmitEvent, name: string) => field(event.target as HTMLFormElement, name);
