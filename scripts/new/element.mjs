import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { root } from '../run.mjs';

const starter = fileURLToPath(new URL('element/', import.meta.url));
const source = 'packages/elements/src';

/** Names with a hyphen that HTML took before custom elements came; browsers refuse to register them. */
const takenByHtml = [
  'annotation-xml',
  'color-profile',
  'font-face',
  'font-face-format',
  'font-face-name',
  'font-face-src',
  'font-face-uri',
  'missing-glyph',
];

/** The files that every element's folder has, by name. */
export const fileNames = (tag) =>
  readdirSync(starter).map((name) => name.replace('starter-card', tag).replace(/\.txt$/, ''));

/** Why there can be no new element of this name, and what to do; undefined where there can. */
export function refusalOf(tag) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(tag)) {
    return `“${tag}” is no name for an element: write lower-case words with hyphens between them, such as visit-map.`;
  }
  if (takenByHtml.includes(tag)) {
    return `“${tag}” is a name of HTML’s own, which browsers do not register: choose another.`;
  }
  if (existsSync(join(root, source, tag))) {
    return `“${tag}” is there already, in ${source}/${tag}: choose another name, or change that one.`;
  }
  return undefined;
}

/**
 * Writes the folder of a new element and names it wherever elements are named by hand.
 *
 * @param tag - A name that `refusalOf` has nothing against.
 * @returns {Promise<string[]>} Paths of what was written, from the root.
 */
export async function writeElement(tag) {
  const files = [
    ...readdirSync(starter).map((name, index) => [
      `${source}/${tag}/${fileNames(tag)[index]}`,
      named(readFileSync(join(starter, name), 'utf8'), tag),
    ]),
    ...places.map(({ path, put }) => [path, put(readFileSync(join(root, path), 'utf8'), tag)]),
  ];
  for (const [path, text] of files) {
    const filepath = join(root, path);
    mkdirSync(dirname(filepath), { recursive: true });
    const options = { ...(await resolveConfig(filepath)), filepath };
    writeFileSync(filepath, await format(text, options));
  }
  return files.map(([path]) => path);
}

/** The starter's text with the new name in each of its spellings. */
function named(text, tag) {
  const pascal = tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const camel = pascal[0].toLowerCase() + pascal.slice(1);
  return text
    .replaceAll('starter-card', tag)
    .replaceAll('StarterCard', pascal)
    .replaceAll('starterCard', camel);
}

/** The files in which each element has a line, and how a new one comes into each of them. */
const places = [
  {
    path: `${source}/index.ts`,
    put: (text, tag) =>
      inOrder(text, tag, {
        line: named(`export { StarterCardElement } from './starter-card/starter-card.js';`, tag),
        tagOf: /^export .* from '\.\/(\w+-[\w-]+)\//,
      }),
  },
  {
    path: `${source}/define.ts`,
    // The provider stands first, since others wait for it.
    put: (text, tag) =>
      inOrder(text, tag, {
        line: `import './${tag}/define.js';`,
        tagOf: /^import '\.\/(?!loyalty-provider\/)(\w+-[\w-]+)\//,
      }),
  },
  {
    path: `${source}/internal/define-all.ts`,
    put: (text, tag) => {
      const imported = inOrder(text, tag, {
        line: named(`import { StarterCardElement } from '../starter-card/starter-card.js';`, tag),
        tagOf: /^import .* from '\.\.\/(\w+-[\w-]+)\//,
      });
      return inOrder(imported, tag, {
        line: named(`  'starter-card': StarterCardElement,`, tag),
        tagOf: /^ {2}'(?!loyalty-provider')(\w+-[\w-]+)': \w+,$/,
      });
    },
  },
  {
    path: `${source}/internal/reserve.ts`,
    put: (text, tag) => {
      const height = `  '${tag}': \`calc(8em + 68px + \${moreSpace})\`,\n`;
      return before(text, '} as const satisfies Record<string, string>;', height);
    },
  },
  {
    path: 'README.md',
    put: (text, tag) =>
      before(text, '| `loyalty-provider` ', `| \`${tag}\` | the member's points in a sentence |\n`),
  },
  {
    path: 'packages/elements/README.md',
    put: (text, tag) => before(text, '| loyalty-home, on top ', `| ${tag}, on top | 3 KiB |\n`),
  },
];

/** Puts a line among those of its kind, which are sorted by tag. */
function inOrder(text, tag, { line, tagOf }) {
  const lines = text.split('\n');
  const tags = lines.map((each) => tagOf.exec(each)?.[1]);
  const next = tags.findIndex((other) => other !== undefined && other > tag);
  const last = tags.findLastIndex((other) => other !== undefined);
  lines.splice(next === -1 ? last + 1 : next, 0, line);
  return lines.join('\n');
}

/** Puts a text before a mark; a mark that is gone stops the command instead of leaving half of it. */
function before(text, mark, more) {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`“${mark}” is not where a new element is put: see scripts/new.`);
  return text.slice(0, at) + more + text.slice(at);
}
