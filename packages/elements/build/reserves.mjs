import { dirname } from 'node:path';
import { readText } from './read-source.mjs';

/**
 * The tables of least heights, `reserve.ts` and `stepped-reserve.ts` beside it, as values.
 *
 * @param table - Path of `reserve.ts`.
 */
export async function readReserves(table) {
  const contents = `export * from './reserve.js'; export * from './stepped-reserve.js';`;
  return readText(contents, dirname(table));
}

const flat = /\breserved\('([\w-]+)'\)/g;
const stepped =
  /\bunsafeCSS\(\s*steppedRules\(':host::before', steppedReserves\['([\w-]+)'\]\),?\s*\)/g;

/**
 * Writes each element's own least height into its code, in place of the tables of all: they would
 * grow the first paint of every element by each further one.
 *
 * @param table - Path of `reserve.ts`.
 */
export function ownReserves(table) {
  let tables;
  return {
    name: 'own-reserves',
    async transform(code, id) {
      if (!/\b(?:reserved|steppedRules)\(/.test(code) || id.includes('/internal/')) return null;
      if (/\bcss`/.test(code)) {
        this.error(`${id} has styles beside unsafeCSS(), and none of them would be minified.`);
      }
      tables ??= readReserves(table);
      const { reserves, steppedReserves, steppedRules } = await tables;

      const literal = (css) => `ownReserve\`${css}\``;
      const own = code
        .replace(flat, (_, tag) => literal(`:host{min-block-size:${reserves[tag]}}`))
        .replace(stepped, (_, tag) => literal(steppedRules(':host::before', steppedReserves[tag])));
      if (/\b(?:reserved|steppedRules)\(/.test(own)) {
        this.error(`${id} reserves its height in a way that the build does not know.`);
      }
      return { code: `import { css as ownReserve } from 'lit';\n${own}`, map: null };
    },
  };
}
