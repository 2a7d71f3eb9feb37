import { readFile } from 'node:fs/promises';
import { derivePalette, themeCss, wordAdjustment } from '../../brand/index.js';
import type { Command } from '../command.js';
import { needed, readArguments } from '../command.js';
import { WrongSetting } from '../settings.js';
import { checkTheme } from '../theme/check-theme.js';
import type { Finding, ProgramBrand } from '../theme/check-theme.js';
import { installedElementNames } from '../theme/element-names.js';
import { isOfKind } from '../theme/token-values.js';

const options = {
  brand: { type: 'string' },
  surface: { type: 'string' },
  radius: { type: 'string' },
  space: { type: 'string' },
  font: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

/** From and to in px: the radius as in a program; with more space the reserved heights don't hold. */
const rangesPx = { radius: [0, 40], space: [12, 32] } as const;

/** `afterglow theme`: a stylesheet from one color; `theme check` judges one for an agency's CI. */
export const theme: Command = {
  summary: 'prints a stylesheet made from one color, or checks one for names and contrast',
  usage:
    "--brand '#7a3b5d' [--surface '#fdf4f2'] [--radius 14] [--space 24] [--font 'Georgia, serif'] > theme.css\n       theme check theme.css [--brand '#7a3b5d' [--surface '#fdf4f2']] [--json]",
  async run(args) {
    const { values, positionals } = readArguments(args, options, 2);
    const [what, file] = positionals;
    if (what === undefined) return make(values);
    if (what !== 'check')
      throw new WrongSetting(`There is no "theme ${what}": write theme --brand, or theme check.`);
    if (file === undefined)
      throw new WrongSetting('Say which file: afterglow theme check theme.css');
    return check(file, values);
  },
};

function make(values: Values): number {
  const brand = needed(values.brand, 'brand');
  const { surface, font } = values;
  if (values.json) throw new WrongSetting('--json is for theme check.');
  if (font !== undefined && !isOfKind(font, 'font'))
    throw new WrongSetting(
      `--font is "${font}"; give a CSS list of typefaces, such as 'Georgia, serif'.`,
    );
  const choices = {
    brand,
    surface,
    font,
    radiusPx: px(values, 'radius'),
    spacePx: px(values, 'space'),
  };
  const made = themeCss(choices);
  if (!made.ok) throw wrongColor(made.refusal.details);
  const palette = derivePalette(brand, { surface });
  if (palette.ok)
    for (const adjustment of made.adjusted) console.error(wordAdjustment(adjustment, palette));
  console.log(made.css.trimEnd());
  return 0;
}

function px(values: Values, name: keyof typeof rangesPx): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = Number(/^(\d+(?:\.\d+)?)(?:px)?$/.exec(text)?.[1] ?? NaN);
  const [least, most] = rangesPx[name];
  if (!(value >= least && value <= most))
    throw new WrongSetting(`--${name} is "${text}"; give px from ${least} to ${most}.`);
  return value;
}

const optionOf = { color: 'brand', surface: 'surface' } as const;

function wrongColor({ param, given }: { param: keyof typeof optionOf; given: string }) {
  return new WrongSetting(`--${optionOf[param]} is "${given}"; give a color as #rrggbb or #rgb.`);
}

async function check(path: string, values: Values): Promise<number> {
  const stray = (['radius', 'space', 'font'] as const).find((name) => values[name] !== undefined);
  if (stray) throw new WrongSetting(`--${stray} is for making a theme, not for theme check.`);
  const program = programBrand(values);
  const css = await readFile(path, 'utf8').catch((error: unknown) => {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new WrongSetting(`The theme ${path} cannot be read: ${code}.`, { cause: error });
  });
  const findings = checkTheme(css, { program, elements: installedElementNames() });
  const faults = findings.filter(({ isFault }) => isFault).length;
  if (values.json) console.log(JSON.stringify({ file: path, faults, findings }, undefined, 2));
  else for (const line of findingLines(path, findings)) console.log(line);
  return faults === 0 ? 0 : 1;
}

/** The colors that stand where the file says nothing, if they were told. */
function programBrand({ brand, surface }: Values): ProgramBrand | undefined {
  if (brand === undefined) {
    if (surface !== undefined) throw new WrongSetting('--surface needs --brand.');
    return undefined;
  }
  const palette = derivePalette(brand, { surface });
  if (!palette.ok) throw wrongColor(palette.refusal.details);
  return { color: brand, surface };
}

/** The findings as a table, and what they come to. */
function findingLines(path: string, findings: readonly Finding[]): readonly string[] {
  const place = ({ line, column }: Finding) => (line === null ? '' : `${line}:${column}`);
  const widest = (text: (finding: Finding) => string) =>
    Math.max(...findings.map((finding) => text(finding).length));
  const faults = findings.filter(({ isFault }) => isFault).length;
  const sum =
    faults === 0
      ? `${path}: all in order.`
      : `${path}: ${faults} ${faults === 1 ? 'fault' : 'faults'}.`;
  return [
    ...findings.map(
      (finding) =>
        `  ${place(finding).padStart(widest(place))}  ${finding.code.padEnd(widest(({ code }) => code))}  ${finding.message}`,
    ),
    sum,
  ];
}
