import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import { listStories, openStorybook, type OpenStorybook } from './storybook.js';

describe('every element', { concurrency: 2 }, () => {
  let storybook: OpenStorybook;

  before(async () => {
    storybook = await openStorybook();
  });
  after(() => storybook.close());

  for (const entry of listStories().filter(({ type }) => type === 'docs')) {
    it(`has a docs page without a fault: ${entry.title}`, () =>
      storybook.inTab(async ({ faults, show }) => {
        await show(entry);

        assert.deepEqual(faults, []);
      }));
  }
});
