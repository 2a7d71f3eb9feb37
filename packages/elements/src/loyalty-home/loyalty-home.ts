import type { Summary } from '@afterglow/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GlowElement } from '../internal/base.js';
import type { FaceSource } from '../internal/face.js';
import { cardStyles, hostStyles } from '../internal/host.styles.js';
import { MemberController } from '../internal/member-controller.js';
import { nameOf } from '../internal/tag-names.js';
import { reserved } from '../internal/reserved.styles.js';
import { pageWords, type WordKey } from '../internal/words.js';
import { viewIcon } from './icons.js';
import { styles } from './loyalty-home.styles.js';
import { homeWords } from './loyalty-home-words.js';
import { Parts } from './parts.js';
import { ViewAddress, type Way } from './view-address.js';
import {
  allViews,
  columnsOf,
  firstParts,
  tagsOf,
  type Column,
  type Part,
  type ViewName,
} from './views.js';

/**
 * The whole app inside a page: Home, Offers, Appointment and Status, each made of the other elements,
 * with a bar at the bottom of narrow ones and a list at the side of wide ones. Who is signed out finds
 * one invitation with the sign-in in it.
 *
 * @tag loyalty-home
 * @slot welcome - In place of the line under the greeting, which says since when one is a member.
 * @slot home - At the end of the view Home.
 * @slot offers - At the end of the view Offers.
 * @slot appointment - At the end of the view Appointment, such as a calendar of the clinic's own.
 * @slot status - At the end of the view Status, such as the terms.
 * @slot invitation - Under the sign-in, for who is signed out.
 * @fires {GlowSignedInEvent} glow-signed-in - Somebody signed in here.
 * @fires {GlowJoinedEvent} glow-joined - Somebody became a member here; before `glow-signed-in`.
 * @fires {GlowSignedOutEvent} glow-signed-out - Somebody signed out here.
 * @fires {GlowBookEvent} glow-book - Somebody is about to book; cancel it to open a dialog of your own.
 * @fires {GlowClaimedEvent} glow-claimed - A reward was claimed here.
 * @fires {GlowClaimReturnedEvent} glow-claim-returned - A voucher was given back here.
 * @fires {GlowSharedEvent} glow-shared - The member's link was copied, shared or shown as a code.
 * @csspart bar - The links to the views.
 * @csspart link - One of these links; the field with the member's link for friends.
 * @csspart heading - The greeting, and the name of each other view.
 * @csspart card - Each card.
 * @csspart title - The heading of a card.
 * @csspart label - A quiet line above a figure; the name of a row.
 * @csspart amount - A figure.
 * @csspart list - A list in a card.
 * @csspart item - A row of it.
 * @csspart button - Each button, and the ways to booking.
 * @csspart message - What is said in place of what is not there.
 * @cssproperty [--loyalty-home-background=var(--glow-color-brand-fill-quiet)] - Behind the link of the view that is open.
 * @cssproperty [--loyalty-home-color=var(--glow-color-brand-on-quiet)] - That link.
 * @cssstate signed-out - Nobody is signed in; the invitation is shown.
 * @cssstate waiting - No member yet, or the code of a view is under way.
 * @cssstate ready - A view is shown.
 * @cssstate failed - The member or the code could not be loaded; a button tries again.
 * @cssstate stale - The last known state of everything, marked as such once.
 */
export class LoyaltyHomeElement extends GlowElement {
  static override styles = [hostStyles, cardStyles, reserved('loyalty-home'), styles];
  static override words = [pageWords, homeWords];

  /** The member to show. Left unset, the one whose page it is. */
  @property({ attribute: false }) summary?: Summary | undefined;

  /** The views that there are, in their order, with spaces between; the first one opens first. */
  @property() views = allViews.join(' ');

  /** What stands before the name of a view in the page's address, as in `#glow-offers`. */
  @property({ attribute: 'hash-prefix' }) hashPrefix = 'glow-';

  readonly #member = new MemberController(this);
  readonly #parts = new Parts(() => this.requestUpdate());
  readonly #address = new ViewAddress(this, (way) => this.#moved(way));
  /** Views that were drawn once stay, hidden, so that Back finds them as they were left. */
  readonly #opened = new Set<ViewName>();
  readonly #made = new Map<string, GlowElement>();
  #hasMoved = false;
  #expectsAll = false;

