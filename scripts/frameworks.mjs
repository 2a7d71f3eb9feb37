// `npm run frameworks`: what React, Vue, Svelte, editors and WordPress are told of the elements, read out of their manifest.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tokens } from '@afterglow/server/brand';
import { format, resolveConfig } from 'prettier';
import { writeManifest } from './build.mjs';
import { root } from './run.mjs';

const folder = join(root, 'packages/elements');

/** Properties by which elements and their dialogs speak among themselves, and tests with them. */
const INNER = ['means', 'modal', 'opener'];

/** @typedef {{ name: string, description?: string, type?: { text: string }, fieldName?: string }} Declared */

/**
 * The elements as their manifest has them, written anew, by their tags in order.
 *
 * @returns {{ tag: string, name: string, description: string, attributes: Declared[],
 *   properties: string[], events: Declared[], cssProperties: Declared[] }[]}
 */
export function frameworkElements() {
  if (!writeManifest()) throw new Error('The manifest of the elements could not be written.');
  const { modules } = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName !== undefined)
    .map(({ tagName, name, description, members, attributes = [], events = [], ...rest }) => ({
      tag: tagName,
      name,
      description,
      attributes,
      properties: members.filter(isSettable).map((member) => member.name),
      events,
      cssProperties: rest.cssProperties ?? [],
    }))
    .sort((a, b) => a.tag.localeCompare(b.tag));
  return elements.map((element) =>
    element.tag === 'loyalty-provider' ? { ...element, events: eventsOf(elements) } : element,
  );
}

const isSettable = ({ kind, name, static: ofClass, privacy, readonly }) =>
  kind === 'field' &&
  !ofClass &&
  !privacy &&
  !readonly &&
  !name.startsWith('#') &&
  !INNER.includes(name);

/** Every event once: they bubble, so that a provider hears what happens in it. */
function eventsOf(elements) {
  const byName = new Map(
    elements.flatMap(({ events }) => events.map((event) => [event.name, event])),
  );
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}

const MADE = 'Made by `npm run frameworks` from custom-elements.json.';

/** `points-balance` as `PointsBalance`. */
const pascal = (tag) => tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** A text as a docblock, on one line where it fits. */
function docblock(text) {
  const lines = text.split('\n');
  if (lines.length === 1 && text.length < 88) return `/** ${text} */`;
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

/** The tables of tags and events that the types for every framework are made of. */
function tagTable(elements) {
  const events = eventsOf(elements);
  const classes = events.map(({ type }) => type.text);
  const imports = elements.map(
    ({ tag, name }) => `import type { ${name} } from '../${tag}/${tag}.js';`,
  );
  const union = (names) => names.map((name) => `'${name}'`).join(' | ') || 'never';
  const rows = elements.map(({ tag, name, description, attributes, properties, ...sent }) => {
    const attributeRows = attributes.map(
      ({ name: attribute, description: meaning, fieldName }) =>
        `${docblock(meaning)}\n'${attribute}'?: AttributeOf<${name}['${fieldName}']>;`,
    );
    return `${docblock(description)}\n'${tag}': {
      element: ${name};
      attributes: { ${attributeRows.join('\n')} };
      properties: ${union(properties)};
      events: ${union(sent.events.map((event) => event.name))};
    };`;
  });
  const eventRows = events.map(
    (event) => `${docblock(event.description)}\n'${event.name}': ${event.type.text};`,
  );
  return `// ${MADE}\n${imports.join('\n')}
    import type { ${classes.join(', ')} } from '../internal/events.js';
    import type { AttributeOf } from './tag-types.js';\n
    /** What each tag takes and sends. */
    export interface GlowTags { ${rows.join('\n')} }\n
    /** Every event by its name. */
    export interface GlowEvents { ${eventRows.join('\n')} }\n`;
}

/** One element as a component of React. */
function reactWrapper({ tag, name, description, events }) {
  const names = events.map((event) => `'${event.name}'`).join(', ');
  return `// ${MADE}
'use client';
import '../${tag}/define.js';
import { ${name} } from '../${tag}/${tag}.js';
import { wrap } from './wrap.js';

${docblock(description)}
export const ${pascal(tag)} = wrap('${tag}', ${name}, [${names}]);
`;
}

const reactIndex = (elements) => `// ${MADE}
'use client';
${elements.map(({ tag }) => `export { ${pascal(tag)} } from './${tag}.js';`).join('\n')}
export type { GlowComponent, GlowProps } from './wrap.js';
`;

/** What VS Code shows and completes in HTML: `html.customData`. */
function htmlData(elements) {
  const tags = elements.map(({ tag, description, attributes, events }) => ({
    name: tag,
    description: [
      description,
      ...(events.length ? ['Events:'] : []),
      ...events.map((event) => `- \`${event.name}\`: ${event.description}`),
    ].join('\n\n'),
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      ...valuesOf(attribute),
    })),
  }));
  return JSON.stringify({ version: 1.1, tags });
}

