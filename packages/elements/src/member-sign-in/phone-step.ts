import type { LocalizedText, PublicProgram } from '@afterglow/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { SignInFlow } from './sign-in-flow.js';
import {
  fieldIn,
  renderField,
  renderGeneralError,
  renderSubmit,
  type QuestionView,
} from './sign-in-questions.js';

/** What the three questions are drawn from, and whom they tell. */
export interface StepView extends QuestionView {
  readonly program: PublicProgram;
  /** Origin (and path) of the API, which serves the clinic's logo. */
  readonly base: string;
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
export function renderPhoneStep(view: StepView): TemplateResult {
  // Loaded at the first touch, so it is here before a digit is; without it the number stays as typed.
  const write = ({ target }: Event) =>
    view.flow.later?.writePhone(target as HTMLInputElement, view.program);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const phone = fieldIn(event.target as HTMLFormElement, 'phone').value.trim();
    if (phone) void view.submitPhone(phone);
    else view.flow.refuse('phone_invalid');
  };

  return html`
    <div class="head">
      ${view.title(
        html`${renderLogo(view)}${view.say('sign-in.title', { clinic: view.clinicName })}`,
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
            @input=${write}
          />`,
      })}
      ${renderGeneralError(view)} ${renderSubmit(view, 'sign-in.send')}
    </form>
  `;
}

function renderLogo({ program, base }: StepView): unknown {
  const { logoUrl } = program.brand;
  // As `logoUrlAt` of the contract: shared with what writes, it would be a file and a request of its own.
  const src = logoUrl?.startsWith('/') ? base + logoUrl : logoUrl;
  return src ? html`<img class="logo" src=${src} alt="" />` : nothing;
}
