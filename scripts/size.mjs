import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Measures what a patient's phone loads, in bytes after brotli 11, against the budgets of the
 * project. Fails when one is over. Run it after a build: `npm run build && npm run size`.
 */
const KIB = 1024;
const cdn = fileURLToPath(new URL('../packages/elements/dist/cdn', import.meta.url));

if (!existsSync(join(cdn, 'afterglow.js'))) {
  console.error('Nothing to measure: run `npm run build` first.');
  process.exit(1);
}

const files = readdirSync(join(cdn, 'chunks')).filter((name) => name.endsWith('.js'));

/** Bytes of one file as it goes over the wire. */
function size(file) {
  const content = readFileSync(join(cdn, file));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params }).length;
}

/** The file of a chunk, by its name without the hash. */
function chunk(name) {
  const file = files.find((each) => each.replace(/-[\w-]{8}\.js$/, '') === name);
  if (!file) throw new Error(`The build has no chunk called ${name}.`);
  return join('chunks', file);
}

/** A chunk with everything that it imports before it runs; not what it may import later. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(cdn, file), 'utf8');
  for (const [, name] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) {
    withImports(join('chunks', name), seen);
  }
  return seen;
}

/** Everything that must be there before an element of this tag is painted, in one language. */
function painted(tag, language) {
  const words = [`page.${language}`, `${tag}.${language}`].filter((name) =>
    files.some((file) => file.startsWith(`${name}-`)),
  );
  const all = [chunk('core'), chunk(tag), ...words.map(chunk)].flatMap((file) => [
    ...withImports(file),
  ]);
  return ['afterglow.js', ...new Set(all)];
}

const sum = (list) => list.reduce((total, file) => total + size(file), 0);
const has = (tag) => files.some((file) => file.startsWith(`${tag}-`));
const folders = readdirSync(fileURLToPath(new URL('../packages/elements/src', import.meta.url)));
const tags = folders.filter((name) => name.includes('-') && has(name));
const base = new Set(painted('points-balance', 'en'));
const further = tags.filter((tag) => !['points-balance', 'loyalty-provider'].includes(tag));

const own = (tag) => sum(painted(tag, 'en').filter((file) => !base.has(file)));
const rows = [
  ['loader', size('afterglow.js'), 2 * KIB],
  ['stylesheet', size('afterglow.css'), KIB],
  ['points-balance painted, English', sum(painted('points-balance', 'en')), 14 * KIB],
  ['points-balance painted, Spanish', sum(painted('points-balance', 'es')), 14 * KIB],
];
if (has('savings-calculator')) {
  const calculator = sum(painted('savings-calculator', 'en'));
  rows.push(['savings-calculator painted, signed out', calculator, 15 * KIB]);
}
rows.push([
  'each further element, on average',
  Math.round(further.reduce((total, tag) => total + own(tag), 0) / further.length),
  3 * KIB,
]);

console.log('Bytes after brotli 11'.padEnd(44), 'bytes'.padStart(7), 'budget'.padStart(7));
for (const [name, bytes, budget] of rows) {
  const verdict = bytes > budget ? `  over by ${bytes - budget}` : '';
  console.log(name.padEnd(44), String(bytes).padStart(7), String(budget).padStart(7) + verdict);
}
console.log('\nOf these');
for (const file of base) console.log(`  ${file}`.padEnd(44), String(size(file)).padStart(7));
for (const tag of further)
  console.log(`  ${tag}, with its words`.padEnd(44), String(own(tag)).padStart(7));

const over = rows.filter(([, bytes, budget]) => bytes > budget);
if (over.length > 0) {
  console.error(`\nOver budget: ${over.map(([name]) => name).join('; ')}.`);
  process.exitCode = 1;
}
