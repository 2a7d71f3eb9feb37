import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './run.mjs';

/**
 * Where the build leaves the script-tag files. chunks.json there names the files of each tag, and of
 * core: the code, and the words of the language that needs the most bytes.
 */
const FOLDER = join(root, 'packages/elements/dist/cdn');
const KIB = 1024;

/** No average elements: docs/decisions/0014-byte-budgets.md and 0024-the-app.md say why. */
const LARGER = ['member-sign-in', 'savings-calculator', 'loyalty-home'];

/**
 * What a further element may add to a page that has points-balance, in KiB, where it is more than the
 * average: those that word many cases, bring a form, or lead to booking with something attached.
 */
const FULLER = {
  'earn-list': 4,
  'message-preferences': 3.75,
  'offer-list': 3.25,
  'points-history': 4.25,
  'referral-link': 3.75,
  'referral-tracker': 3.25,
  'referral-welcome': 4,
  'reward-list': 4.25,
};
const addedBudget = (tag) => (FULLER[tag] ?? 3) * KIB;

/** Prints each figure beside its budget (brotli 11, a file at a time as they are sent); true if all hold. */
export function measure() {
  let figures;
  try {
    figures = readFigures(FOLDER);
  } catch (error) {
    console.error(`The built files could not be measured: ${error.message}`);
    return false;
  }
  for (const { what, bytes, budget } of figures) {
    const sign = bytes <= budget ? '✓' : '✗';
    console.log(`${sign} ${what}: ${kib(bytes)} of ${kib(budget)}`);
  }
  return figures.every(({ bytes, budget }) => bytes <= budget);
}

/** The budgets of the script-tag files and what stands against them, in bytes. */
export function readFigures(folder) {
  const { core, ...tags } = JSON.parse(readFileSync(join(folder, 'chunks.json'), 'utf8'));
  const sizeOf = (...entries) =>
    sum(closure(folder, entries.flat()).map((file) => brotli(folder, file)));
  const loader = 'afterglow.js';
  const base = sizeOf(core, tags['points-balance']);
  const addedBy = (tag) => sizeOf(core, tags['points-balance'], tags[tag]) - base;
  const [first] = [core].flat();
  const addedByFile = (name) =>
    sizeOf(core, posix.join(dirname(first), `${name}.js`)) - sizeOf(core);
  const further = Object.keys(tags).filter(
    (tag) => tag !== 'points-balance' && !LARGER.includes(tag),
  );

  return [
    { what: 'loader', bytes: sizeOf(loader), budget: 2 * KIB },
    { what: 'stylesheet', bytes: brotli(folder, 'afterglow.css'), budget: KIB },
    { what: 'first paint of points-balance', bytes: sizeOf(loader) + base, budget: 14 * KIB },
    {
      what: `each of ${further.length} further elements, on average`,
      bytes: Math.round(sum(further.map(addedBy)) / Math.max(1, further.length)),
      budget: 3 * KIB,
    },
    ...further.map((tag) => ({
      what: `${tag}, on top`,
      bytes: addedBy(tag),
      budget: addedBudget(tag),
    })),
    // Its own code; what its views are made of is counted above.
    { what: 'loyalty-home, on top', bytes: addedBy('loyalty-home'), budget: 4.4 * KIB },
    { what: 'member-sign-in, on top', bytes: addedBy('member-sign-in'), budget: 5.5 * KIB },
    {
      what: 'savings-calculator signed out',
      bytes: sizeOf(loader, core, tags['savings-calculator']),
      budget: 18.5 * KIB,
    },
    // In place of everything above, on pages that choose it.
    { what: 'afterglow.all.js', bytes: sizeOf('afterglow.all.js'), budget: 110 * KIB },
    // No page of a live clinic loads these two.
    { what: 'inspector, on top', bytes: addedByFile('inspector'), budget: 8.5 * KIB },
    { what: 'demo, on top', bytes: addedByFile('demo'), budget: 160 * KIB },
  ];
}

/** The files that the browser has to load before these run: their static imports, all the way. */
function closure(folder, entries) {
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    for (const source of staticImports(readFileSync(join(folder, file), 'utf8')))
      add(posix.join(dirname(file), source));
  };
  entries.forEach(add);
  return [...files];
}

/** Relative specifiers of `import … from` and `export … from` in minified code; `import()` is not one. */
function staticImports(code) {
  const pattern = /(?:^|[;}\n])(?:import|export)\s*(?:[\w$*{}\s,]+?from)?\s*["'](\.[^"']+)["']/g;
  return Array.from(code.matchAll(pattern), ([, source]) => source);
}

function brotli(folder, file) {
  const bytes = readFileSync(join(folder, file));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function kib(bytes) {
  return `${(bytes / KIB).toFixed(2)} KiB`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = measure() ? 0 : 1;
