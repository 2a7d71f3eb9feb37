import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { promisify } from 'node:util';
import { startSite, testAccount } from '../../clinic-site/e2e/account.js';
import { installSite } from './install.js';

process.env['NEXT_TELEMETRY_DISABLED'] = '1';

describe('the site in Next', () => {
  let folder: string;
  const next = () => join(folder, 'node_modules/next/dist/bin/next');

  before(async () => {
    folder = await installSite();
  });
  after(() => rm(folder, { recursive: true }));

  // Strict mode and faults of hydration are in the development build only.
  describe('in development', () => {
    testAccount((demo) => startSite(demo, [next(), 'dev', folder, '--port', '0']), 'link');
  });

  describe('built', () => {
    testAccount(async (demo) => {
      const env = {
        ...process.env,
        AFTERGLOW_KEY: demo.publishableKey,
        AFTERGLOW_API: demo.api,
      };
      await promisify(execFile)(process.execPath, [next(), 'build', folder], { env });
      return startSite(demo, [next(), 'start', folder, '--port', '0']);
    }, 'link');
  });
});
