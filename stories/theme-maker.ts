import {
  themeCss,
  derivePalette,
  wordAdjustment,
  type Theme,
  type ThemeChoices,
} from '@afterglow/server/brand';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import './page.styles.js';
import { wear } from './ready-themes.js';

const fonts = {
  'The page’s own': undefined,
  'System sans': 'system-ui, sans-serif',
  'Humanist sans': "Optima, Candara, 'Noto Sans', source-sans-pro, sans-serif",
  Geometric: "Avenir, Montserrat, Corbel, 'URW Gothic', source-sans-pro, sans-serif",
  Rounded: "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Comfortaa, Calibri, sans-serif",
  'Old-style serif': "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, serif",
  'Modern serif': "Didot, 'Bodoni MT', 'Noto Serif Display', 'URW Palladio L', P052, serif",
} as const satisfies Record<string, string | undefined>;

/** What stands in the form. */
interface Chosen {
  brand: string;
  surface: string;
  radiusPx: number;
  font: keyof typeof fonts;
  density: keyof typeof densities;
}

const densities = { Compact: 16, Usual: undefined, Airy: 32 } as const;

const { styleSheet } = css`
  .maker {
    display: grid;
    gap: 24px;
    align-items: start;
    min-block-size: 100vh;
    padding: 24px 16px 48px;
    background: var(--glow-color-surface);
    color: var(--glow-color-text);
  }
  .maker > * {
    min-inline-size: 0;
  }
  .maker-elements {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(380px, 100%), 1fr));
    gap: 24px;
    align-items: start;
  }
  .maker h1 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 600;
  }
  .maker form {
    display: grid;
    gap: 16px;
    padding: 20px;
    border: 1px solid #767676;
    border-radius: 8px;
    background: Canvas;
    color: CanvasText;
    font:
      14px/1.4 system-ui,
      sans-serif;
  }
  .maker form p {
    margin: 0;
  }
  .maker label,
  .maker fieldset {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .maker .pair {
    display: grid;
    grid-template-columns: 44px 1fr;
    gap: 8px;
  }
  .maker .pair input[type='color'] {
    inline-size: 44px;
    padding: 2px;
  }
  .maker input,
  .maker select,
  .maker form button {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid #767676;
    border-radius: 6px;
    background: Canvas;
    color: CanvasText;
    font: inherit;
  }
  .maker input[type='range'] {
    padding: 0;
    border: 0;
  }
  .maker form button {
    border-color: transparent;
    background: CanvasText;
    color: Canvas;
    font-weight: 600;
    cursor: pointer;
  }
  .maker :focus-visible {
    outline: 2px solid currentcolor;
    outline-offset: 2px;
  }
  .maker form code {
    overflow-wrap: anywhere;
    font-size: 13px;
  }
  .maker pre {
    box-sizing: border-box;
    max-block-size: 22em;
    margin: 0;
    padding: 16px;
    overflow: auto;
    border: 1px solid #767676;
    border-radius: 8px;
    background: Canvas;
    color: CanvasText;
    font-size: 12px;
    line-height: 1.5;
  }
  @media (min-width: 900px) {
    .maker {
      grid-template-columns: 300px minmax(0, 1fr);
      padding: 32px;
    }
    .maker form {
      position: sticky;
      inset-block-start: 16px;
    }
  }
`;
if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];

/** A page on which one chooses a theme, sees elements in it, and takes its stylesheet along. */
export class ThemeMaker extends LitElement {
  /** What is dressed; set before the element is drawn. */
  elements: TemplateResult | undefined;

