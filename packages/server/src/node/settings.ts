import { resolve } from 'node:path';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** From which weight on log lines are written. */
export type LogLevel = (typeof logLevels)[number];

/** What the environment says. Every command reads it the same way. */
export interface Settings {
  /** `AFTERGLOW_DATABASE`: a file, or `postgres://…`. */
  readonly database: string;
  /** `PORT`: where the API listens; 0 takes any free port. */
  readonly port: number;
  /** `AFTERGLOW_SALON_DATA`: folder of the real salon's export, which may be missing. */
  readonly salonData: string;
  /** `LOG_LEVEL`; undefined: the command's own. */
  readonly logLevel: LogLevel | undefined;
}

/** A setting or an argument that is wrong. Its message is one line that says what to do. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/**
 * Reads the settings; what is empty counts as left out.
 *
 * @throws {@link WrongSetting} for the first one that is wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: string) => environment[name]?.trim() || undefined;
  return {
    database: readDatabase(read('AFTERGLOW_DATABASE') ?? '.afterglow/clinic.db'),
    port: readPort(read('PORT') ?? '4600'),
    salonData: resolve(read('AFTERGLOW_SALON_DATA') ?? '../shared/data/salon'),
    logLevel: readLogLevel(read('LOG_LEVEL')),
  };
}

function readDatabase(text: string): string {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return text;
  if (!['postgres', 'postgresql'].includes(scheme))
    throw new WrongSetting(
      `AFTERGLOW_DATABASE starts with ${scheme}://; give a file such as .afterglow/clinic.db, or postgres://…`,
    );
  if (!URL.canParse(text))
    throw new WrongSetting(
      'AFTERGLOW_DATABASE is no address; write postgres://user:password@host:5432/database',
    );
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_534)
    throw new WrongSetting(
      `PORT is "${text}"; give a whole number from 1 to 65534, or 0 for any free port`,
    );
  return port;
}

function readLogLevel(text: string | undefined): LogLevel | undefined {
  const level = logLevels.find((known) => known === text);
  if (text !== undefined && !level)
    throw new WrongSetting(`LOG_LEVEL is "${text}"; give one of ${logLevels.join(', ')}`);
  return level;
}
