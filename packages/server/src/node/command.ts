import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { WrongSetting } from './settings.js';
import type { Settings } from './settings.js';

/** One thing that `afterglow` can do. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What may follow the command's name, such as `--clinic ID`. */
  readonly usage: string;
  /** @returns The exit code; undefined for 0. */
  run(args: readonly string[], settings: Settings): Promise<number | undefined>;
}

/**
 * Reads arguments by Node's own parser.
 *
 * @throws {@link WrongSetting} in one line for an argument that the command does not know.
 */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  positionals = 0,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: boolean }>> {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: positionals > 0 });
    if (parsed.positionals.length > positionals)
      throw new TypeError(`Unexpected argument '${parsed.positionals[positionals]}'.`);
    return parsed;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new WrongSetting(message.replace(/\. To specify.*$/, '.'), { cause: error });
  }
}

/** The value of an option that must be there. */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new WrongSetting(`--${option} is missing.`);
  return value;
}
