import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const wanted = ['--element', 'tier-badge', '--width', '240', '--width', '390', '--dark'];

function shots(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import=tsx', 'scripts/shots.mjs', ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
  );
  return { status, output: stderr + stdout };
}

/** Width and height in px, out of a PNG's first chunk. */
function sizeOf(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('npm run shots', () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-shots-'));
  const first = join(folder, 'first');
  const second = join(folder, 'second');
  const ready = (width: number, scheme: string) => `tier-badge/ready.paper.${width}.${scheme}.png`;
  before(() => {
    const { status, output } = shots(...wanted, '--out', first);
    assert.equal(status, 0, output);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('takes each story at each width in light and dark, with a margin around its column', () => {
    const stories = readdirSync(join(first, 'tier-badge')).map((name) => name.split('.')[0]);

    const [width] = sizeOf(join(first, ready(240, 'light')));
    assert.ok(new Set(stories).size >= 6);
    assert.equal(stories.length, new Set(stories).size * 4);
    assert.equal(width, 240 + 32);
    assert.equal(sizeOf(join(first, ready(390, 'dark')))[0], 390 + 32);
    const light = readFileSync(join(first, ready(390, 'light')));
    assert.ok(!light.equals(readFileSync(join(first, ready(390, 'dark')))));
  });

  it('shows them on a sheet that is read from the disk, and leaves out what is not chosen', async () => {
    const browser = await chromium.launch({
      executablePath: process.env['CHROME_PATH'] ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const page = await browser.newPage();

    await page.goto(String(pathToFileURL(join(first, 'index.html'))));
    const seen = () => page.locator('figure:visible').count();
    const all = await seen();
    const sources = await page
      .locator('img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''));
    await page.getByRole('group', { name: 'width' }).getByLabel('240').check();
    const narrow = await seen();
    await page.getByRole('group', { name: 'scheme' }).getByLabel('dark').check();
    const narrowAndDark = await seen();
    await browser.close();

    assert.equal(all, readdirSync(join(first, 'tier-badge')).length);
    assert.deepEqual(
      sources.filter((path) => !existsSync(join(first, path))),
      [],
    );
    assert.equal(narrow, all / 2);
    assert.equal(narrowAndDark, all / 4);
  });

  it('puts what changed beside the earlier picture, and tells what is new', () => {
    copyFileSync(join(first, ready(390, 'dark')), join(first, ready(390, 'light')));
    rmSync(join(first, ready(240, 'light')));

    const { status, output } = shots(...wanted, '--out', second, '--against', first);

    const sheet = readFileSync(join(second, 'index.html'), 'utf8');
    assert.equal(status, 0, output);
    assert.match(output, /^1 changed, 1 new, \d+ the same$/m);
    assert.ok(sheet.includes(`src="before/${ready(390, 'light')}"`));
    assert.ok(
      readFileSync(join(second, 'before', ready(390, 'light'))).equals(
        readFileSync(join(first, ready(390, 'dark'))),
      ),
    );
  });

  it('leaves a folder alone that holds something else, and says so', () => {
    const other = mkdtempSync(join(folder, 'other-'));
    writeFileSync(join(other, 'letter.txt'), 'Dear Dora');

    const { status, output } = shots(...wanted, '--out', other);

    assert.equal(status, 1);
    assert.match(output, /it holds something else; name a folder of its own/);
    assert.deepEqual(readdirSync(other), ['letter.txt']);
  });
});
