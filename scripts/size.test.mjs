import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { root } from './run.mjs';
import { readFigures } from './size.mjs';

const files = {
  'afterglow.js': 'import("./core-1.js")',
  'afterglow.all.js': 'const core=1;const points=2',
  'afterglow.css': ':not(:defined){display:block}',
  'core-1.js': 'import{a}from"./lit-2.js";export const core=a;import("./qr-3.js")',
  'lit-2.js': 'export const a=1',
  'qr-3.js': 'export default 2',
  'points-4.js': 'import{core}from"./core-1.js";import"./lit-2.js";export{core}',
  'calculator-5.js': 'import{core}from"./core-1.js";export*from"./savings-6.js";core()',
  'savings-6.js': 'export const saved=3',
  'tier-7.js': 'import{core}from"./core-1.js";export const tier=core',
  'sign-in-8.js': 'import"./lit-2.js";export const form=4',
  'inspector.js': 'import"./core-1.js";import("./qr-3.js");export const panel=6',
  'demo.js': 'import"./core-1.js";import("./inspector.js");export const story=7',
  'home-9.js': 'import"./core-1.js";import("./tier-7.js");export const home=5',
};
const chunks = {
  core: 'core-1.js',
  'points-balance': 'points-4.js',
  'savings-calculator': 'calculator-5.js',
  'tier-badge': 'tier-7.js',
  'member-sign-in': 'sign-in-8.js',
  'loyalty-home': 'home-9.js',
};

/**
 * Puts the files of a small build into a folder that goes with the test.
 *
 * @param tags - Elements that it has beside its own.
 */
function builtFor(t, tags = []) {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-size-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, name), code);
  const others = Object.fromEntries(tags.map((tag) => [tag, 'tier-7.js']));
  writeFileSync(join(folder, 'chunks.json'), JSON.stringify({ ...others, ...chunks }));
  return folder;
}

test('counts each file once, follows static imports, and leaves import() for later', (t) => {
  const folder = builtFor(t);
  const size = (...names) =>
    names.reduce((sum, name) => sum + brotliCompressSync(files[name]).length, 0);

  const bytes = readFigures(folder).map((figure) => figure.bytes);

  assert.deepEqual(bytes, [
    size('afterglow.js'),
    size('afterglow.css'),
    size('afterglow.js', 'core-1.js', 'lit-2.js', 'points-4.js'),
    size('tier-7.js'),
    size('tier-7.js'),
    size('home-9.js'),
    size('sign-in-8.js'),
    size('afterglow.js', 'core-1.js', 'lit-2.js', 'calculator-5.js', 'savings-6.js'),
    size('afterglow.all.js'),
    size('inspector.js'),
    size('demo.js'),
  ]);
});

test('the README of the elements has every budget, one for each element', (t) => {
  const tags = readdirSync(join(root, 'packages/elements/src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('-'))
    .map(({ name }) => name);
  const readme = readFileSync(join(root, 'packages/elements/README.md'), 'utf8');
  const written = [...readme.matchAll(/^\| (.+?) +\| ([\d.]+) KiB +\|$/gm)].map(
    ([, what, kib]) => `${what}: ${kib}`,
  );

  const held = readFigures(builtFor(t, tags)).map(
    ({ what, budget }) =>
      `${what.replace(/^each of \d+ further elements/, 'each further element')}: ${budget / 1024}`,
  );

  assert.deepEqual(written.sort(), held.sort());
});
