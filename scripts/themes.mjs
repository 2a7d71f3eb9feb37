// `npm run themes`: the ready themes of packages/elements/themes, each from the choices in themes.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { themeCss } from '@afterglow/server/brand';
import { format, resolveConfig } from 'prettier';
import { root } from './run.mjs';

const folder = join(root, 'packages/elements/themes');

/** What each theme is made from, by its name. */
export const choices = JSON.parse(readFileSync(join(folder, 'themes.json'), 'utf8'));

/** Elements whose figure is the first thing that is read. */
const figures = ['points-balance', 'membership-credit', 'savings-calculator'];

/** A ready theme as its file has it. */
export async function readyTheme(name) {
  const { title, figure, ...shape } = choices[name];
  const made = themeCss(shape);
  if (!made.ok) throw new Error(`${name}: ${JSON.stringify(made.refusal)}`);
  const path = join(folder, `${name}.css`);
  const parts = figures.map((tag) => `${tag}::part(amount)`).join(', ');
  const css = `/* ${title}, from ${shape.brand} on ${shape.surface}. Made by \`npm run themes\` from themes.json. */\n\n${made.css}\n${parts} { ${figure}; }\n`;
  return { path, css: await format(css, { ...(await resolveConfig(path)), filepath: path }) };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const name of Object.keys(choices)) {
    const { path, css } = await readyTheme(name);
    writeFileSync(path, css);
    console.log(relative(root, path));
  }
}
