import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from './phone-step.js';
import { fieldIn, renderField, renderGeneralError, renderSubmit } from './sign-in-questions.js';
import { renderTick } from './tick.js';

/** The second question: six digits in one field, sent as soon as they are there. */
export function renderCodeStep(view: StepView): TemplateResult {
  const { flow } = view;
  const send = (form: HTMLFormElement) => {
    const code = digitsOf(fieldIn(form, 'code').value);
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

const digitsOf = (text: string) => text.replace(/\D/g, '');
