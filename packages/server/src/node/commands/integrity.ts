import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { ofBuild } from '../files/built-elements.js';
import { pinnedLines } from '../files/pinned-lines.js';
import { WrongSetting } from '../settings.js';

/** `afterglow integrity`: the lines for a page that runs one version only, each file with its hash. */
export const integrity: Command = {
  summary: 'prints the lines that embed this version of the elements and no other, with hashes',
  usage: 'https://clinic-api.example [--one-file] > embed.html',
  async run(args) {
    const { positionals, values } = readArguments(args, { 'one-file': { type: 'boolean' } }, 1);
    const pinning = values['one-file'] ? 'one-file' : 'as-needed';
    console.log(await ofBuild(pinnedLines(originOf(positionals[0]), pinning)));
    return 0;
  },
};

function originOf(text: string | undefined): string {
  if (text === undefined)
    throw new WrongSetting('Say where the API is: afterglow integrity https://clinic-api.example');
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address && /^https?:$/.test(address.protocol)) return address.origin;
  throw new WrongSetting(`"${text}" is no address of an API, such as https://clinic-api.example.`);
}
