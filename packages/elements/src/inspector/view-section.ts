import { html, type TemplateResult } from 'lit';
import { faces, type Face } from '../internal/faces.js';
import { demoPeople, isDemoPerson } from '../loader/demo/demo-people.js';
import type { PanelActions, PanelState } from './panel.js';
import { languageNames, languageTags, widths } from './view.js';

/** What a face shows of whom; none where somebody can be chosen. */
const whoIsShown: Partial<Record<Face, string>> = {
  empty: 'Empty is Dora, who has just joined.',
  'signed-out': 'Nobody is signed in.',
  waiting: 'No answer comes, so nobody is shown.',
  failed: 'No request gets through, so nobody is shown.',
};

/** So many years ahead a demo can be looked at. */
const years = 3;

/** Everything that changes how the page is looked at. */
export function renderView(state: PanelState, actions: PanelActions): TemplateResult {
  return html`<div class="section">
    ${
      state.isDemo
        ? renderDemo(state, actions)
        : html`<p class="quiet">
            Face, person and date can be chosen with the key demo; with a test key the server
            decides them.
          </p>`
    }
    ${renderLook(state, actions)}
  </div>`;
}

/** Parts of the address: the demo is told again from them. */
function renderDemo({ draft }: PanelState, actions: PanelActions): TemplateResult {
  const shown = draft.face ?? 'ready';
  const hint = whoIsShown[shown];
  const today = new Date();
  const last = new Date(today.getFullYear() + years, today.getMonth(), today.getDate());
  return html`<form
    @submit=${(event: Event) => {
      event.preventDefault();
      actions.loadAgain();
    }}
  >
    <div class="pair">
      <label
        >Face
        <select
          @change=${(event: Event) => {
            const face = valueOf(event) as Face;
            actions.draft({ face: face === 'ready' ? undefined : face });
          }}
        >
          ${[...faces]
            .sort((one, other) => Number(other === 'ready') - Number(one === 'ready'))
            .map((face) => option(face, worded(face), face === shown))}
        </select>
      </label>
      <label
        >Person
        <select
          ?disabled=${hint !== undefined}
          aria-describedby="who"
          @change=${(event: Event) => {
            const name = valueOf(event);
            actions.draft({ person: isDemoPerson(name) && name !== 'ana' ? name : undefined });
          }}
        >
          ${Object.entries(demoPeople).map(([name, { firstName }]) =>
            option(name, firstName, name === (draft.person ?? 'ana')),
          )}
        </select>
      </label>
    </div>
    <p id="who" class="quiet" ?hidden=${hint === undefined}>${hint}</p>
    <div class="pair">
      <label
        >Date
        <input
          type="date"
          min=${dayOf(today)}
          max=${dayOf(last)}
          .value=${draft.day ?? dayOf(today)}
          @change=${(event: Event) => {
            const day = valueOf(event);
            actions.draft({ day: day === '' || day === dayOf(today) ? undefined : day });
          }}
        />
      </label>
      <button class="primary">Load again</button>
    </div>
  </form>`;
}

/** What changes at once. */
function renderLook(
  { view, ownLanguage, windowWidth }: PanelState,
  actions: PanelActions,
): TemplateResult {
  const narrower = widths.filter((width) => width < windowWidth);
  return html`
    <label
      >Language
      <select
        @change=${(event: Event) =>
          actions.look({ language: languageTags.find((tag) => tag === valueOf(event)) })}
      >
        ${option('', `The page's${ownLanguage && ` (${ownLanguage})`}`, !view.language)}
        ${languageTags.map((tag) => option(tag, languageNames[tag], tag === view.language))}
      </select>
    </label>
    ${choices<PanelState['view']['scheme']>(
      'Colors',
      [
        ["The page's", undefined],
        ['Light', 'light'],
        ['Dark', 'dark'],
      ],
      view.scheme,
      (scheme) => actions.look({ scheme }),
    )}
    ${choices(
      'Width',
      [["The page's", undefined], ...narrower.map((width) => [`${width} px`, width] as const)],
      view.width,
      (width) => actions.look({ width }),
    )}
  `;
}

/** A row of values of which one holds. */
function choices<Value>(
  name: string,
  options: readonly (readonly [label: string, value: Value])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${name}</legend>
    <div class="choices">
      ${options.map(
        ([label, value]) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              .checked=${value === chosen}
              @change=${() => choose(value)}
            /><span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

const option = (value: string, label: string, isChosen: boolean) =>
  html`<option value=${value} ?selected=${isChosen}>${label}</option>`;

const valueOf = ({ target }: Event) => (target as HTMLInputElement | HTMLSelectElement).value;

/** `signed-out` as `Signed out`. */
const worded = (face: Face) => (face[0] ?? '').toUpperCase() + face.slice(1).replace('-', ' ');

/** The calendar day of where the browser is, `YYYY-MM-DD`. */
const dayOf = (at: Date) =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-');
