import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** An element that lists something. */
interface Host extends ReactiveControllerHost {
  /** How many rows are shown before "Show all". */
  readonly rows: number;
  readonly renderRoot: ParentNode;
}

/**
 * The rows of a list that are shown: the first ones, and all of them once somebody asks. The button
 * for that is gone then, so the focus goes to the first row that it brought.
 */
export class RowsController implements ReactiveController {
  readonly #host: Host;
  readonly #row: string;
  #showsAll = false;
  #owner: string | undefined;
  #focused: number | undefined;

  /** @param row - Selector of a row, which can take the focus (`tabindex="-1"`). */
  constructor(host: Host, row: string) {
    this.#host = host;
    this.#row = row;
    host.addController(this);
  }

  /**
   * Those of a list's items that are shown.
   *
   * @param owner - Whose list it is: somebody else's begins with its first rows again.
   */
  shownOf<Item>(items: readonly Item[], owner = ''): readonly Item[] {
    if (owner !== this.#owner) this.#showsAll = false;
    this.#owner = owner;
    return this.#showsAll ? items : items.slice(0, this.#first);
  }

  readonly showAll = (): void => {
    this.showAllFrom(this.#first);
  };

  /** Shows all, where more rows than the first ones were there already. */
  showAllFrom(firstNew: number): void {
    this.#focused = firstNew;
    this.#showsAll = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#focused === undefined) return;
    const rows = this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#row);
    rows.item(this.#focused)?.focus();
    this.#focused = undefined;
  }

  get #first(): number {
    return Math.max(1, this.#host.rows);
  }
}

/** The waiting face of a list: a heading and some rows. */
export function waitingRows(said: string, rows: number): unknown {
  return html`
    <span class="hidden">${said}</span>
    <span class="block short"></span>
    ${Array.from({ length: rows }, () => html`<span class="block row-block"></span>`)}
  `;
}
