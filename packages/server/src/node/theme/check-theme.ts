import { contrast, derivePalette, pairs, tokens } from '../../brand/index.js';
import type { Pair, Palette, TokenKind } from '../../brand/index.js';
import { nearestName } from './nearest-name.js';
import { isPossible, situations, valuesIn } from './situations.js';
import type { SchemeName, Situation } from './situations.js';
import { readThemeFile } from './theme-file.js';
import type { Setting, ThemeFile } from './theme-file.js';
import { isOfKind, resolved, seenOn, shownColor } from './token-values.js';
import type { Shown } from './token-values.js';

/** What may be wrong with a theme, or not be known; `not_judged` alone is no fault. */
export type FindingCode =
  | 'syntax'
  | 'unknown_token'
  | 'unknown_part'
  | 'wrong_value'
  | 'root_unit'
  | 'low_contrast'
  | 'not_judged';

/** One thing to mend, or to know. */
export interface Finding {
  readonly code: FindingCode;
  readonly isFault: boolean;
  /** Where it stands in the file, from 1; null for the file as a whole. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  /** For `low_contrast`. */
  readonly contrast?: {
    readonly front: string;
    readonly back: string;
    readonly ratio: number;
    readonly needed: number;
    readonly schemes: readonly SchemeName[];
  };
}

