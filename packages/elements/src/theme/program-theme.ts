import type { PublicProgram } from '@afterglow/contract';
import type { Resource } from '@afterglow/sdk/page-store';

/** What is read of a store: its clinic's program, now and whenever it changes. */
export interface ProgramStore {
  readonly key: string;
  /** Origin (and path) of the API. */
  readonly base: string;
  readonly $program: {
    get(): Resource<PublicProgram>;
    subscribe(listener: (program: Resource<PublicProgram>) => void): () => void;
  };
}

/** Whose brand stands on `:root`; undefined while nobody's does. */
let rootOwner: ProgramStore | undefined;

/**
 * Puts the brand of a clinic's program on the page, as long as its store says so.
 *
 * The roles stand in a layer and under `:where()`, so that any rule of the page wins over them. The
 * first brand stands on `:root`, whoever brings it: put on a provider, it would beat what an agency
 * sets on `:root`. Every other brand stands on its own provider, in the provider's own tree: a
 * selector by its key would miss one that was given the key as a property, as frameworks do. Where
 * there is no program to be had, the page's developer is told why.
 *
 * @param from - The provider that brings it, or the document's root element for the page's default.
 * @returns Takes the sheet away again.
 */
export function applyProgramTheme(from: Element, store: ProgramStore): () => void {
  rootOwner ??= store;
  const isFirst = rootOwner === store;
  const root = isFirst ? document : (from.shadowRoot ?? document);
  const scope = root === document ? ':root' : ':host';
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const stop = store.$program.subscribe(({ value, code }) => {
    if (value) sheet.replaceSync(themeRules(scope, value.brand));
    if (value ? value.sandbox && needsHelp(value.brand) : code) {
      // Where the network is gone, so is the help.
      void import('./developer-help.js').then(
        (help) => help.helpDeveloper(store),
        () => undefined,
      );
    }
  });
  return () => {
    stop();
    if (isFirst) rootOwner = undefined;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

const needsHelp = ({ color, roles }: PublicProgram['brand']) =>
  window.afterglow?.prefix ||
  roles['brand-fill-loud']?.light !== color.toLowerCase() ||
  /glow-inspect/.test(location.search);

const hexColor = /^#[0-9a-f]{6}$/i;

/** The brand as a rule of its own layer. What is no role or no color is left out. */
export function themeRules(scope: string, brand: PublicProgram['brand']): string {
  const knowsBoth = CSS.supports('color', 'light-dark(#000,#fff)');
  let rules = brand.radius === null ? '' : `--glow-radius:${brand.radius}px;`;
  for (const [role, { light, dark }] of Object.entries(brand.roles)) {
    if (!/^[a-z-]+$/.test(role) || !hexColor.test(light) || !hexColor.test(dark)) continue;
    rules += `--glow-color-${role}:${knowsBoth ? `light-dark(${light},${dark})` : light};`;
  }
  return `@layer glow{:where(${scope}){${rules}}}`;
}
