import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import { facesOnceSettled, listStories, openStorybook, type OpenStorybook } from './storybook.js';

const story = listStories().find(({ id }) => id === 'pages-theme--maker')!;

describe('the theme page of Storybook', () => {
  let storybook: OpenStorybook;
  before(async () => {
    storybook = await openStorybook();
  });
  after(() => storybook.close());

  it('dresses the elements as one chooses, by keyboard alone, and copies the stylesheet', () =>
    storybook.inTab(async ({ page, faults, show }) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await show(story);
      await facesOnceSettled(page, { 'referral-link': 'ready' });
      const look = () =>
        page.evaluate(() => {
          const { shadowRoot } = document.querySelector('referral-link')!;
          const [card, button] = ['.card', '.button.primary'].map((selector) =>
            getComputedStyle(shadowRoot!.querySelector(selector)!),
          );
          return {
            radius: card!.borderRadius,
            padding: card!.padding,
            font: card!.fontFamily,
            button: button!.backgroundColor,
          };
        });

      await page.locator('#brand').focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('#0a66c2');
      await page.locator('input[name=radius]').focus();
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Old');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Airy');

      assert.deepEqual(await look(), {
        radius: '18px',
        padding: '32px',
        font: '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, serif',
        button: 'rgb(10, 102, 194)',
      });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Copied.').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /--glow-radius: 18px;/);
      assert.match(copied, /--glow-color-brand-fill-loud: #0a66c2;/);
      assert.equal(copied.trim(), (await page.getByLabel('The stylesheet').textContent())?.trim());
      assert.deepEqual(faults, []);
    }));

  it('leaves the next story its own theme', () =>
    storybook.inTab(async ({ page, show }) => {
      await show(story);
      await show(listStories().find(({ id }) => id === 'pages-themes--night-with-brass')!);
      await facesOnceSettled(page, { 'points-balance': 'ready' });

      const space = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--glow-space'),
      );

      assert.equal(space, '32px');
    }));

  it('says when a color had to be changed, and when it is none', () =>
    storybook.inTab(async ({ page, show }) => {
      await show(story);

      await page.locator('#brand').fill('#ffe600');
      await page.getByText(/^#ffe600 has 1\.2\d:1 on #ffffff, where a button needs 3:1/).waitFor();
      await page.locator('#brand').fill('yellow');

      await page.getByText('Write a color as #rrggbb.').waitFor();
    }));
});
