import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStorybook } from '../../packages/elements/e2e/storybook.ts';
import { arrange, ownWidth } from './arrange.mjs';

/** Tabs that draw at the same time. */
const TABS = 2;
/** Space on each side of what a story shows, px; Storybook's own. */
const MARGIN = 16;
/** What a story is looked at through, px; a sheet that covers the page fills it. */
const WINDOW = 760;
/** Nobody looks further down. */
const HIGHEST = 3000;

/** The name of the element that a story belongs to; `pages` has those that show several. */
export const elementOf = ({ importPath }) =>
  /\/src\/([\w-]+)\/\1\.stories\.ts$/.exec(importPath)?.[1] ?? 'pages';

/**
 * Takes a picture of each story on each theme, at each width, in each scheme, and writes it.
 *
 * @param stories - As the index of the built Storybook has them.
 * @param asked - What `optionsOf` answers.
 * @param onStory - Called after each story with how many are done.
 * @returns {Promise<{ shots: Shot[], faults: string[] }>} In the order of the stories.
 *
 * @typedef {{ file: string, element: string, story: string, theme: string, width: number,
 *   scheme: string, pixels: { width: number, height: number }, tooWide: number }} Shot
 *   `file` from the folder of the sheet; `tooWide` the px by which the page scrolls sideways.
 */
export async function takeShots(stories, asked, onStory) {
  const taken = [];
  const faults = [];
  for (const theme of asked.themes) {
    const storybook = await openStorybook({ brand: theme, lang: asked.lang });
    const queue = stories.map((story, order) => ({ story, order }));
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { story, order } = next;
        try {
          const shots = await storybook.inTab((tab) => shotsOf(story, tab, { ...asked, theme }));
          taken.push(...shots.map((shot) => ({ ...shot, order })));
        } catch (error) {
          faults.push(`${story.id}: ${error.message.split('\n')[0]}`);
        }
        onStory();
      }
    };
    try {
      await Promise.all(Array.from({ length: TABS }, work));
    } finally {
      await storybook.close();
    }
  }
  return { shots: taken.sort((a, b) => a.order - b.order), faults };
}

async function shotsOf(story, { page, show }, { theme, widths, schemes, out }) {
  const element = elementOf(story);
  const name = story.id.split('--').at(-1);
  const shots = [];
  await page.setViewportSize({ width: widths[0] + 2 * MARGIN, height: WINDOW });
  await show(story);
  const own = await page.evaluate(ownWidth);
  for (const width of own === null ? widths : [own]) {
    await page.setViewportSize({ width: width + 2 * MARGIN, height: WINDOW });
    for (const scheme of schemes) {
      const { height, tooWide } = await page.evaluate(arrange, { width, scheme });
      const pixels = { width: width + 2 * MARGIN, height: Math.min(height, HIGHEST) };
      const file = `${element}/${name}.${theme}.${width}.${scheme}.png`;
      const path = join(out, file);
      mkdirSync(dirname(path), { recursive: true });
      const clip = { x: 0, y: 0, ...pixels };
      // Asked for the full page, the browser lays it out twice more.
      const isHigh = pixels.height > WINDOW;
      if (isHigh) await page.setViewportSize(pixels);
      writeFileSync(path, await page.screenshot({ clip }));
      if (isHigh) await page.setViewportSize({ width: pixels.width, height: WINDOW });
      shots.push({ file, element, story: story.name, theme, width, scheme, pixels, tooWide });
    }
  }
  return shots;
}
