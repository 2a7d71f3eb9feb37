import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** What a test would draw, with the variable set to that. */
function drawn(seed) {
  const env = { ...process.env, AFTERGLOW_SEED: seed };
  if (seed === undefined) delete env.AFTERGLOW_SEED;
  const script = `import fc from 'fast-check'; console.log(fc.readConfigureGlobal().seed)`;
  const preload = `--import=${new URL('seed-random-tests.mjs', import.meta.url)}`;
  const args = [preload, '--input-type=module', '--eval', script];
  return spawnSync(process.execPath, args, { env, encoding: 'utf8' });
}

test('tests draw from one seed unless another is asked for', () => {
  assert.equal(drawn(undefined).stdout.trim(), '20261129');
  assert.equal(drawn('7').stdout.trim(), '7');
  assert.equal(drawn('random').stdout.trim(), 'undefined');
});

test('a seed that is none is refused, with what to give', () => {
  assert.match(drawn('monday').stderr, /AFTERGLOW_SEED is "monday". Give an integer, or "random"/);
});