  /** The views of `views` that we know. */
  get viewNames(): readonly ViewName[] {
    const names = this.views.split(/\s+/);
    const known = allViews.filter((view) => names.includes(view));
    return known.length > 0
      ? known.sort((a, b) => names.indexOf(a) - names.indexOf(b))
      : [allViews[0]];
  }

  /** A view that is drawn already does not wait for what comes to it later. */
  protected override get sources(): readonly FaceSource[] {
    const isDrawn = this.#opened.has(this.#address.view);
    // Without what one signs in with there is no invitation yet.
    const isInvited = this.#member.state === 'signed-out' && this.#parts.state !== 'ready';
    return [this.clinic, ...(isInvited ? [] : [this.#member]), ...(isDrawn ? [] : [this.#parts])];
  }

  protected override get waitingKey(): WordKey {
    return 'home.waiting';
  }

  override async retry(): Promise<void> {
    this.#parts.retry();
    await super.retry();
  }

  /** The program and the member, where there is somebody to show. */
  get #known() {
    const program = this.clinic.value;
    const summary = this.#member.state === 'signed-out' ? undefined : this.#member.value;
    return program && summary && { program, summary };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#parts.want(this.#wanted, this.language ?? 'en');
    const before = this.state;
    super.willUpdate(changed);

    const { state } = this;
    const { view } = this.#address;
    if (state === 'ready' || state === 'stale') this.#opened.add(view);
    if (state !== 'signed-out') {
      // The form that has the focus is about to go.
      if (before === 'signed-out' && this.matches(':focus-within')) this.focusResult();
      return;
    }
    if (before !== state && this.matches(':focus-within')) void this.#focusHeading();
    // What was drawn for one member is not there for the next.
    this.#opened.clear();
    for (const name of this.#made.keys()) if (name.includes(' ')) this.#made.delete(name);
  }

  /** Once one view is drawn, the others are loaded: they open without a network then. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const known = this.#known;
    if (this.#expectsAll || this.state !== 'ready' || !known) return;
    this.#expectsAll = true;
    this.#parts.expect(
      this.viewNames.flatMap((view) => tagsOf(view, known.program, known.summary)),
    );
  }

  get #wanted(): readonly string[] {
    if (this.#member.state === 'signed-out') return ['member-sign-in', 'earn-list'];
    const known = this.#known;
    const { view } = this.#address;
    if (!known) return view === 'home' ? firstParts : [];
    return tagsOf(view, known.program, known.summary);
  }

  protected override renderCard(content: unknown): TemplateResult {
    const { state } = this;
    const isOut = state === 'signed-out';
    const hasBar = this.#opened.size > 0 && this.viewNames.length > 1;
    const all = html`
      ${content}
      <div class="sign-in" ?hidden=${!isOut}>
        ${this.#renderSignIn()}
        <slot name="invitation"></slot>
      </div>
      ${isOut ? this.#part('earn-list') : nothing}
    `;
    return html`<div
      class="app ${state} ${this.#hasMoved ? 'moved' : ''}"
      tabindex="-1"
      aria-busy=${state === 'waiting'}
    >
      ${hasBar ? this.#renderBar() : nothing}
      ${
        // Two boxes: one that went from beside the list to its place would have moved.
        hasBar || state === 'waiting'
          ? html`<div class="content beside">${all}</div>`
          : html`<div class="content">${all}</div>`
      }
    </div>`;
  }

  /**
   * Who signed in here hears of it by events from the form, so that it stays, hidden, until the view
   * takes it in which one signs out.
   */
  #renderSignIn() {
    const tag = 'member-sign-in';
    const isHere = this.state === 'signed-out' || this.#made.has(tag);
    return isHere && !this.#opened.has('status') ? this.#part(tag) : nothing;
  }

  #renderBar() {
    const { view: open } = this.#address;
    return html`<nav class="bar" part="bar" aria-label=${this.say('home.nav')}>
      <ul>
        ${this.viewNames.map(
          (view) =>
            html`<li>
              <a
                part="link"
                href=${this.#address.addressOf(view)}
                aria-current=${view === open ? 'page' : nothing}
                @click=${(event: MouseEvent) => this.#press(event, view)}
                >${viewIcon(view)} <span>${this.say(`home.${view}`)}</span></a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  protected override renderFace(): unknown {
    const { state } = this;
    if (state === 'signed-out') return this.renderSignedOut();

    const isShown = state === 'ready' || state === 'stale';
    return html`
      ${
        this.#opened.size > 0
          ? this.#renderViews(isShown)
          : state === 'waiting'
            ? html`<span class="block tall"></span>`
            : nothing
      }
      ${isShown ? nothing : html`<div class="card ${state}" part="card">${super.renderFace()}</div>`}
    `;
  }

  protected override renderSignedOut() {
    return html`<div class="head">
      ${this.#renderHeading(this.say('home.invite'))}
      <p class="why">${this.say('home.invite-why')}</p>
    </div>`;
  }

  protected override renderReady() {
    return nothing;
  }

  #renderHeading(text: string) {
    return html`<div
      class="title"
      part="heading"
      role="heading"
      aria-level=${this.headingLevel}
      tabindex="-1"
    >
      ${text}
    </div>`;
  }

  /** @param isShown - Whether what the open view is made of is here. */
  #renderViews(isShown: boolean) {
    const { view: open } = this.#address;
    // Each has a place of its own, so that the heading of another view is another heading.
    return html`
      ${this.viewNames.map((view) => (view === open ? this.#renderHead(view) : nothing))}
      ${[...this.#opened].map(
        (view) =>
          html`<div class="view" ?hidden=${!isShown || view !== open}>
            <div class="columns">
              ${this.#columnsOf(view).map(
                (column) =>
                  html`<div class="column">
                    ${column.map((part) => (part ? this.#renderPart(part, view) : nothing))}
                  </div>`,
              )}
            </div>
            <slot name=${view}></slot>
          </div>`,
      )}
    `;
  }

  #columnsOf(view: ViewName): readonly Column[] {
    const known = this.#known;
    return known ? columnsOf(view, known.program, known.summary) : [];
  }

