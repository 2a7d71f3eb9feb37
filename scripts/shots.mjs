// `npm run shots`: pictures of every element's stories, and a sheet on which to look at them.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listStories } from '../packages/elements/e2e/storybook.ts';
import { ensureBrowser } from './ensure-browser.mjs';
import { root } from './run.mjs';
import { compare } from './shots/against.mjs';
import { buildStorybookIfOlder } from './shots/fresh.mjs';
import { optionsOf } from './shots/options.mjs';
import { sheet } from './shots/sheet.mjs';
import { elementOf, takeShots } from './shots/take.mjs';

const SHEET = 'index.html';

try {
  await shots(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function shots(args) {
  buildStorybookIfOlder();
  process.env.CHROME_PATH = ensureBrowser();
  const all = listStories().filter(({ type }) => type === 'story');
  const themes = JSON.parse(
    readFileSync(join(root, 'packages/elements/themes/themes.json'), 'utf8'),
  );
  const asked = optionsOf(args, {
    elements: [...new Set(all.map(elementOf))].sort(),
    themes: Object.keys(themes),
  });
  const out = resolve(root, asked.out);
  const earlier = asked.against && resolve(root, asked.against);
  prepare(out, earlier);

  const stories = all.filter((story) => asked.elements.includes(elementOf(story)));
  const began = performance.now();
  const count = progress(stories.length * asked.themes.length);
  const { shots, faults } = await takeShots(stories, { ...asked, out }, count);
  const compared = earlier ? compare(shots, { out, earlier }) : shots;
  writeFileSync(join(out, SHEET), sheet(compared, { lang: asked.lang, faults }));

  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${shots.length} pictures of ${stories.length} stories in ${seconds} s`);
  report(compared, faults);
  console.log(String(pathToFileURL(join(out, SHEET))));
  if (faults.length) process.exitCode = 1;
}

/** Empties the folder of an earlier run; one that holds anything else is left alone. */
function prepare(out, earlier) {
  if (earlier && !existsSync(join(earlier, SHEET))) {
    throw new Error(`--against ${earlier}: there is no sheet of an earlier run.`);
  }
  if (earlier === out) {
    throw new Error(
      `--against ${earlier}: this run writes there. Move the earlier one away first.`,
    );
  }
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, SHEET))) {
    throw new Error(`--out ${out}: it holds something else; name a folder of its own.`);
  }
  rmSync(out, { recursive: true, force: true });
  // A run that is broken off leaves a folder that the next one knows as its own.
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, SHEET), 'The pictures are being taken.');
}

/** Says how far it is: on one line where somebody looks on, else every fifty stories. */
function progress(total) {
  let done = 0;
  const { isTTY } = process.stdout;
  return () => {
    done += 1;
    if (isTTY) process.stdout.write(`\r${done} of ${total}${done === total ? '\n' : ''}`);
    else if (done % 50 === 0) console.log(`${done} of ${total}`);
  };
}

function report(shots, faults) {
  const counted = (change) => shots.filter((shot) => shot.change === change).length;
  if (shots.some(({ change }) => change !== undefined)) {
    console.log(
      `${counted('changed')} changed, ${counted('new')} new, ${counted('same')} the same`,
    );
  }
  for (const { file, tooWide } of shots.filter((shot) => shot.tooWide > 0)) {
    console.log(`${file}: ${tooWide} px wider than the page`);
  }
  for (const fault of faults) console.error(fault);
}
