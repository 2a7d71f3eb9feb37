import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { Logger } from '../ports.js';
import type { LogLevel } from './settings.js';

/** Fields that are never written, wherever somebody puts them by mistake. */
const personal = [
  'phone',
  'email',
  'firstName',
  'birthday',
  'recipient',
  'text',
  'token',
  'accessToken',
  'signature',
  'secretKey',
  'secret',
  'password',
  'authorization',
  'headers',
  'url',
  'body',
];

/** Log lines as JSON, by pino. The code logs ids and codes only; redaction is the second lock. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: personal.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[withheld]',
    },
  };
  const log = destination ? pino(options, destination) : pino(options);
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}
