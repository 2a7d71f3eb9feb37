import { render } from 'lit';
import type { GlowElement } from '../internal/base.js';
import { partCss, tokensCss } from './css-text.js';
import { styles } from './inspector.styles.js';
import { Outline } from './outline.js';
import { findElements, watchElements } from './page-elements.js';
import { PageLook } from './page-look.js';
import { renderPanel, type PanelActions, type PanelState } from './panel.js';
import { startPicking } from './picker.js';
import { boxesOfPart, partsOf } from './read-styles.js';
import { valuesOf } from './token-values.js';
import { addressOf, readView, type View } from './view.js';

/** Below this width of the window, in px, the panel is a sheet at its end. */
const narrow = '(max-width: 719px)';

/** Long enough for a reader to be done with what the press of a button made it say. */
const settleMs = 150;

let opened: Inspector | undefined;

/** Opens the inspector on this page, once. Only a demo and a sandbox load it. */
export function openInspector(): void {
  opened ??= new Inspector();
}

/**
 * The panel of `?glow-inspect`: looks at a page's elements, and at the page in other faces, languages
 * and sizes. It stands in a shadow tree of its own, in the top layer, and keeps nothing but the
 * page's address.
 */
class Inspector implements PanelActions {
  readonly #host = document.createElement('aside');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #layer = document.createElement('div');
  readonly #probe = document.createElement('div');
  readonly #outline = new Outline(this.#layer);
  readonly #look = new PageLook();
  readonly #isNarrow = matchMedia(narrow);
  #view = readView(location.search);
  #draft: Pick<View, 'face' | 'person' | 'day'> = this.#view;
  #isOpen = true;
  #elements: readonly GlowElement[] = [];
  #chosen: Element | undefined;
  #stopPicking: (() => void) | undefined;
  #said = '';
  #text: string | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #before: Element | null = null;

