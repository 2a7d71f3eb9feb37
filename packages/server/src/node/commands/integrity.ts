import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { pinnedLines } from '../files/pinned-lines.js';
import { WrongSetting } from '../settings.js';

/** `afterglow integrity`: the lines for a page that runs one version only, each file with its hash. */
export const integrity: Command = {
  summary: 'prints the lines that embed this version of the elements and no other, with hashes',
  usage: 'https://clinic-api.example > embed.html',
  async run(args) {
    const { positionals } = readArguments(args, {}, 1);
    console.log(await lines(originOf(positionals[0])));
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

async function lines(origin: string): Promise<string> {
  try {
    return await pinnedLines(origin);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new WrongSetting('The elements were never built here; run: npm run build', {
      cause: error,
    });
  }
}
