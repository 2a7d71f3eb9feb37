/** A custom property that the styles of an element read, and what holds where nobody sets it. */
export interface ReadToken {
  /** Such as `--glow-radius`; never one of the short names that elements have inside. */
  readonly name: string;
  /** As the styles say it, such as `14px` or `inherit`; undefined where they say nothing. */
  readonly fallback: string | undefined;
}

/**
 * The public tokens that an element reads, with those of the elements inside of it, in the order in
 * which its styles name them. They are read out of the stylesheets that are at work, so nothing has
 * to be kept in step with them.
 */
export function tokensOf(element: Element): readonly ReadToken[] {
  const tokens = new Map<string, ReadToken>();
  const sheets = new Set(shadowsOf(element).flatMap((root) => [...root.adoptedStyleSheets]));
  for (const token of tokensIn([...sheets])) {
    if (!tokens.has(token.name)) tokens.set(token.name, token);
  }
  return [...tokens.values()];
}

/** Of stylesheets that are at work together. */
export function tokensIn(sheets: readonly CSSStyleSheet[]): readonly ReadToken[] {
  const declarations = sheets.flatMap((sheet) => declarationsIn(sheet.cssRules));
  // `--_text: var(--glow-color-text, …)` only gives a token a short name: it does not use it.
  const meant = new Map<string, readonly ReadToken[]>();
  for (const { property, reads } of declarations) {
    if (isShort(property)) meant.set(property, [...(meant.get(property) ?? []), ...reads]);
  }
  const used = declarations
    .filter(({ property }) => !isShort(property))
    .flatMap(({ reads }) => reads);
  // Grows while it is walked, by what the short names mean.
  const reached = new Map(used.map((token) => [token.name, token]));
  for (const { name } of reached.values()) {
    for (const token of meant.get(name) ?? []) {
      if (!reached.has(token.name)) reached.set(token.name, token);
    }
  }
  return [...reached.values()].filter(({ name }) => !isShort(name));
}

/** The parts that a page can style now, in the order of the element's content. */
export function partsOf(element: Element): readonly string[] {
  return [...new Set(partBoxes(element).map(({ name }) => name))];
}

/** What of an element has a part's name now. */
export function boxesOfPart(element: Element, part: string): readonly Element[] {
  return partBoxes(element)
    .filter(({ name }) => name === part)
    .map(({ box }) => box);
}

interface PartBox {
  readonly name: string;
  readonly box: Element;
}

function partBoxes({ shadowRoot }: Element): readonly PartBox[] {
  return [...(shadowRoot?.querySelectorAll('*') ?? [])].flatMap((box) => [
    ...[...box.part].map((name) => ({ name, box })),
    ...handedOn(box),
  ]);
}

/** The parts of an element inside that the one around it hands on. */
function handedOn(inner: Element): readonly PartBox[] {
  const names = new Map(
    (inner.getAttribute('exportparts') ?? '').split(',').map((pair) => {
      const [own = '', given = own] = pair.split(':').map((name) => name.trim());
      return [own, given];
    }),
  );
  if (!inner.hasAttribute('exportparts')) return [];
  return partBoxes(inner).flatMap(({ name, box }) => {
    const given = names.get(name);
    return given === undefined ? [] : [{ name: given, box }];
  });
}

function shadowsOf({ shadowRoot }: Element): readonly ShadowRoot[] {
  if (!shadowRoot) return [];
  return [shadowRoot, ...[...shadowRoot.querySelectorAll('*')].flatMap(shadowsOf)];
}

interface Declaration {
  readonly property: string;
  readonly reads: readonly ReadToken[];
}

const isShort = (name: string) => name.startsWith('--_');

/** Those of every rule but the ones for another kind of screen. */
function declarationsIn(rules: CSSRuleList): readonly Declaration[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) return [];
    const { style, cssRules } = rule as Partial<CSSStyleRule>;
    return [
      ...(style?.cssText.split(';') ?? []).map((text) => ({
        property: text.slice(0, text.indexOf(':')).trim(),
        reads: readsIn(text),
      })),
      ...(cssRules ? declarationsIn(cssRules) : []),
    ];
  });
}

/** Every `var()` of a text. */
function readsIn(text: string): readonly ReadToken[] {
  const pattern = /var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g;
  return [...text.matchAll(pattern)].map(([, name = '', fallback]) => ({
    name,
    fallback: fallback?.trim() || undefined,
  }));
}