  // Plain fields: stories are compiled without the decorators that the elements' package allows.
  readonly #chosen: Chosen = {
    brand: '#7a3b5d',
    surface: '#ffffff',
    radiusPx: 14,
    font: 'The page’s own',
    density: 'Usual',
  };
  #said = '';

  #choose(change: Partial<Chosen>): void {
    Object.assign(this.#chosen, change);
    this.#said = '';
    this.requestUpdate();
  }

  /** In the page's own tree, where the page's styles reach it. */
  protected override createRenderRoot() {
    return this;
  }

  get #choices(): ThemeChoices {
    const { font, density, ...rest } = this.#chosen;
    return { ...rest, font: fonts[font], spacePx: densities[density] };
  }

  protected override willUpdate(): void {
    const made = themeCss(this.#choices);
    if (made.ok) wear(made.css);
  }

  protected override render() {
    const made = themeCss(this.#choices);
    return html`<main class="maker">
      <form @submit=${this.#copy}>
        <h1>Theme</h1>
        ${this.#color('brand', 'Color')} ${this.#color('surface', 'Paper')}
        <label>
          Corners, ${this.#chosen.radiusPx} px
          <input
            type="range"
            name="radius"
            min="0"
            max="40"
            .valueAsNumber=${this.#chosen.radiusPx}
            @input=${({ target }: InputEvent) => {
              this.#choose({ radiusPx: (target as HTMLInputElement).valueAsNumber });
            }}
          />
        </label>
        ${this.#select('font', 'Typeface', fonts)} ${this.#select('density', 'Space', densities)}
        <div role="status">
          ${made.ok ? this.#words(made.adjusted) : html`<p>Write a color as #rrggbb.</p>`}
        </div>
        <button>Copy the stylesheet</button>
        <p role="status">${this.#said}</p>
        <p>Or make it again with<br /><code>${this.#command()}</code></p>
      </form>
      <div class="page-column">
        ${this.elements}
        <pre tabindex="0" aria-label="The stylesheet">${made.ok ? made.css : nothing}</pre>
      </div>
    </main>`;
  }

  #color(name: 'brand' | 'surface', label: string) {
    const changed = ({ target }: InputEvent) => {
      this.#choose({ [name]: (target as HTMLInputElement).value.trim() });
    };
    const isWhole = /^#[0-9a-f]{6}$/i.test(this.#chosen[name]);
    return html`<fieldset>
      <label for=${name}>${label}</label>
      <span class="pair">
        <input
          type="color"
          aria-label="${label}, to pick"
          .value=${isWhole ? this.#chosen[name] : '#000000'}
          @input=${changed}
        />
        <input
          id=${name}
          spellcheck="false"
          autocomplete="off"
          .value=${this.#chosen[name]}
          @input=${changed}
        />
      </span>
    </fieldset>`;
  }

  #select(name: 'font' | 'density', label: string, options: object) {
    return html`<label>
      ${label}
      <select
        name=${name}
        @change=${({ target }: Event) => {
          this.#choose({ [name]: (target as HTMLSelectElement).value });
        }}
      >
        ${Object.keys(options).map(
          (option) => html`<option ?selected=${this.#chosen[name] === option}>${option}</option>`,
        )}
      </select>
    </label>`;
  }

  #words(adjusted: Theme['adjusted']) {
    const palette = derivePalette(this.#chosen.brand, this.#chosen);
    if (!palette.ok) return nothing;
    return adjusted.map((one) => html`<p>${wordAdjustment(one, palette)}</p>`);
  }

  #command(): string {
    const { brand, surface, radiusPx, font, spacePx } = this.#choices;
    const shape = [
      `--brand '${brand}' --surface '${surface}' --radius ${radiusPx}`,
      ...(spacePx === undefined ? [] : [`--space ${spacePx}`]),
      ...(font === undefined ? [] : [`--font "${font}"`]),
    ];
    return `afterglow theme ${shape.join(' ')} > theme.css`;
  }

  readonly #copy = async (event: Event) => {
    event.preventDefault();
    const made = themeCss(this.#choices);
    if (!made.ok) return;
    try {
      await navigator.clipboard.writeText(made.css);
      this.#said = 'Copied.';
    } catch {
      this.#said = 'This browser keeps the clipboard to itself. The stylesheet stands beside this.';
    }
    this.requestUpdate();
  };
}

customElements.define('theme-maker', ThemeMaker);
