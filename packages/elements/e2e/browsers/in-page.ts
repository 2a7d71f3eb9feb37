/** What somebody looks for on a page: an element by its tag, or a control by its role and name. */
export interface Sought {
  /** CSS of an element that it is in, such as a tag; in shadow trees too. Left out: the page. */
  readonly within?: string;
  /** CSS of what is sought itself, in shadow trees too. */
  readonly css?: string;
  readonly role?: Role;
  /** What the name has in it, whatever the case. */
  readonly name?: string;
}

/** Kinds of controls, as somebody would call them. */
export type Role =
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'image'
  | 'link'
  | 'slider'
  | 'spinbutton'
  | 'textbox';

/** The functions that {@link pageTools} hands to what runs in a page. */
export interface PageTools {
  /** The first that is on screen; undefined where there is none. */
  find(sought: Sought): HTMLElement | undefined;
  /** Everything that an element shows, its shadow tree's text too, on one line. */
  textOf(element: Element): string;
  /** What has the focus, in shadow trees too. */
  focused(): Element | null;
}

/** Runs in the page, by its text: it may use nothing from around it. */
export function pageTools(): PageTools {
  const css: Readonly<Record<Role, string>> = {
    button: 'button, [role=button], summary',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    dialog: 'dialog[open]',
    heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
    image: 'img, svg[role=img], [role=img]',
    link: 'a[href]',
    slider: 'input[type=range]',
    spinbutton: 'input[type=number]',
    textbox: 'input:not([type]), input[type=text], input[type=tel], input[type=email], textarea',
  };
  const everything = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const root = element.getRootNode() as ShadowRoot;
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const said = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
    const label = labels.map(({ textContent }) => textContent).join(' ');
    return line(
      element.getAttribute('aria-label') ??
        (said || label || element.getAttribute('alt') || element.textContent || ''),
    );
  };
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const insideOf = (element: Element) => [
    ...everything(element),
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
  ];

  return {
    find: ({ within, css: own, role, name = '' }) => {
      const places = within ? everything(document).filter((each) => each.matches(within)) : [];
      const inside = within ? places.flatMap(insideOf) : everything(document);
      const selector = own ?? css[role ?? 'button'];
      return inside.find(
        (element) =>
          element.matches(selector) &&
          (own !== undefined || nameOf(element).toLowerCase().includes(name.toLowerCase())) &&
          isShown(element),
      ) as HTMLElement | undefined;
    },
    textOf: (element) => {
      const trees = [element, ...insideOf(element)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      const shown = [...trees.flatMap((tree) => [...tree.children]), element] as HTMLElement[];
      return line(shown.map((each) => each.innerText ?? '').join(' '));
    },
    focused: () => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    },
  };
}
