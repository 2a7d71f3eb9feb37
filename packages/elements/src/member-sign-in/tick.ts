import { html, nothing, type TemplateResult } from 'lit';

/** A box to tick, with its words as its label. */
export function renderTick(tick: {
  readonly name: string;
  readonly label: string;
  readonly about?: string;
  readonly isTicked: boolean;
  readonly isRequired?: boolean;
}): TemplateResult {
  return html`<label class="tick">
    <input
      type="checkbox"
      name=${tick.name}
      .checked=${tick.isTicked}
      ?required=${tick.isRequired ?? false}
    />
    <span>
      ${tick.label} ${tick.about ? html`<span class="quiet">${tick.about}</span>` : nothing}
    </span>
  </label>`;
}
