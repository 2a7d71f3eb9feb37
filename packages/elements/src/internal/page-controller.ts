import type { LitElement, ReactiveController } from 'lit';
import { requestPage } from './page-request.js';
import type { LoyaltyPage } from './page.js';

/**
 * Finds whose page an element stands on: the nearest `loyalty-provider` around it, also outside of
 * the shadow trees that it stands in, else the page's default. Asks again when the element is moved.
 *
 * A provider that is not upgraded yet is waited for. Tried: without the wait, an element inside a
 * late provider stays on the wrong clinic for ever.
 */
export class PageController implements ReactiveController {
  /** Undefined while nobody has answered. */
  page: LoyaltyPage | undefined;

  readonly #host: LitElement;
  readonly #changed: (page: LoyaltyPage | undefined) => void;
  #unsubscribe: (() => void) | undefined;

  /** @param changed - Called with each new page, also with undefined when the element leaves one. */
  constructor(host: LitElement, changed: (page: LoyaltyPage | undefined) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#ask();
    document.addEventListener('context-provider', this.#askAgain);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askAgain);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#take(undefined);
  }

  /** A provider came late: ask, if nobody has answered so far. */
  readonly #askAgain = () => {
    if (!this.page) this.#ask();
  };

  #ask(): void {
    const late = lateProvider(this.#host);
    if (late) {
      void customElements.whenDefined(late.localName).then(() => {
        if (this.#host.isConnected) this.#ask();
      });
      return;
    }
    requestPage(this.#host, this.#answer, true);
  }

  readonly #answer = (page: LoyaltyPage, unsubscribe?: () => void) => {
    if (unsubscribe !== this.#unsubscribe) {
      this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
    }
    this.#take(page);
  };

  #take(page: LoyaltyPage | undefined): void {
    if (page === this.page) return;
    this.page = page;
    this.#changed(page);
  }
}

/** The nearest provider in the composed path if its class has not arrived yet. */
function lateProvider(from: Element): Element | undefined {
  for (let at = parentOf(from); at; at = parentOf(at)) {
    if (!at.localName.endsWith('loyalty-provider')) continue;
    return at.matches(':defined') ? undefined : at;
  }
  return undefined;
}

function parentOf(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : node.parentElement;
}