/** The elements' own names, as their manifest says them. */
export interface ElementNames {
  /** The custom properties that elements read besides the shared tokens. */
  readonly properties: ReadonlySet<string>;
  /** The parts of each tag. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The brand in a clinic's program, whose colors hold where a theme says nothing. */
export interface ProgramBrand {
  /** `#rrggbb`. */
  readonly color: string;
  readonly surface?: string | undefined;
}

/** What a theme is judged by, besides itself. */
export interface ThemeCheckOptions {
  /** Left out: what stands on a color that the file doesn't set can't be judged. */
  readonly program?: ProgramBrand | undefined;
  /** Left out: own properties and parts of elements are not looked at. */
  readonly elements?: ElementNames | undefined;
}

/** WCAG 2 AA; the derivation keeps more, a hand may keep just this. */
const needed: Readonly<Record<Pair['frontIs'], number>> = { main: 4.5, text: 4.5, control: 3 };

const kinds: ReadonlyMap<string, TokenKind> = new Map(tokens.map(({ name, kind }) => [name, kind]));

/**
 * Judges a theme's stylesheet: names, values, and the contrast of every pair of roles that elements
 * draw one on the other, light and dark, usual and more contrast. Never throws.
 *
 * @returns Everything found, by line; faults and what could not be judged.
 */
export function checkTheme(css: string, options: ThemeCheckOptions = {}): readonly Finding[] {
  const file = readThemeFile(css);
  const findings = [
    ...file.faults.map(({ line, column, message }) => fault('syntax', { line, column }, message)),
    ...namesOf(file, options.elements),
    ...valueFindings(file.settings),
    ...contrastFindings(file.settings, options.program),
  ];
  return findings.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
}

type At = Pick<Setting, 'line' | 'column'>;

function fault(code: FindingCode, { line, column }: At, message: string): Finding {
  return { code, isFault: true, line, column, message };
}

const meant = (name: string | undefined) => (name === undefined ? '' : ` Did you mean ${name}?`);

function namesOf(file: ThemeFile, elements: ElementNames | undefined): readonly Finding[] {
  const tags = [...(elements?.parts.keys() ?? [])];
  const known = [...kinds.keys(), ...(elements?.properties ?? [])];
  const isOurs = (name: string) =>
    name.startsWith('--glow-') || tags.some((tag) => name.startsWith(`--${tag}-`));
  const strange = onePerPlace(file.settings).filter(
    ({ name }) => isOurs(name) && !known.includes(name),
  );
  const parts = file.parts.flatMap(({ tag, part, ...at }) => {
    const ofTag = elements?.parts.get(tag);
    if (!ofTag || ofTag.has(part)) return [];
    const message = `<${tag}> has no part "${part}".${meant(nearestName(part, ofTag))}`;
    return [fault('unknown_part', at, message)];
  });
  return [
    ...strange.map((setting) =>
      fault(
        'unknown_token',
        setting,
        `There is no token ${setting.name}.${meant(nearestName(setting.name, known))}`,
      ),
    ),
    ...parts,
  ];
}

/** A setting under two selectors is written once. */
function onePerPlace(settings: readonly Setting[]): readonly Setting[] {
  return [...new Map(settings.map((one) => [`${one.line}:${one.column}`, one])).values()];
}

const kindWords: Readonly<Record<TokenKind, string>> = {
  color: 'a color',
  length: 'a length in px or em, not below 0',
  font: 'a list of typefaces',
};

function valueFindings(settings: readonly Setting[]): readonly Finding[] {
  return onePerPlace(settings).flatMap((setting) => {
    const kind = kinds.get(setting.name);
    if (kind === undefined) return [];
    const held = valuesIn(settings, setting.scope, { scheme: 'light', contrast: 'usual' });
    const value = resolved(setting.text, held);
    if (value === undefined) return [];
    if (!isOfKind(value, kind)) {
      const message = `${setting.name} is ${setting.text || 'empty'}, which is not ${kindWords[kind]}.`;
      return [fault('wrong_value', setting, message)];
    }
    if (kind === 'length' && /\d(?:rem|rlh|rch|rex|ric|rcap)\b/.test(value)) {
      const message = `${setting.name} is ${value}: it would follow the size of type on <html>. Write px or em.`;
      return [fault('root_unit', setting, message)];
    }
    return [];
  });
}

/** A role's color where it is looked at, and the setting that gave it, if the file did. */
interface Role {
  readonly color: Shown | undefined;
  readonly setting: Setting | undefined;
}

function contrastFindings(
  settings: readonly Setting[],
  brand: ProgramBrand | undefined,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  const unknown = new Set<string>();
  const scopes = new Set(settings.map(({ scope }) => scope));
  for (const scope of scopes) {
    for (const situation of situations) {
      const held = valuesIn(settings, scope, situation);
      if (!isPossible(held, situation)) continue;
      const program = programRoles(brand, situation);
      for (const pair of pairs) judge(pair, { scope, situation, held, program }, found, unknown);
    }
  }
  return [...found.values(), ...notJudged(unknown)];
}

function programRoles(
  brand: ProgramBrand | undefined,
  { contrast: asked }: Situation,
): Palette['roles'] | undefined {
  if (brand === undefined) return undefined;
  const palette = derivePalette(brand.color, { surface: brand.surface, contrast: asked });
  return palette.ok ? palette.roles : undefined;
}

interface Look {
  readonly scope: string;
  readonly situation: Situation;
  readonly held: ReadonlyMap<string, Setting>;
  readonly program: Palette['roles'] | undefined;
}

function judge(pair: Pair, look: Look, found: Map<string, Finding>, unknown: Set<string>): void {
  const front = roleIn(pair.front, look);
  const back = roleIn(pair.back, look);
  const set = front.setting ?? back.setting;
  if (!set) return;
  // What a scope leaves as the page has it is judged there.
  const isOfScope = [front, back].some(({ setting }) => setting?.scope === look.scope);
  if (!isOfScope) return;
  if (!front.color || !back.color || back.color.alpha < 1) {
    unknown.add(front.color ? pair.back : pair.front);
    return;
  }
  const [a, b] = [seenOn(front.color, back.color), seenOn(back.color, back.color)];
  const ratio = contrast(a, b);
  const least = needed[pair.frontIs];
  if (ratio >= least) return;

  const { scheme } = look.situation;
  const where = look.scope === ':root' ? '' : ` in ${look.scope}`;
  const key = [look.scope, pair.front, pair.back, a, b].join(' ');
  const before = found.get(key)?.contrast?.schemes ?? [];
  const schemes = before.includes(scheme) ? before : [...before, scheme];
  found.set(key, {
    ...fault(
      'low_contrast',
      set,
      `${pair.front} ${a} on ${pair.back} ${b}${where} has ${rounded(ratio)}:1 in ${schemes.join(' and ')}; ${least}:1 is needed.`,
    ),
    contrast: { front: pair.front, back: pair.back, ratio, needed: least, schemes },
  });
}

/** Rounded down, so that 4.496 doesn't read as enough. */
const rounded = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);

function roleIn(role: Pair['front'], { situation, held, program }: Look): Role {
  const setting = held.get(`--glow-color-${role}`);
  const value = setting ? resolved(setting.text, held) : program?.[role][situation.scheme];
  return { setting, color: value === undefined ? undefined : shownColor(value, situation.scheme) };
}

function notJudged(unknown: ReadonlySet<string>): readonly Finding[] {
  if (unknown.size === 0) return [];
  return [
    {
      code: 'not_judged',
      isFault: false,
      line: null,
      column: null,
      message: `The file doesn't say these, or as only a browser knows: ${[...unknown].join(', ')}. What stands on them was not judged; --brand '#…' stands in for the clinic's program.`,
    },
  ];
}
