import type { Command } from './command.js';
import { readSettings } from './settings.js';

/** Each command in a file of its own, loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.js')).serve,
  demo: async () => (await import('./commands/demo.js')).demo,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  clinic: async () => (await import('./commands/clinic.js')).clinic,
  clinics: async () => (await import('./commands/clinics.js')).clinics,
  keys: async () => (await import('./commands/keys.js')).keys,
  import: async () => (await import('./commands/import.js')).importFiles,
  simulate: async () => (await import('./commands/simulate.js')).simulateProgram,
  refold: async () => (await import('./commands/refold.js')).refold,
  rebuild: async () => (await import('./commands/rebuild.js')).rebuild,
  theme: async () => (await import('./commands/theme.js')).theme,
  stylesheet: async () => (await import('./commands/stylesheet.js')).stylesheet,
  integrity: async () => (await import('./commands/integrity.js')).integrity,
  doctor: async () => (await import('./commands/doctor.js')).doctor,
  verify: async () => (await import('./commands/verify.js')).verify,
};

/** The exit code for what a person typed wrong. */
export const wrongUse = 2;

/**
 * Runs what the arguments ask for.
 *
 * @returns The exit code: 0, 1 when what was checked or brought in is not all right, 2 for wrong use.
 * @throws {@link WrongSetting} in one line for a wrong argument or setting.
 */
export async function runCommand(
  [name = 'help', ...args]: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const asked = ['help', '--help', '-h'].includes(name);
    if (!asked) console.error(`There is no command "${name}".`);
    console.error(await help());
    return asked ? 0 : wrongUse;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    console.error(`afterglow ${name} ${command.usage}\n${command.summary}`);
    return 0;
  }
  return (await command.run(args, readSettings(environment))) ?? 0;
}

async function help(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(
      async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).summary}`,
    ),
  );
  return `afterglow COMMAND\n${lines.join('\n')}`;
}
