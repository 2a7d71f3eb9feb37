import { readReserves } from './reserves.mjs';

/**
 * The stylesheet that a page links: the final box of every element, before its code is there. Made
 * from the tables that the elements' own `:host` is made from.
 *
 * @param table - Path of `reserve.ts`; `stepped-reserve.ts` lies beside it.
 */
export async function pageStylesheet(table) {
  const { reserves, inlineTags, steppedReserves, steppedRules } = await readReserves(table);

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
