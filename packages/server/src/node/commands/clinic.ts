import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { Program } from '@afterglow/contract';
import { createClinic } from '../../clinics.js';
import { defaultProgram } from '../../default-program.js';
import type { Ports } from '../../ports.js';
import { openClinic } from '../../programs.js';
import { publishProgram } from '../../publish-program.js';
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
  clinic: { type: 'string' },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

/** `afterglow clinic`: makes a clinic, or lets a site use its publishable key. */
export const clinic: Command = {
  summary: 'makes a clinic and prints its keys, or adds an origin to one',
  usage:
    'create --name NAME [--program program.json] [--sandbox]\n       clinic origins add ORIGIN --clinic ID',
  async run(args, settings) {
    const { values, positionals } = readArguments(args, options, 3);
    const [what, how, origin] = positionals;
    const work =
      what === 'create' && how === undefined
        ? await creation(values)
        : what === 'origins' && how === 'add'
          ? addition(values, origin)
          : undefined;
    if (!work)
      throw new WrongSetting(
        'Say what to do: afterglow clinic create --name NAME, or clinic origins add ORIGIN --clinic ID',
      );

    const ports = await openPorts(settings, 'warn');
    try {
      await work(ports);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new WrongSetting(`The program is refused: ${error.message}`, { cause: error });
    } finally {
      await ports.store.close();
    }
  },
};

async function creation(values: Values): Promise<(ports: Ports) => Promise<void>> {
  const name = needed(values.name, 'name');
  const program = values.program ? await readProgram(values.program) : defaultProgram({ name });
  return async (ports) => {
    const made = await createClinic(ports, { name, program, sandbox: values.sandbox === true });
    console.log(`Clinic           ${made.id}`);
    console.log(`Publishable key  ${made.publishableKey}  for pages`);
    console.log(`Secret key       ${made.secretKey}  for your backend; it is shown only now`);
  };
}

/** A site's origin is part of the program: a new version with it starts at once. */
function addition(values: Values, text: string | undefined): (ports: Ports) => Promise<void> {
  const clinicId = needed(values.clinic, 'clinic');
  const origin = readOrigin(text);
  return async (ports) => {
    const opened = await openClinic(ports, clinicId);
    if (!opened) throw new WrongSetting(`There is no clinic ${clinicId} in this database.`);
    const { program } = opened;
    if (program.origins.includes(origin)) {
      console.log(`${origin} is among the origins of ${clinicId} already.`);
      return;
    }
    const { version } = await publishProgram(ports, opened, {
      program: { ...program, origins: [...program.origins, origin] },
    });
    console.log(
      `Pages of ${origin} may use ${clinicId} from version ${version} of its program on.`,
    );
  };
}

function readOrigin(text = ''): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin !== 'null' && /^https?:/.test(origin)) return origin;
  throw new WrongSetting(`"${text}" is no origin, such as https://clinic.example.`);
}

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
