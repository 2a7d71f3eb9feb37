import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ElementNames } from './check-theme.js';

interface Named {
  readonly name: string;
}

/** What is read of custom-elements.json. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssParts?: readonly Named[];
      readonly cssProperties?: readonly Named[];
    }[];
  }[];
}

/** The names in the manifest that comes with the elements; undefined where it was not built. */
export function installedElementNames(): ElementNames | undefined {
  const folder = import.meta.resolve('@afterglow/elements/package.json');
  try {
    return elementNames(
      readFileSync(fileURLToPath(new URL('custom-elements.json', folder)), 'utf8'),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param manifest - A custom-elements.json. */
export function elementNames(manifest: string): ElementNames {
  const { modules } = JSON.parse(manifest) as Manifest;
  const elements = modules.flatMap(({ declarations = [] }) => declarations);
  const names = (list: readonly Named[] = []) => list.map(({ name }) => name);
  return {
    properties: new Set(elements.flatMap(({ cssProperties }) => names(cssProperties))),
    parts: new Map(
      elements.flatMap(({ tagName, cssParts }) =>
        tagName === undefined ? [] : [[tagName, new Set(names(cssParts))]],
      ),
    ),
  };
}
