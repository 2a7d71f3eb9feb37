import { generate, parse } from 'css-tree';
import type { CssNode, Value } from 'css-tree';

/** A custom property or a `color-scheme` that a stylesheet sets. */
export interface Setting {
  readonly name: string;
  /** What is written, without `!important`. */
  readonly text: string;
  readonly isImportant: boolean;
  readonly line: number;
  readonly column: number;
  /** The selector it stands under; `:root` for everything that means the whole page. */
  readonly scope: string;
  /** The conditions of the at-rules around it, outermost first, such as `media (min-width:40em)`. */
  readonly conditions: readonly string[];
}

/** A `tag::part(name)` that a stylesheet styles. */
export interface StyledPart {
  readonly tag: string;
  readonly part: string;
  readonly line: number;
  readonly column: number;
}

/** Something that is no CSS. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What is read of a theme's stylesheet. */
export interface ThemeFile {
  readonly settings: readonly Setting[];
  readonly parts: readonly StyledPart[];
  readonly faults: readonly SyntaxFault[];
}

const wholePage = new Set([':root', 'html', 'body', '*', 'loyalty-provider']);

/** Reads a stylesheet: every custom property with where it stands, and every part. Never throws. */
export function readThemeFile(css: string): ThemeFile {
  const file = {
    settings: [] as Setting[],
    parts: [] as StyledPart[],
    faults: [] as SyntaxFault[],
  };
  const tree = parse(css, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, line, column }) => {
      file.faults.push({ line, column, message });
    },
  });
  collect(tree, { scopes: [], conditions: [] }, file);
  return file;
}

/** Where the walk is. */
interface Place {
  readonly scopes: readonly string[];
  readonly conditions: readonly string[];
}

type Found = { readonly [Key in keyof ThemeFile]: ThemeFile[Key][number][] };

function collect(node: CssNode, place: Place, found: Found): void {
  if (node.type === 'StyleSheet' || node.type === 'Block') {
    node.children.forEach((child) => collect(child, place, found));
  } else if (node.type === 'Atrule' && node.block) {
    const condition = `${node.name} ${node.prelude ? generate(node.prelude) : ''}`.trim();
    collect(node.block, { ...place, conditions: [...place.conditions, condition] }, found);
  } else if (node.type === 'Rule') {
    const written = selectorsOf(generate(node.prelude));
    found.parts.push(...written.flatMap((selector) => partOf(selector, node)));
    const scopes = written.flatMap((selector) => nested(place.scopes, selector));
    collect(node.block, { ...place, scopes: [...new Set(scopes)] }, found);
  } else if (node.type === 'Declaration') {
    if (!/^--|^color-scheme$/.test(node.property)) return;
    const { line, column } = node.loc?.start ?? { line: 0, column: 0 };
    for (const scope of place.scopes) {
      found.settings.push({
        name: node.property,
        text: textOf(node.value),
        isImportant: node.important !== false,
        line,
        column,
        scope,
        conditions: place.conditions,
      });
    }
  }
}

function textOf(value: Value | CssNode): string {
  return generate(value).trim();
}

/** The selectors of a list, and those inside a `:where()` or `:is()` that is all of one. */
function selectorsOf(list: string): readonly string[] {
  const inside = /^:(?:where|is)\(([^()]*)\)$/.exec(list.trim())?.[1];
  return (inside ?? list).split(/,(?![^()]*\))/).map((selector) => selector.trim());
}

function nested(outer: readonly string[], selector: string): readonly string[] {
  const own = wholePage.has(selector) ? ':root' : selector;
  if (outer.length === 0) return [own];
  return outer.map((around) => {
    if (own === '&' || own === ':root') return around;
    return own.includes('&') ? own.replaceAll('&', around) : `${around} ${own}`;
  });
}

function partOf(selector: string, { loc }: CssNode): readonly StyledPart[] {
  const { line, column } = loc?.start ?? { line: 0, column: 0 };
  return [...selector.matchAll(/([a-z]+-[a-z-]+)[^\s>+~]*?::part\(([^)]*)\)/g)].flatMap(
    ([, tag = '', parts = '']) => parts.split(/\s+/).map((part) => ({ tag, part, line, column })),
  );
}
