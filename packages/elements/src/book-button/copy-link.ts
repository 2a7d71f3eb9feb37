import { css, html } from 'lit';
import type { WordKey } from '../internal/words.js';

/** How long "Copied" stands on the button, in ms. */
const copiedMs = 2500;

/** What the copying button needs of the element that it stands in. */
export interface CopyHost {
  readonly root: ParentNode;
  say(key: WordKey): string;
  announce(text: string): void;
  /** Draws it again, and tells when that is done. */
  draw(): Promise<unknown>;
}

/** The button that copies the booking link; loaded where the mode is `copy`. Its element hears the press. */
export class CopyLink {
  readonly #host: CopyHost;
  #state: 'ready' | 'copied' | 'denied' = 'ready';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CopyHost) {
    this.#host = host;
  }

  render(address: string) {
    const { say } = this.#host;
    if (this.#state === 'denied') {
      return html`<input part="input" readonly aria-label=${say('book.copy')} .value=${address} />`;
    }
    const isCopied = this.#state === 'copied';
    return html`<button class="button primary both" part="button">
      <span class=${isCopied ? 'away' : ''}><slot>${say('book.copy')}</slot></span>
      <span class=${isCopied ? '' : 'away'}>${say('book.copied')}</span>
    </button>`;
  }

  /** Says "Copied" after the clipboard took it; shows the link, selected, where that is denied. */
  async copy(address: string): Promise<void> {
    const { say, announce } = this.#host;
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      announce(say('book.not-copied'));
      await this.#show('denied');
      const field = this.#host.root.querySelector('input');
      field?.focus();
      field?.select();
      return;
    }
    announce(say('book.copied'));
    void this.#show('copied');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show('ready'), copiedMs);
  }

  #show(state: 'ready' | 'copied' | 'denied'): Promise<unknown> {
    this.#state = state;
    return this.#host.draw();
  }
}

export const copyStyles = css`
  /* Both words have their place, so that the button keeps its width. */
  .both {
    display: grid;
  }
  .both > * {
    grid-area: 1 / 1;
  }
  .away {
    visibility: hidden;
  }
  /* The field alone is wider than a narrow column: it gives way. */
  .card {
    grid-template-columns: minmax(0, auto);
  }
  input {
    min-block-size: 44px;
    inline-size: 20em;
    max-inline-size: 100%;
    padding: 8px 14px;
    border: 1px solid color-mix(in srgb, var(--_text-quiet) 75%, var(--_surface));
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    direction: ltr;
  }
`;
