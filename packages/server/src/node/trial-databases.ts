import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Something that runs what it is given when it ends, such as a test. */
export interface Ending {
  after(work: () => Promise<void>): void;
}

/** A kind of database that tests run on. */
export interface TrialEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Makes an empty database that goes with its user; answers what `AFTERGLOW_DATABASE` takes. */
  create(user: Ending): Promise<string>;
}

/**
 * The kinds of database that are here: always SQLite; PostgreSQL where `AFTERGLOW_TEST_POSTGRES`
 * holds the address of a server that we may make databases on.
 */
export function trialEngines(): readonly TrialEngine[] {
  const server = process.env['AFTERGLOW_TEST_POSTGRES'];
  const sqlite: TrialEngine = { name: 'SQLite', create: createFile };
  if (!server) return [sqlite];
  return [sqlite, { name: 'PostgreSQL', create: (user) => createOn(server, user) }];
}

async function createFile(user: Ending): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-trial-'));
  user.after(() => rm(folder, { recursive: true }));
  return join(folder, 'clinic.db');
}

let databases = 0;

async function createOn(server: string, user: Ending): Promise<string> {
  const name = `afterglow_${process.pid}_${databases++}`;
  await run(server, `create database ${name}`);
  user.after(() => run(server, `drop database ${name} with (force)`));
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
