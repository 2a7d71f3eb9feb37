import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findChromium } from './find-chromium.mjs';

const { PATH, CHROME_PATH } = process.env;
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterglow-browser-'));
  process.env.PATH = folder;
  delete process.env.CHROME_PATH;
});

afterEach(() => {
  process.env.PATH = PATH;
  if (CHROME_PATH === undefined) delete process.env.CHROME_PATH;
  else process.env.CHROME_PATH = CHROME_PATH;
  rmSync(folder, { recursive: true });
});

function browser(name, mode) {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

test('takes CHROME_PATH before PATH', () => {
  browser('chromium', 0o755);
  process.env.CHROME_PATH = browser('mine', 0o755);

  assert.equal(findChromium(), join(folder, 'mine'));
});

test('says that CHROME_PATH leads nowhere, even where PATH has a browser', () => {
  browser('chromium', 0o755);
  process.env.CHROME_PATH = join(folder, 'nowhere');

  assert.throws(() => findChromium(), /CHROME_PATH=.*nowhere does not exist/);
});

test('takes what can be run from PATH', () => {
  browser('chromium', 0o644);
  const chrome = browser('google-chrome', 0o755);
  process.env.PATH = ['', join(folder, 'empty'), folder].join(delimiter);

  assert.equal(findChromium(), chrome);
});
