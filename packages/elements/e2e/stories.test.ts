import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  darken,
  facesOnceSettled,
  faultsByAxe,
  listStories,
  openStorybook,
  promisedFaces,
  type OpenStorybook,
} from './storybook.js';

const faces = ['signed-out', 'waiting', 'empty', 'ready', 'failed', 'stale'];

/** Faces that an element never shows, and why. */
const cannotShow: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'book-button': {
    'signed-out': 'Everybody may book.',
    stale: 'The program, once read, is not read again.',
  },
  'loyalty-home': { empty: 'Every member has a home.' },
  'loyalty-provider': Object.fromEntries(
    faces.map((face) => [face, 'It draws nothing of its own.']),
  ),
  'member-card': { empty: 'Every member has a card.' },
  'member-sign-in': { empty: 'There is a question, or somebody who is signed in.' },
  'referral-welcome': {
    'signed-out': 'It is for everybody who followed a link.',
    stale: 'The program, once read, is not read again.',
  },
  'earn-list': {
    'signed-out': 'It needs the program alone, which is there for everybody.',
    stale: 'The program, once read, is not read again.',
  },
  'savings-calculator': {
    'signed-out': 'It needs the program alone, which is there for everybody.',
    stale: 'The program, once read, is not read again.',
  },
};

const stories = listStories().filter(({ type }) => type === 'story');
const folders = readdirSync(new URL('../src/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(new URL(`../src/${name}/`, import.meta.url)).includes('define.ts'));

describe('the stories of each element', () => {
  for (const tag of folders) {
    it(`of ${tag} show all faces that it has`, () => {
      const ids = stories
        .filter(({ importPath }) => importPath.endsWith(`/src/${tag}/${tag}.stories.ts`))
        .map(({ id }) => id);

      const missing = faces.filter(
        (face) => !cannotShow[tag]?.[face] && !ids.some((id) => id.endsWith(`--${face}`)),
      );

      assert.notEqual(ids.length, 0, `There is no ${tag}.stories.ts in its folder.`);
      assert.deepEqual(missing, []);
    });
  }
});

/**
 * Faults of a story in a window that is as high as the story. Axe takes what lies under a bar at the end
 * of a window for covered; a reader scrolls it clear.
 */
async function faultsOfWhole(page: Page): Promise<readonly string[]> {
  const { width, height } = page.viewportSize()!;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (whole > height) await page.setViewportSize({ width, height: whole });
  const found = await faultsByAxe(page);
  if (whole > height) await page.setViewportSize({ width, height });
  return found;
}

/** Names of people and of the clinic, which no language changes. */
const names = ['Ana', 'Aesthetics', 'Lumen', 'Maya', 'Noor'];

/** Words in Latin letters that a story in Arabic shows, but for names, addresses and what says its language. */
function latinWordsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate((known) => {
    const said: string[] = [];
    const wordsOf = (text: string) =>
      text.replace(/\S+(?:@|:\/\/)\S+/g, '').match(/[A-Za-z]*[a-z][A-Za-z]*/g) ?? [];
    const read = (node: Node) => {
      if (node instanceof Element) {
        const language = node.getAttribute('lang');
        if (language && language !== 'ar') return;
        if (node.matches('[dir=ltr], .number, style') || getComputedStyle(node).display === 'none')
          return;
        node.shadowRoot?.childNodes.forEach(read);
      }
      if (node instanceof Text) said.push(...wordsOf(node.data));
      node.childNodes.forEach(read);
    };
    document.querySelectorAll('[lang=ar]:not(html)').forEach(read);
    return [...new Set(said)].filter((word) => !known.includes(word));
  }, names);
}

/**
 * What a screen reader finds in an element, in its order: roles, names and texts as the browser tells
 * them. Where links lead is tested beside each element.
 */
async function transcript(page: Page, tag: string): Promise<string> {
  const element = page.locator(tag).first();
  if ((await element.count()) === 0) return '';
  return `${(await element.ariaSnapshot()).replace(/\n *- \/url: .*/g, '')}\n`;
}

/**
 * What was heard of an element when somebody last read it through, from `transcripts/`. With
 * `AFTERGLOW_TRANSCRIPTS=write` what is heard now is written there, for a reviewer to read.
 */
function transcriptOf(tag: string, heard: string): string {
  const file = new URL(`transcripts/${tag}.txt`, import.meta.url);
  if (process.env['AFTERGLOW_TRANSCRIPTS'] === 'write') writeFileSync(file, heard);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The rules that a change of colors alone can break. */
const rulesOfColor = ['color-contrast', 'link-in-text-block'];

describe('every story, in light and dark,', { concurrency: 2 }, () => {
  let storybook: OpenStorybook;

  before(async () => {
    storybook = await openStorybook();
  });
  after(() => storybook.close());

  for (const entry of stories) {
    it(`shows what it says, without a fault: ${entry.title}, ${entry.name}`, () =>
      storybook.inTab(async ({ page, faults, show }) => {
        const named = faces.find((face) => entry.id.endsWith(`--${face}`));
        const tag = entry.title.split('/').at(-1)!;

        await show(entry);
        const promised = await promisedFaces(page);
        const shown = await facesOnceSettled(page, promised ?? {});
        const latin = await latinWordsIn(page);
        const heard = await transcript(page, tag);
        const inLight = await faultsOfWhole(page);
        await darken(page);
        const inDark = await faultsByAxe(page, rulesOfColor);

        assert.ok(promised, 'The story does not say in parameters.shows which faces it shows.');
        assert.deepEqual(shown, promised);
        if (named && tag in promised) assert.equal(promised[tag], named);
        assert.deepEqual(latin, [], 'an Arabic page says it in Arabic');
        if (named === 'ready' && tag in promised) assert.equal(heard, transcriptOf(tag, heard));
        assert.deepEqual(inLight, []);
        assert.deepEqual(inDark, []);
        assert.deepEqual(faults, []);
      }));
  }

  it('reaches points, tier and packages when something happens at the clinic', () =>
    storybook.inTab(async ({ page, faults, show }) => {
      await show(stories.find(({ id }) => id === 'pages-rewards-page--just-joined')!);
      const press = async (name: string) => {
        await page.getByRole('button', { name }).click();
        await page.locator('.till output:has-text("Done.")').waitFor();
      };
      const says = (tag: string, text: string) =>
        page.locator(tag).getByText(text).first().waitFor();

      await says('points-balance', '50');
      for (let visit = 0; visit < 4; visit += 1) await press('A treatment for $450');
      await says('tier-badge', 'Radiant');
      await press('A package is sold');
      await says('package-balance', '3 of 3 sessions left');
      await press('A session is used');
      await says('package-balance', '2 of 3 sessions left');
      await press('Past the day of lapse');
      await says('package-balance', 'No sessions left');
      const figure = await page.locator('points-balance [part~=amount]').textContent();

      assert.equal(figure?.trim(), '0');
      assert.deepEqual(faults, []);
    }));
});
