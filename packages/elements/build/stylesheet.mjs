import { build } from 'esbuild';
import { dirname } from 'node:path';

/**
 * The stylesheet that a page links: the final box of every element, before its code is there. Made
 * from the tables that the elements' own `:host` is made from.
 *
 * @param table - Path of `reserve.ts`; `stepped-reserve.ts` lies beside it.
 */
export async function pageStylesheet(table) {
  const contents = `export * from './reserve.js'; export * from './stepped-reserve.js';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dirname(table) },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { reserves, inlineTags, steppedReserves, steppedRules } = await import(
    `data:text/javascript;base64,${code}`
  );

  const waiting = (tag, part = '') => `${tag}:not(:defined)${part},[data-afterglow=${tag}]${part}`;
  const rules = Object.entries(reserves).map(([tag, height]) => {
    const display = inlineTags.has(tag) ? 'inline-block;vertical-align:middle' : 'block';
    return `${waiting(tag)}{display:${display};min-block-size:${height}}`;
  });
  for (const [tag, steps] of Object.entries(steppedReserves)) {
    const box = waiting(tag, '::before');
    rules.push(`${waiting(tag)}{display:block;container-type:inline-size}${box}{float:left}`);
    rules.push(steppedRules(box, steps));
  }
  return `@layer glow{loyalty-provider{display:contents}${rules.join('')}}\n`;
}
