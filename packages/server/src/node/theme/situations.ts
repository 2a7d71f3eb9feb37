import type { Setting } from './theme-file.js';

export type SchemeName = 'light' | 'dark';

/** What the device and the page ask for while a theme is looked at. */
export interface Situation {
  readonly scheme: SchemeName;
  readonly contrast: 'usual' | 'more';
}

/** Every situation in which a theme must be readable. */
export const situations: readonly Situation[] = [
  { scheme: 'light', contrast: 'usual' },
  { scheme: 'dark', contrast: 'usual' },
  { scheme: 'light', contrast: 'more' },
  { scheme: 'dark', contrast: 'more' },
];

/**
 * What holds in one scope and situation, by name: what the page sets, then what the scope sets, the
 * later and the important over the earlier. Conditions that nobody can know, such as a width, are
 * taken as met.
 */
export function valuesIn(
  settings: readonly Setting[],
  scope: string,
  situation: Situation,
): ReadonlyMap<string, Setting> {
  const held = new Map<string, Setting>();
  const layers = scope === ':root' ? [':root'] : [':root', scope];
  for (const layer of layers) {
    for (const setting of settings) {
      if (setting.scope !== layer || !holds(setting.conditions, situation)) continue;
      const before = held.get(setting.name);
      const yields = before?.scope === layer && before.isImportant && !setting.isImportant;
      if (!yields) held.set(setting.name, setting);
    }
  }
  return held;
}

/** Whether the page that a theme describes is ever in this situation, by its own `color-scheme`. */
export function isPossible(held: ReadonlyMap<string, Setting>, { scheme }: Situation): boolean {
  const written = held.get('color-scheme')?.text;
  if (written === undefined || !/\b(?:light|dark)\b/.test(written)) return true;
  return new RegExp(`\\b${scheme}\\b`).test(written);
}

function holds(conditions: readonly string[], { scheme, contrast }: Situation): boolean {
  return conditions.every((condition) => {
    if (/^supports not\b/.test(condition)) return false;
    if (!condition.startsWith('media')) return true;
    if (/^media (?:only )?print\b/.test(condition)) return false;
    const asked = /prefers-color-scheme:\s*(light|dark)/.exec(condition)?.[1];
    const more = /prefers-contrast:\s*([a-z-]+)/.exec(condition)?.[1];
    const fits =
      (asked === undefined || asked === scheme) &&
      (more === undefined || (more === 'more') === (contrast === 'more'));
    return /^media not\b/.test(condition) ? !fits : fits;
  });
}