  #renderHead(view: ViewName) {
    const { firstName: name = null, since = '' } = this.#known?.summary.member ?? {};
    const title =
      view !== 'home'
        ? this.say(`home.${view}`)
        : name === null
          ? this.say('home.hello-unnamed')
          : this.say('home.hello', { name });
    const line =
      this.state === 'stale'
        ? this.say('face.stale')
        : view === 'home' &&
          html`<slot name="welcome">${this.say('home.since', { year: since.slice(0, 4) })}</slot>`;
    return html`<div class="head">
      ${this.#renderHeading(title)} ${line ? html`<div class="quiet">${line}</div>` : nothing}
    </div>`;
  }

  #renderPart({ tag, rows }: Part, view: ViewName): unknown {
    // Its code may be under way, where it came to a view that was drawn without it.
    if (!customElements.get(nameOf(tag))) return nothing;
    const part = this.#part(tag, view, rows);
    if (tag === 'book-button') {
      return html`<div class="card visit" part="card">
        <p class="line" part="label">${this.say('home.visit')}</p>
        ${part}
      </div>`;
    }
    if (tag !== 'tier-badge') return part;
    // It stands in the card of the balance, which comes before it.
    if (!part.parentNode) this.#part('points-balance', view).append(part);
    return nothing;
  }

  /**
   * One of the elements that a view is made of. It is given the member and the program by hand: what
   * waits, fails or is out of date is said by the app, once.
   */
  #part(tag: string, view = '', rows?: number): GlowElement {
    const name = view && tag !== 'member-sign-in' ? `${view} ${tag}` : tag;
    let part = this.#made.get(name);
    if (!part) {
      part = document.createElement(nameOf(tag)) as GlowElement;
      part.className = tag;
      part.setAttribute('exportparts', 'card,title,label,amount,list,item,button,message,link');
      this.#made.set(name, part);
    }
    const known = tag === 'member-sign-in' ? undefined : this.#known;
    return Object.assign(part, known, {
      headingLevel: this.headingLevel + 1,
      ...(rows !== undefined && { rows }),
    });
  }

  #press(event: MouseEvent, view: ViewName): void {
    // With a key held it is for another tab, and the browser's own affair.
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#address.open(view);
  }

  /** Somebody went to another view here: its heading takes the focus, and a press leads to its start. */
  #moved(way: Way): void {
    this.#hasMoved = true;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (way === 'press' && this.getBoundingClientRect().top < 0) this.scrollIntoView();
      return this.#known && this.#focusHeading();
    });
  }

  /** Leaves the page where it is scrolled to: after Back, that is where it was. */
  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-home': LoyaltyHomeElement;
  }
}
