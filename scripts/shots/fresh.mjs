import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../files.mjs';
import { root, tool } from '../run.mjs';
import { writeManifest } from '../build.mjs';

/** Builds Storybook where there is none, or where a source or a story is newer. Throws where it can't. */
export function buildStorybookIfOlder() {
  const time = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const built = time('storybook-static/index.json');
  const isSource = (path) =>
    /\.(?:ts|json|css)$/.test(path) &&
    !/\.test\.ts$|\/e2e\/|custom-elements\.json$|\/bench\//.test(path);
  const sources = ['packages', 'stories', '.storybook'].flatMap((folder) =>
    filesIn(folder, isSource),
  );
  if (built > 0 && sources.every((path) => time(path) <= built)) return;

  console.log(built ? 'Storybook is older than a source: building it …' : 'Building Storybook …');
  const storybook = ['build', '-o', 'storybook-static', '--quiet', '--loglevel=warn'];
  if (!writeManifest() || !tool('storybook', storybook)) {
    throw new Error('Storybook could not be built: npm run build:storybook says more.');
  }
}
