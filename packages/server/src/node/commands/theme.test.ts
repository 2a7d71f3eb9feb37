import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { derivePalette } from '../../brand/index.js';
import { runCommand } from '../run-command.js';
import { WrongSetting } from '../settings.js';

/** Runs the command and gives what it printed, and its exit code. */
async function run(t: TestContext, ...args: readonly string[]) {
  const printed: string[] = [];
  const told: string[] = [];
  const log = t.mock.method(console, 'log', (text: string) => printed.push(text));
  const error = t.mock.method(console, 'error', (text: string) => told.push(text));
  try {
    const code = await runCommand(['theme', ...args], {});
    return { code, printed: printed.join('\n'), told: told.join('\n') };
  } finally {
    for (const { mock } of [log, error]) mock.restore();
  }
}

async function file(t: TestContext, css: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-theme-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'theme.css');
  await writeFile(path, css);
  return path;
}

test('prints the colors that the server derives, and what was chosen', async (t) => {
  const shape = ['--radius', '4px', '--space', '18', '--font', "'Source Sans 3', sans-serif"];

  const { code, printed, told } = await run(t, '--brand', '#7A3B5D', ...shape);

  const palette = derivePalette('#7a3b5d');
  assert.ok(palette.ok);
  assert.equal(code, 0);
  assert.equal(told, '');
  assert.match(printed, /^ {2}--glow-font: 'Source Sans 3', sans-serif;$/m);
  assert.match(printed, /^ {2}--glow-radius: 4px;\n {2}--glow-space: 18px;$/m);
  for (const [role, { light, dark }] of Object.entries(palette.roles)) {
    assert.ok(printed.includes(`  --glow-color-${role}: ${light};`), role);
    assert.ok(
      printed.includes(`--glow-color-${role}: light-dark(${light}, ${dark});`) || light === dark,
      role,
    );
  }
  assert.match(printed, /^@media \(prefers-contrast: more\) \{$/m);
});

test('says which color was changed, from which ratio to which', async (t) => {
  const yellow = await run(t, '--brand', '#ffe600');
  const grey = await run(t, '--brand', '#777777', '--surface', '#b0a090');

  assert.match(
    yellow.told,
    /^#ffe600 has 1\.\d\d:1 on #\w{6}, where a button needs 3:1\. In light, buttons \(brand-fill-loud\) are #\w{6}, 3\.\d\d:1\.$/,
  );
  assert.match(
    grey.told,
    /^A paper of #b0a090 leaves no room for text\. The surface is #\w{6}\.$/m,
  );
  assert.equal(yellow.code, 0);
});

test('a theme that it made passes its check', async (t) => {
  const { printed } = await run(t, '--brand', '#b8935a', '--surface', '#16161a');
  const path = await file(t, printed);

  const { code, printed: said } = await run(t, 'check', path);

  assert.equal(said, `${path}: all in order.`);
  assert.equal(code, 0);
});

test('a check lists each fault with its place, and exits with 1', async (t) => {
  const path = await file(
    t,
    ':root {\n  --glow-color-txt: red;\n  --glow-color-text: #999;\n  --glow-radius: 8;\n}\n',
  );

  const { code, printed } = await run(t, 'check', path, '--brand', '#7a3b5d');
  const json = await run(t, 'check', path, '--brand', '#7a3b5d', '--json');

  assert.equal(code, 1);
  assert.match(printed, /^ {2}2:3 {2}unknown_token {2}There is no .* mean --glow-color-text\?$/m);
  assert.match(printed, /^ {2}3:3 {2}low_contrast {3}text #999999 on surface/m);
  assert.match(printed, /^ {2}4:3 {2}wrong_value {4}--glow-radius is 8/m);
  const answer = JSON.parse(json.printed) as { faults: number; findings: { isFault: boolean }[] };
  assert.equal(json.code, 1);
  assert.equal(answer.faults, answer.findings.filter(({ isFault }) => isFault).length);
  assert.match(printed, new RegExp(`: ${answer.faults} faults\\.$`));
});

const wrongUses: [args: string[], said: RegExp][] = [
  [[], /^--brand is missing\.$/],
  [['--brand', 'plum'], /^--brand is "plum"; give a color as #rrggbb or #rgb\.$/],
  [['--brand', '#7a3b5d', '--surface', 'x'], /^--surface is "x"/],
  [['--brand', '#7a3b5d', '--radius', '41'], /px from 0 to 40\.$/],
  [['--brand', '#7a3b5d', '--space', '8'], /^--space is "8"; give px from 12 to 32\.$/],
  [['--brand', '#7a3b5d', '--font', 'x; } body { display: none'], /CSS list of typefaces/],
  [['--brand', '#7a3b5d', '--json'], /for theme check/],
  [['make'], /^There is no "theme make"/],
  [['check'], /^Say which file/],
  [['check', 'none.css'], /^The theme none\.css cannot be read: ENOENT\.$/],
  [['check', 'none.css', '--radius', '4'], /^--radius is for making/],
  [['check', 'none.css', '--surface', '#fff'], /^--surface needs --brand\.$/],
];

for (const [args, said] of wrongUses) {
  test(`"theme ${args.join(' ')}" is told in one line`, async (t) => {
    await assert.rejects(run(t, ...args), (error) => {
      assert.ok(error instanceof WrongSetting, String(error));
      assert.match(error.message, said);
      return true;
    });
  });
}
