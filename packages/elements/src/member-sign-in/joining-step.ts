import type { Joining, PublicProgram } from '@afterglow/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from './phone-step.js';
import {
  fieldIn,
  renderField,
  renderGeneralError,
  renderSubmit,
  type QuestionView,
} from './sign-in-questions.js';
import { renderTick } from './tick.js';

/** The third question, for those who are new: what joining needs, and nothing else. */
export function renderJoiningStep(view: StepView & Pick<PublicProgram, 'site'>): TemplateResult {
  const { program, friendCode, flow } = view;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void view.submitJoining(event.target as HTMLFormElement);
  };
  const offer = flow.friendOffer && view.text(flow.friendOffer);
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
        ${renderTick({
          name: 'marketing',
          label: view.say('sign-in.marketing'),
          about: view.say('sign-in.marketing-terms'),
          isTicked: false,
        })}
        ${
          offer
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

/**
 * What was filled in on the third question, with the words of what was ticked; a code is read as people
 * write and say it.
 */
export function readJoining(form: HTMLFormElement): Joining {
  const ticked = (name: string) =>
    (form.elements.namedItem(name) as HTMLInputElement | null)?.checked ?? false;
  const firstName = fieldIn(form, 'first-name').value.trim();
  const code = codeWordOf(fieldIn(form, 'friend-code').value);
  const words = [...form.querySelectorAll('.tick :checked')]
    .map((tick) => tick.closest('.tick')?.textContent.replace(/\s+/g, ' ').trim())
    .join('\n');
  return {
    consents: {
      terms: ticked('terms'),
      marketingSms: ticked('marketing'),
      marketingEmail: false,
      shareFirstName: ticked('share-name'),
      ...(words ? { words } : {}),
    },
    ...(firstName ? { firstName } : {}),
    ...(code ? { code } : {}),
  };
}

/** A code as it is compared: capitals, no spaces or hyphens, and the letters that look like digits as digits. */
export function codeWordOf(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** Links to what one agrees to, where the clinic has such pages. */
function renderTermsLinks(view: QuestionView, site: PublicProgram['site']): unknown {
  const links = [
    [site.termsUrl, 'sign-in.terms-link'],
    [site.privacyUrl, 'sign-in.privacy-link'],
  ] as const;
  const shown = links.filter(([url]) => url !== null);
  if (shown.length === 0) return nothing;
  return html`<p class="links quiet">
    ${shown.map(
      ([url, key]) =>
        html`<a href=${url ?? ''} target="_blank" rel="noopener">${view.say(key)}</a>`,
    )}
  </p>`;
}
