import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import pg from 'pg';
import { findPostgres, startPostgres } from './postgres.mjs';

const programs = findPostgres();
const folderOf = (url) => new URL(url).searchParams.get('host');

async function ask(url, question) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

if (programs) {
  describe('a PostgreSQL for tests', () => {
    it('answers, waits for the disk at each commit, and is gone after its stop', async () => {
      const { url, stop } = startPostgres(programs);

      const rows = await ask(url, "select name, setting from pg_settings where name like '%sync'");
      stop();

      assert.equal(rows.find(({ name }) => name === 'fsync').setting, 'on');
      assert.ok(!existsSync(folderOf(url)));
      await assert.rejects(ask(url, 'select 1'), { code: 'ENOENT' });
    });

    it('does not wait for the disk where it is told so', async () => {
      const { url, stop } = startPostgres(programs, { waitsForDisk: false });

      const rows = await ask(url, 'show fsync');
      stop();

      assert.deepEqual(rows, [{ fsync: 'off' }]);
    });

    it('is gone when the process that started it was killed', async () => {
      const script = `import { findPostgres, startPostgres } from './scripts/postgres.mjs';
        console.log(startPostgres(findPostgres()).url); setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
      const [said] = await once(child.stdout, 'data');
      const folder = folderOf(String(said).trim());
      assert.ok(existsSync(folder));

      child.kill('SIGKILL');
      // The keeper has no way to tell us; the test's own time limit ends a wait in vain.
      while (existsSync(folder)) await new Promise((resolve) => setTimeout(resolve, 20));

      assert.ok(!existsSync(folder));
    });
  });
} else console.log('No PostgreSQL here: starting one is not tested.');
