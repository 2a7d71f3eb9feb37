import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../run-command.js';

test('asks for the address of an API', async () => {
  await assert.rejects(runCommand(['integrity'], {}), /^WrongSetting: Say where the API is/);
  await assert.rejects(runCommand(['integrity', 'clinic'], {}), /"clinic" is no address of an API/);
});
