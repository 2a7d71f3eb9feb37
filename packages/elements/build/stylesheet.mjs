import { build } from 'esbuild';

/**
 * The stylesheet that a page links: the final box of every element, before its code is there. Made
 * from the table that the elements' own `:host` is made from.
 *
 * @param table - Path of `reserve.ts`.
 */
export async function pageStylesheet(table) {
  const { outputFiles } = await build({ entryPoints: [table], format: 'esm', write: false });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { reserves, inlineTags } = await import(`data:text/javascript;base64,${code}`);

  const rules = Object.entries(reserves).map(([tag, height]) => {
    const display = inlineTags.has(tag) ? 'inline-block' : 'block';
    const boxes = `${tag}:not(:defined),[data-afterglow=${tag}]`;
    return `${boxes}{display:${display};min-block-size:${height}}`;
  });
  return `@layer glow{loyalty-provider{display:contents}${rules.join('')}}\n`;
}
