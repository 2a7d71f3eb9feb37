import { readReserves } from './reserves.mjs';

/**
 * The stylesheet that a page links: the final box of every element, before its code is there. Made
 * from the tables that the elements' own `:host` is made from, and small: what tags have in common is
 * said once, and so is each width at which heights change.
 *
 * @param table - Path of `reserve.ts`; `stepped-reserve.ts` lies beside it.
 */
export async function pageStylesheet(table) {
  const { reserves, inlineTags, steppedReserves, boxStyle } = await readReserves(table);

  const waiting = (tag) => `:is(${tag}:not(:defined),[data-afterglow=${tag}])`;
  const box = (tag) => `${waiting(tag)}::before`;
  const rules = Object.entries(reserves).map(([tag, height]) => {
    const display = inlineTags.has(tag) ? 'inline-block;vertical-align:middle' : 'block';
    return `${waiting(tag)}{display:${display};min-block-size:${height}}`;
  });
  const stepped = Object.keys(steppedReserves);
  rules.push(`${stepped.map(waiting)}{display:block;container-type:inline-size}`);
  rules.push(`${stepped.map(box)}{float:left;${boxStyle}}`);
  for (const [from, heights] of heightsByWidth(steppedReserves)) {
    const within = heights.map(([tag, height]) => `${box(tag)}{block-size:${height}}`).join('');
    rules.push(from === 0 ? within : `@container (min-width:${from}px){${within}}`);
  }
  return `@layer glow{loyalty-provider{display:contents}${rules.join('')}}\n`;
}

/** For each width in px, the narrowest first, the tags with a new height from there on. */
function heightsByWidth(steppedReserves) {
  const heights = new Map();
  for (const [tag, steps] of Object.entries(steppedReserves)) {
    for (const [from, height] of steps) {
      heights.set(from, [...(heights.get(from) ?? []), [tag, height]]);
    }
  }
  return [...heights].sort(([a], [b]) => a - b);
}
