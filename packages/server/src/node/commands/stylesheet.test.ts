import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../run-command.js';

test('asks for a prefix that a tag can have, and for a theme that there is', async () => {
  const said = (...args: string[]) => runCommand(['stylesheet', ...args], {});
  await assert.rejects(said(), /^WrongSetting: --prefix is missing/);
  await assert.rejects(said('--prefix', 'Clinic'), /The prefix "Clinic" can't stand before a tag/);
  await assert.rejects(
    said('--prefix', 'clinic-', '--theme', '../x'),
    /There is no theme "\.\.\/x"/,
  );
  await assert.rejects(said('--prefix', 'clinic-', '--theme', 'dusk'), /no theme "dusk"/);
});