/** The words that an attribute takes; `v` marks one that is there or not. */
function valuesOf({ type }) {
  if (type?.text === 'boolean') return { valueSet: 'v' };
  const words = [...(type?.text ?? '').matchAll(/'([\w-]+)'/g)].map(([, name]) => ({ name }));
  return words.length ? { values: words } : {};
}

/** What VS Code completes in CSS: `css.customData`. */
function cssData(elements) {
  const own = elements.flatMap(({ cssProperties }) => cssProperties);
  const shared = tokens.map(({ name, meaning }) => ({ name, description: meaning }));
  const properties = [...shared, ...own].map(({ name, description }) => ({ name, description }));
  return JSON.stringify({ version: 1.1, properties });
}

/**
 * What the WordPress plugin may place: each attribute with whether it is there or not. A provider is
 * left out, since the plugin has one clinic.
 */
function wordpressElements(elements) {
  const rows = elements
    .filter(({ tag }) => tag !== 'loyalty-provider')
    .map(({ tag, description, attributes }) => [
      tag,
      {
        says: description.split('\n\n')[0].replaceAll('\n', ' '),
        attributes: Object.fromEntries(
          attributes.map(({ name, type }) => [name, type?.text === 'boolean']),
        ),
      },
    ]);
  return JSON.stringify(Object.fromEntries(rows));
}

/**
 * Every file that is made, as it has to be.
 *
 * @returns {Promise<Map<string, string>>} Texts by paths from the root.
 */
export async function frameworkFiles(elements = frameworkElements()) {
  const texts = {
    'src/types/tags.ts': tagTable(elements),
    'src/react/index.ts': reactIndex(elements),
    ...Object.fromEntries(
      elements.map((element) => [`src/react/${element.tag}.ts`, reactWrapper(element)]),
    ),
    'html-data.json': htmlData(elements),
    'css-data.json': cssData(elements),
    '../../examples/wordpress/afterglow/elements.json': wordpressElements(elements),
  };
  const files = new Map();
  for (const [name, text] of Object.entries(texts)) {
    const filepath = join(folder, name);
    const options = { ...(await resolveConfig(filepath)), filepath };
    files.set(relative(root, filepath).replaceAll('\\', '/'), await format(text, options));
  }
  return files;
}

/** Components of React that no element stands behind any longer. */
export function leftOvers(files) {
  return readdirSync(join(folder, 'src/react'))
    .filter((name) => name.includes('-'))
    .map((name) => `packages/elements/src/react/${name}`)
    .filter((path) => !files.has(path));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  mkdirSync(join(folder, 'src/react'), { recursive: true });
  const files = await frameworkFiles();
  for (const path of leftOvers(files)) rmSync(join(root, path));
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  console.log(`${files.size} files in packages/elements and the WordPress plugin`);
}
