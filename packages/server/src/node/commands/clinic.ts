import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { Program } from '@afterglow/contract';
import { createClinic } from '../../clinics.js';
import { defaultProgram } from '../../default-program.js';
import { Refused } from '../../refused.js';
import type { Command } from '../command.js';
import { needed, readArguments } from '../command.js';
import { openPorts } from '../runtime.js';
import { WrongSetting } from '../settings.js';
import { wrongFile } from '../wrong-file.js';

const options = {
  name: { type: 'string' },
  program: { type: 'string' },
  sandbox: { type: 'boolean' },
} as const;

/** `afterglow clinic create`: a clinic with its program and one key of each kind. */
export const clinic: Command = {
  summary: 'makes a clinic and prints its keys: afterglow clinic create --name NAME',
  usage: 'create --name NAME [--program program.json] [--sandbox]',
  async run(args, settings) {
    const { values, positionals } = readArguments(args, options, 1);
    if (positionals[0] !== 'create')
      throw new WrongSetting('Say what to do: afterglow clinic create --name NAME');
    const name = needed(values.name, 'name');
    const program = values.program ? await readProgram(values.program) : defaultProgram({ name });

    const ports = await openPorts(settings, 'warn');
    try {
      const made = await createClinic(ports, { name, program, sandbox: values.sandbox === true });
      console.log(`Clinic           ${made.id}`);
      console.log(`Publishable key  ${made.publishableKey}  for pages`);
      console.log(`Secret key       ${made.secretKey}  for your backend; it is shown only now`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new WrongSetting(`The program is refused: ${error.message}`, { cause: error });
    } finally {
      await ports.store.close();
    }
  },
};

/**
 * Reads a program from a JSON file.
 *
 * @throws {@link WrongSetting} that names the place in the file.
 */
export async function readProgram(path: string): Promise<Program> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new WrongSetting(`The program ${path} ${reason}.`, { cause: error });
  }
  const parsed = z.safeParse(Program, json);
  if (parsed.success) return parsed.data;

  throw wrongFile('The program', path, { issues: parsed.error.issues, json });
}
