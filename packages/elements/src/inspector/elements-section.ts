import { html, nothing, type TemplateResult } from 'lit';
import type { ChosenElement, PanelActions, PanelState } from './panel.js';
import type { TokenValue } from './token-values.js';

/** The list of the page's elements, and what can be styled of the one that is chosen. */
export function renderElements(state: PanelState, actions: PanelActions): TemplateResult {
  const { elements, chosen, isPicking } = state;
  return html`
    <div class="section">
      <div class="line">
        <p class="quiet">
          ${isPicking ? 'Press one on the page. Escape ends it.' : 'Choose one, or pick it on the page.'}
        </p>
        <button
          id="pick"
          class="secondary"
          aria-label="Pick on the page"
          aria-pressed=${isPicking}
          @click=${() => actions.pick()}
        >
          Pick
        </button>
      </div>
      ${
        elements.length === 0
          ? html`<p class="quiet">There is no element of Afterglow on this page yet.</p>`
          : html`<div class="list" role="radiogroup" aria-label="Elements of the page">
              ${elements.map((element, index) => renderRow(state, actions, element, index))}
            </div>`
      }
    </div>
    ${chosen ? renderChosen(chosen, actions) : nothing}
  `;
}

function renderRow(
  { elements, chosen }: PanelState,
  actions: PanelActions,
  element: PanelState['elements'][number],
  index: number,
): TemplateResult {
  const { localName } = element;
  const before = elements.slice(0, index).filter((other) => other.localName === localName);
  const isChosen = element === chosen?.element;
  return html`<label
    class=${isChosen ? 'row chosen' : 'row'}
    @pointerenter=${() => actions.point(element)}
    @pointerleave=${() => actions.point(undefined)}
    ><input
      type="radio"
      name="element"
      .checked=${isChosen}
      @focus=${() => actions.choose(element)}
      @change=${() => actions.choose(element)}
    /><span class="code">${localName}${before.length > 0 ? ` (${before.length + 1})` : ''}</span
    ><span class="quiet">${element.state.replace('-', ' ')}</span></label
  >`;
}

function renderChosen({ element, parts, tokens }: ChosenElement, actions: PanelActions) {
  return html`<section class="section" aria-labelledby="chosen">
    <h3 id="chosen" class="code" tabindex="-1">${element.localName}</h3>
    <h4>Parts</h4>
    <p class="quiet">Those of the face that is shown. Press one to copy a rule for it.</p>
    <ul class="parts">
      ${parts.map(
        (part) =>
          html`<li>
            <button
              class="chip code"
              aria-label="Copy a rule for ${part}"
              @click=${() => void actions.copyPart(part)}
              @pointerenter=${() => actions.pointPart(part)}
              @pointerleave=${() => actions.pointPart(undefined)}
              @focus=${() => actions.pointPart(part)}
              @blur=${() => actions.pointPart(undefined)}
            >
              ${part}
            </button>
          </li>`,
      )}
    </ul>
    <div class="line">
      <h4>Tokens</h4>
      <button class="secondary" @click=${() => void actions.copyTokens()}>Copy tokens</button>
    </div>
    <dl>${tokens.map(renderToken)}</dl>
  </section>`;
}

const renderToken = ({ name, value, isSet, color }: TokenValue) =>
  html`<div>
    <dt class="code">${name}</dt>
    <dd>
      ${isSet ? nothing : html`<span class="quiet">not set</span>`}
      ${
        color
          ? html`<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true">
              <rect width="1" height="1" fill=${color}></rect>
            </svg>`
          : nothing
      }
      <span class="code">${color ?? value}</span>
    </dd>
  </div>`;
