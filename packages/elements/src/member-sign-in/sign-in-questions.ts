import { html, nothing, type TemplateResult } from 'lit';
import type { WordArgs, WordKey } from '../internal/words.js';

/** What every question is drawn from. */
export interface QuestionView {
  /** What went wrong with the last try, in words; undefined when nothing did. */
  readonly error: string | undefined;
  /** Which field the error is about; undefined: the question as a whole. */
  readonly errorField: string | undefined;
  /** True while an answer is under way. */
  readonly isWorking: boolean;
  say(key: WordKey, args?: WordArgs): string;
}

/** A labelled field; the error stands under it and is read with it. */
export function renderField(
  view: QuestionView,
  field: { name: string; label: string; hint?: string; input: (describedBy: string) => unknown },
): TemplateResult {
  const isWrong = view.error !== undefined && view.errorField === field.name;
  return html`<div class="field">
    <label class="label" part="label" for=${field.name}>
      ${field.label} ${field.hint ? html`<span class="quiet">(${field.hint})</span>` : nothing}
    </label>
    ${field.input(isWrong ? 'about error' : 'about')} ${isWrong ? renderError(view) : nothing}
  </div>`;
}

/** What went wrong, spoken at once; the mark beside it means the same without its color. */
export function renderError(view: QuestionView): TemplateResult {
  return html`<p class="error" part="message" id="error" role="alert">
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 6.5v4.25M10 13.4v.1" />
    </svg>
    <span>${view.error}</span>
  </p>`;
}

/** An error that belongs to no field. */
export function renderGeneralError(view: QuestionView): unknown {
  return view.error !== undefined && view.errorField === undefined ? renderError(view) : nothing;
}

/** The one primary button. It stays focusable while it works, so that the focus is not lost. */
export function renderSubmit(view: QuestionView, key: WordKey): TemplateResult {
  return html`<button
    class="button primary"
    part="button"
    type="submit"
    aria-disabled=${view.isWorking}
  >
    ${view.isWorking ? view.say('sign-in.working') : view.say(key)}
  </button>`;
}

/** A field of the form, by its name. */
export const fieldIn = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement;
