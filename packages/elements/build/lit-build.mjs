import { fileURLToPath } from 'node:url';
import { unreachable } from './slim-pieces.mjs';

const lit = 'createPolicy("lit-html"';
const ours = 'createPolicy("afterglow"';

/**
 * Gives Lit's Trusted Types policy our name, so that a page allows `afterglow` and nothing else.
 * Fails the build when Lit no longer makes its policy in the way that we know.
 */
export function renameTrustedTypesPolicy() {
  let renamed = 0;
  return {
    name: 'trusted-types-policy',
    transform(code, id) {
      if (!/lit-html[\\/]lit-html\.js$/.test(id)) return null;
      if (!code.includes(lit)) this.error('Lit makes its Trusted Types policy in another way now');
      renamed += 1;
      return { code: code.replace(lit, ours), map: null };
    },
    buildEnd(error) {
      if (!error && renamed !== 1) this.error(`Lit is in the bundle ${renamed} times`);
    },
  };
}

/**
 * nanostores and Lit read NODE_ENV, which a page lacks. What quiets a development build of Lit is not
 * needed without one, and what advises those who bundle not in a script tag.
 */
export function productionOnly() {
  return {
    name: 'production-only',
    transform(code, id) {
      if (/(?:quiet-lit|bundle-advice)\.ts$/.test(id)) return { code: '', map: null };
      if (!code.includes('process.env.NODE_ENV')) return null;
      return { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null };
    },
  };
}

const slim = (file) => fileURLToPath(new URL(file, import.meta.url));

/** What our elements would have to do for a piece in `slim-pieces.mjs` to be missed. */
const needsWhole =
  /\blit\/(?:async-)?directive|\b(?:reflect|useDefault|hasChanged|noAccessor|noChange|mathml|firstUpdated|getUpdateComplete|renderOptions)\b|<(?:style|textarea|title)\b|handleEvent/;

/** What the compiler writes into each file that decorates something. */
const decoration = /var __defProp = [^]*?\bvar __decorateClass = [^]*?\n};\n/;

/**
 * Leaves out of Lit, and of the store, what only older browsers, other compilers, other decorators or
 * other elements than ours need.
 */
export function slimLit() {
  return {
    name: 'slim-lit',
    resolveId(source, importer = '') {
      if (source === 'lit/decorators.js') return slim('slim-lit/decorators.js');
      if (source === 'nanostores') return slim('slim-store/atom.js');
      const isReactiveElement = /@lit[\\/]reactive-element[\\/]/.test(importer);
      return isReactiveElement && source === './css-tag.js' ? slim('slim-lit/css-tag.js') : null;
    },
    transform(code, id) {
      const [, name] = /[\\/]([\w-]+)[\\/]\1\.js$/.exec(id) ?? [];
      const pieces = id.includes('node_modules') ? unreachable[name] : undefined;
      if (!pieces) return null;

      let rest = code;
      for (const [piece, instead = ''] of pieces.map((each) => [each].flat())) {
        const parts = rest.split(piece);
        if (parts.length !== 2) {
          this.error(`${name} holds ${parts.length - 1} times, not once: ${piece.slice(0, 60)}`);
        }
        rest = parts.join(instead);
      }
      return { code: rest, map: null };
    },
  };
}

/** After the compiler: one function decorates for all, and nothing asks for what Lit lacks here. */
export function slimElements() {
  return {
    name: 'slim-elements',
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const [missed] = needsWhole.exec(code) ?? [];
      if (missed) this.error(`${id}: the script tag's Lit has no ${missed}; see slim-pieces.mjs`);
      if (!decoration.test(code)) return null;
      if (/^\], \w+\.prototype, "\w+", 1\);$/m.test(code))
        this.error(`${id} decorates an accessor`);
      const slimmed = code.replace(decoration, '');
      const from = JSON.stringify(slim('slim-lit/decorators.js'));
      return {
        code: `import { decorate as __decorateClass } from ${from};\n${slimmed}`,
        map: null,
      };
    },
  };
}
