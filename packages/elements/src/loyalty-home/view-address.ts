import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ViewName } from './views.js';

/** An element with views. */
interface Host extends ReactiveControllerHost {
  /** What stands before the name of a view in the page's address. */
  readonly hashPrefix: string;
  /** The views that there are, the first one first. */
  readonly viewNames: readonly ViewName[];
}

/** How somebody came to a view: by a press of its link, or by the browser's Back and Forward. */
export type Way = 'press' | 'history';

/** Of several on one page that follow the same addresses, the one that was used last. */
let used: Host | undefined;

/**
 * The view that is open, told by what stands after `#` in the page's address. Back and Forward are the
 * browser's own then, and an address can be sent to somebody.
 *
 * The page has anchors of its own. An address that names none of the views changes nothing, but for
 * the one with which the page was opened: there the first view was shown, and Back leads to it.
 */
export class ViewAddress implements ReactiveController {
  readonly #host: Host;
  readonly #moved: (way: Way) => void;
  /** Undefined until it is drawn: until then the address says it. */
  #view: ViewName | undefined;
  #opened: string | undefined;

  /** @param moved - Called when somebody went to another view, and only where it was on this element. */
  constructor(host: Host, moved: (way: Way) => void) {
    this.#host = host;
    this.#moved = moved;
    host.addController(this);
  }

  get view(): ViewName {
    const { viewNames } = this.#host;
    const view = this.#view ?? this.#named;
    return view && viewNames.includes(view) ? view : (viewNames[0] ?? 'home');
  }

  /** Where the link of a view leads, such as `#glow-offers`. */
  addressOf(view: ViewName): string {
    return `#${this.#host.hashPrefix}${view}`;
  }

  /** Opens a view at the press of its link; the address is written in place of the browser. */
  open(view: ViewName): void {
    used = this.#host;
    this.#view = view;
    // A link with nothing but `#…` would lead away from a page that has a <base>.
    location.hash = this.addressOf(view);
    this.#moved('press');
  }

  hostConnected(): void {
    this.#opened = hashNow();
    // `hashchange` comes later, when the browser may have scrolled a page that is still as it was.
    window.addEventListener('popstate', this.#follow);
  }

  hostUpdate(): void {
    this.#view ??= this.view;
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#follow);
    if (used === this.#host) used = undefined;
  }

  get #named(): ViewName | undefined {
    return this.#host.viewNames.find((view) => this.addressOf(view) === hashNow());
  }

  readonly #follow = () => {
    const before = this.view;
    const hash = hashNow();
    const isStart = hash === undefined || hash === this.#opened;
    const view = this.#named ?? (isStart ? this.#host.viewNames[0] : undefined);
    if (!view || view === before) return;

    this.#view = view;
    this.#host.requestUpdate();
    used ??= this.#host;
    if (used === this.#host) this.#moved('history');
  };
}

/** With its `#`, which alone is an anchor of the page's own; undefined where there is none. */
function hashNow(): string | undefined {
  const at = location.href.indexOf('#');
  return at < 0 ? undefined : location.href.slice(at);
}
