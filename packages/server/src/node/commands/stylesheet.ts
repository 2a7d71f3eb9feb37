import { isTagPrefix, tagPrefixAdvice } from '@afterglow/contract/tag-prefix';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from '../command.js';
import { needed, readArguments } from '../command.js';
import { neverBuilt, ofBuild } from '../files/built-elements.js';
import { prefixedSheet } from '../files/prefixed-sheet.js';
import { WrongSetting } from '../settings.js';
import { installedElementNames } from '../theme/element-names.js';

const options = { prefix: { type: 'string' }, theme: { type: 'string' } } as const;

/** `afterglow stylesheet`: `afterglow.css`, or a theme, for a page that puts a prefix before the tags. */
export const stylesheet: Command = {
  summary: 'prints afterglow.css or a theme for tags with a prefix',
  usage: '--prefix clinic- [--theme night] > afterglow.css',
  async run(args) {
    const { values } = readArguments(args, options);
    const prefix = needed(values.prefix, 'prefix');
    if (!isTagPrefix(prefix)) throw new WrongSetting(tagPrefixAdvice(prefix));
    const names = installedElementNames();
    if (names === undefined) throw neverBuilt();
    const css =
      values.theme === undefined
        ? await ofBuild(read('dist/cdn/afterglow.css'))
        : await themeSheet(values.theme);
    console.log(prefixedSheet(css.trimEnd(), prefix, names.parts.keys()));
    return 0;
  },
};

const elements = new URL('.', import.meta.resolve('@afterglow/elements/package.json'));

const read = (path: string) => readFile(fileURLToPath(new URL(path, elements)), 'utf8');

async function themeSheet(name: string): Promise<string> {
  const wrong = `There is no theme "${name}"; docs/guides/theming.md shows those that there are.`;
  if (!/^[a-z]+$/.test(name)) throw new WrongSetting(wrong);
  return read(`themes/${name}.css`).catch((error: unknown) => {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw isMissing ? new WrongSetting(wrong, { cause: error }) : error;
  });
}