  constructor() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [sheet];
    this.#layer.className = 'layer';
    this.#probe.className = 'probe';
    const panel = document.createElement('div');
    this.#root.append(this.#layer, this.#probe, panel);
    this.#host.dataset['afterglowInspect'] = '';
    this.#host.lang = 'en';
    this.#host.dir = 'ltr';
    this.#host.setAttribute('aria-label', 'Afterglow inspector');
    this.#root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape' && this.#isOpen) this.close();
    });

    document.documentElement.append(this.#host);
    if ('popover' in this.#host) {
      this.#host.popover = 'manual';
      this.#host.showPopover();
    }
    this.#draw = () => render(renderPanel(this.#state(), this), panel);
    watchElements(() => {
      this.#elements = findElements();
      if (!this.#chosen?.isConnected) this.#choose(undefined);
      this.#draw();
    });
    const sized = () => {
      this.#putLook();
      this.#draw();
    };
    addEventListener('resize', sized);
    this.#isNarrow.addEventListener('change', sized);
    this.open();
  }

  readonly #draw: () => void;

  open(): void {
    this.#isOpen = true;
    this.#before = document.activeElement;
    this.#putLook();
    this.#draw();
    this.#focus('#title');
  }

  close(): void {
    this.#isOpen = false;
    this.#stopPicking?.();
    this.#stopPicking = undefined;
    this.#outline.mark([]);
    this.#putLook();
    this.#draw();
    const before = this.#before instanceof HTMLElement ? this.#before : undefined;
    before?.focus();
    // The body takes no focus, and what had it may be gone.
    if (document.activeElement !== before || before === document.body) this.#focus('#open');
  }

  draft(change: Partial<Pick<View, 'face' | 'person' | 'day'>>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#draw();
  }

  loadAgain(): void {
    const address = addressOf({ ...this.#view, ...this.#draft }, location.href);
    if (address === location.href) location.reload();
    else location.assign(address);
  }

  look(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
    history.replaceState(history.state, '', addressOf(this.#view, location.href));
    this.#putLook();
    this.#draw();
  }

  choose(element: Element): void {
    if (this.#chosen === element) return;
    this.#choose(element);
    element.scrollIntoView({ block: this.#isNarrow.matches ? 'start' : 'center' });
  }

  point(element: Element | undefined): void {
    this.#mark(element ?? this.#chosen);
  }

  pointPart(part: string | undefined): void {
    const { chosen } = this.#state();
    if (chosen) this.#outline.mark(part ? boxesOfPart(chosen.element, part) : [chosen.element]);
  }

  pick(): void {
    if (this.#stopPicking) {
      this.#stopPicking();
      this.#stopPicking = undefined;
      this.#draw();
      return;
    }
    const earlier = this.#chosen;
    this.#stopPicking = startPicking(this.#host, {
      over: (element = earlier) => {
        if (element !== this.#chosen) this.#choose(element);
      },
      end: (picked) => {
        this.#stopPicking = undefined;
        this.#choose(picked ?? earlier);
        this.#root.querySelector<HTMLDetailsElement>('#elements')?.toggleAttribute('open', true);
        this.#focus(picked ? '#chosen' : '#pick');
        if (picked) this.#say(`Picked ${picked.localName}.`);
      },
    });
    this.#draw();
  }

  async copyTokens(): Promise<void> {
    const { chosen } = this.#state();
    if (!chosen) return;
    const count = chosen.tokens.length;
    const text = tokensCss(chosen.element.localName, chosen.tokens);
    await this.#copy(text, `${count} tokens of ${chosen.element.localName}`);
  }

  async copyPart(part: string): Promise<void> {
    const element = this.#chosen;
    const [box] = element ? boxesOfPart(element, part) : [];
    if (!element || !box) return;
    const { localName } = element;
    await this.#copy(
      partCss(localName, part, getComputedStyle(box)),
      `${localName}::part(${part})`,
    );
  }

  /** Says "Copied" after the clipboard took it; shows the text, selected, where that is denied. */
  async #copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#text = undefined;
      this.#say(`Copied ${what}.`);
    } catch {
      this.#text = text;
      this.#say('This browser did not let us copy. Here is the text.');
      const shown = this.#root.querySelector('pre');
      shown?.focus();
      if (shown) getSelection()?.selectAllChildren(shown);
    }
  }

  #choose(element: Element | undefined): void {
    if (this.#chosen !== element) this.#text = undefined;
    this.#chosen = element;
    this.#mark(element);
    this.#draw();
  }

  #mark(element: Element | undefined): void {
    this.#outline.mark(element && this.#isOpen ? [element] : []);
  }

  /** Shown and spoken; the same words are spoken again. */
  #say(text: string): void {
    this.#said = '';
    this.#draw();
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#said = text;
      this.#draw();
    }, settleMs);
  }

  #focus(selector: string): void {
    this.#root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  /** With room for the panel: the end of the page is reached above a sheet, a narrowed page beside it. */
  #putLook(): void {
    const isSheet = this.#isOpen && this.#isNarrow.matches;
    const isBeside = this.#isOpen && !isSheet && this.#view.width !== undefined;
    const room = isSheet
      ? 'body::after{content:"";display:block;block-size:60dvh}'
      : isBeside
        ? 'html{box-sizing:border-box!important;padding-right:392px!important}'
        : '';
    this.#look.put(this.#view, room);
    this.#host.toggleAttribute('data-rtl', document.documentElement.dir === 'rtl');
  }

  #state(): PanelState {
    const element = this.#elements.find((each) => each === this.#chosen);
    return {
      isOpen: this.#isOpen,
      isSheet: this.#isNarrow.matches,
      isDemo: window.afterglow?.key === 'demo',
      view: this.#view,
      draft: this.#draft,
      ownLanguage: this.#look.ownLanguage,
      windowWidth: innerWidth,
      elements: this.#elements,
      chosen: element && {
        element,
        parts: partsOf(element),
        tokens: valuesOf(element, this.#probe),
      },
      isPicking: this.#stopPicking !== undefined,
      said: this.#said,
      text: this.#text,
    };
  }
}
