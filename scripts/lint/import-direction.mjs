import { dirname, relative, resolve, sep } from 'node:path';

/** Which of our packages each package may import; everything not written here is refused. */
const MAY_IMPORT = {
  contract: [],
  engine: ['contract'],
  server: ['contract', 'engine'],
  sdk: ['contract'],
  testing: ['contract', 'engine', 'server', 'sdk'],
  elements: ['contract', 'sdk'],
};

/** The only packages from outside that these two may use. */
const OUTSIDE = { contract: ['zod'], engine: [] };

/** What of the engine runs in pages: the program's own rules, where a page reckons with them. */
const ENGINE_IN = {
  '/savings': 'src/savings-calculator/',
  '/earning': 'src/visit-preview/',
  '/calendar': 'src/visit-preview/',
};

/** They run on Node alone or are for the command, so in the server they stay inside src/node. */
const NODE_ONLY = ['@hono/node-server', 'css-tree', 'culori', 'libsql', 'parse5', 'pg', 'pino'];

const PACKAGE_FILE = /(?:^|\/)packages\/([a-z]+)\/(.+)$/;
const OWN = /^@afterglow\/([a-z-]+)(\/.*)?$/;
/** Tests, stories, and in src/testing, src/faults and e2e what they stand on; none of it is shipped. */
const TEST = /\.(?:test|stories|type-test)\.ts$|^(?:src\/testing|src\/faults|e2e)\//;

/**
 * Why a file may not import something, or `undefined` where it may.
 *
 * @param {string} file - The importing file, with forward slashes, below `packages/` or elsewhere.
 * @param {string} source - The specifier as written.
 * @param {'value' | 'type' | 'dynamic'} kind - `dynamic` is `import()`.
 */
export function refuseImport(file, source, kind) {
  const own = OWN.exec(source);
  if (own?.[2]?.startsWith('/src/')) return `Go through the exports of ${own[1]}, not its src.`;

  const place = PACKAGE_FILE.exec(file);
  if (!place) return undefined;
  const [, name, path] = place;
  const from = { name, path, isTest: TEST.test(path), isSource: path.startsWith('src/') };

  if (source.startsWith('.')) return refuseRelative(from, source);
  if (own) return refuseOwn(from, own[1], own[2], kind);
  return refuseOutside(from, source);
}

function refuseRelative(from, source) {
  const root = resolve('/', from.name);
  const target = relative(root, resolve(root, dirname(from.path), source))
    .split(sep)
    .join('/');
  if (target.startsWith('..')) return 'A package reads another one through its exports only.';
  if (!mayUseNode(from) && from.name === 'server' && target.startsWith('src/node/'))
    return 'Only src/node knows Node; the app runs in browsers too.';
  return undefined;
}

function refuseOwn({ name, path, isTest }, target, subpath, kind) {
  // A bench measures its own package as others get it.
  if (target === name)
    return path.startsWith('bench/') ? undefined : `Inside ${name} import by relative path.`;
  if (isTest && target === 'testing') return undefined;
  if (name === 'elements' && target === 'engine') {
    if (ENGINE_IN[subpath] && path.startsWith(ENGINE_IN[subpath])) return undefined;
    return 'Of the engine, elements may use /savings in savings-calculator and /earning in visit-preview.';
  }
  if (name === 'elements' && target === 'testing') {
    if (path === 'src/loader/demo.ts' && kind === 'dynamic') return undefined;
    if (path.startsWith('src/loader/demo/') && kind === 'type') return undefined;
    return 'Only the demo chunk (loader/demo.ts) imports testing, and by import() only; its parts (loader/demo/) import types.';
  }
  if (!MAY_IMPORT[name]?.includes(target))
    return `${name} may not import ${target} (see docs and scripts/lint/import-direction.mjs).`;
  if (name === 'engine' && kind !== 'type' && !isTest)
    return 'The engine takes only types of the contract: write import type.';
  return undefined;
}

function refuseOutside(from, source) {
  if (mayUseNode(from)) return undefined;
  if (source.startsWith('node:')) return `${from.name} runs in browsers too: no ${source} here.`;

  const bare = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
  if (from.name === 'server' && NODE_ONLY.includes(bare)) return `${bare} belongs into src/node.`;
  if (OUTSIDE[from.name] && !OUTSIDE[from.name].includes(bare))
    return `${from.name} may not import ${bare}.`;
  return undefined;
}

function mayUseNode({ name, path, isTest, isSource }) {
  // What keeps and reads the corpus is for tests, and no part of the package.
  const isNode = { server: 'src/node/', engine: 'src/corpus/' }[name];
  return isTest || !isSource || (isNode !== undefined && path.startsWith(isNode));
}

/** Holds the direction of imports between our packages, `import()` and type imports included. */
export const importDirection = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}}' } },
  create(context) {
    const file = context.filename.split(sep).join('/');
    const check = (node, source, kind) => {
      if (typeof source?.value !== 'string') return;
      const reason = refuseImport(file, source.value, kind);
      if (reason) context.report({ node, messageId: 'refused', data: { reason } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind ?? 'value'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind ?? 'value'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind ?? 'value'),
      ImportExpression: (node) => check(node, node.source, 'dynamic'),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, 'type'),
    };
  },
};
