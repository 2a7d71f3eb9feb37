import { html, nothing, type TemplateResult } from 'lit';
import type { GlowElement } from '../internal/base.js';
import { renderElements } from './elements-section.js';
import type { TokenValue } from './token-values.js';
import type { View } from './view.js';
import { renderView } from './view-section.js';

/** What the panel shows. */
export interface PanelState {
  readonly isOpen: boolean;
  /** True: the window is narrow, and the panel a sheet at its end. */
  readonly isSheet: boolean;
  /** True: the page has the key `demo`, so that faces and people can be chosen. */
  readonly isDemo: boolean;
  readonly view: View;
  /** What the next loading of the demo is asked for. */
  readonly draft: Pick<View, 'face' | 'person' | 'day'>;
  /** As the page says it; may be empty. */
  readonly ownLanguage: string;
  /** In px. */
  readonly windowWidth: number;
  readonly elements: readonly GlowElement[];
  readonly chosen: ChosenElement | undefined;
  readonly isPicking: boolean;
  /** What was done last, in words; may be empty. */
  readonly said: string;
  /** What could not be copied. */
  readonly text: string | undefined;
}

/** The element that is looked at. */
export interface ChosenElement {
  readonly element: GlowElement;
  readonly parts: readonly string[];
  readonly tokens: readonly TokenValue[];
}

/** What can be done in the panel. */
export interface PanelActions {
  open(): void;
  close(): void;
  /** Notes what the next loading of the demo is asked for. */
  draft(change: Partial<PanelState['draft']>): void;
  loadAgain(): void;
  /** Changes the page at once. */
  look(change: Partial<Pick<View, 'language' | 'scheme' | 'width'>>): void;
  choose(element: Element): void;
  /** Marks an element while it is pointed at; undefined: no longer. */
  point(element: Element | undefined): void;
  pointPart(part: string | undefined): void;
  /** Starts picking, or ends it. */
  pick(): void;
  copyTokens(): Promise<void>;
  copyPart(part: string): Promise<void>;
}

/** The panel, or the button that opens it. */
export function renderPanel(state: PanelState, actions: PanelActions): TemplateResult {
  if (!state.isOpen) {
    return html`<button id="open" class="launcher" @click=${() => actions.open()}>
      <span class="dot"></span>Inspect
    </button>`;
  }
  // A sheet has room for one of them: the browser closes the other.
  const group = state.isSheet ? 'section' : '';
  return html`
    <div class="panel">
      <header>
        <h2 id="title" tabindex="-1">Inspector</h2>
        <span class="quiet">${state.isDemo ? 'demo' : 'test key'}</span>
        <button class="close" aria-label="Close the inspector" @click=${() => actions.close()}>
          <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15" /></svg>
        </button>
      </header>
      <div class="scroll">
        <details name=${group} open>
          <summary><h3>View</h3></summary>
          ${renderView(state, actions)}
        </details>
        <details id="elements" name=${group} open>
          <summary>
            <h3>Elements</h3>
            <span class="quiet">${state.elements.length}</span>
          </summary>
          ${renderElements(state, actions)}
        </details>
      </div>
      <footer>
        <p role="status" class=${state.said ? 'said' : ''}>${state.said}</p>
        ${state.text === undefined ? nothing : renderText(state.text)}
      </footer>
    </div>
  `;
}

const renderText = (text: string) =>
  html`<pre
    class="code"
    role="textbox"
    aria-readonly="true"
    aria-multiline="true"
    aria-label="CSS to copy"
    tabindex="0"
    .textContent=${text}
  ></pre>`;
