import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheet } from './sheet.mjs';

const shot = (more) => ({
  file: 'points-balance/ready.paper.320.light.png',
  element: 'points-balance',
  story: 'Ready',
  theme: 'paper',
  width: 320,
  scheme: 'light',
  pixels: { width: 352, height: 200 },
  tooWide: 0,
  ...more,
});
const page = (shots, more = {}) => sheet(shots, { lang: 'en', faults: [], ...more });

test('there is a choice for each thing in which pictures differ, and none for the others', () => {
  const html = page([shot(), shot({ width: 390 })]);

  assert.match(html, /<legend>width<\/legend>/);
  assert.match(html, /id="width-390"/);
  assert.doesNotMatch(html, /<legend>(?:theme|scheme|change)<\/legend>/);
});

test('a changed picture stands beside the earlier one, and one that scrolls says by how much', () => {
  const before = 'before/points-balance/ready.paper.320.light.png';

  const html = page([shot({ change: 'changed', before, tooWide: 12 }), shot({ change: 'same' })]);

  assert.ok(html.indexOf(`src="${before}"`) < html.indexOf(`src="${shot().file}"`));
  assert.match(html, /light · changed <strong>12 px too wide<\/strong>/);
  assert.match(html, /id="change-changed"/);
});

test('what was not drawn is told, and no name of a story becomes markup', () => {
  const html = page([shot({ story: 'A < B' })], { faults: ['patients-x--ready: "late" & <gone>'] });

  assert.match(html, /<li>patients-x--ready: &quot;late&quot; &amp; &lt;gone&gt;<\/li>/);
  assert.match(html, /<h3>A &lt; B<\/h3>/);
});
