import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a test runner's reporter leaves its numbers for the script that started it. */
const VARIABLE = 'AFTERGLOW_TALLY';

/** What a reporter calls at its end; `skipped` tests are neither passed nor failed. */
export function leaveTally({ passed, failed, skipped = 0 }) {
  const path = process.env[VARIABLE];
  if (path) writeFileSync(path, JSON.stringify({ passed, failed, skipped }));
}

/**
 * Runs a test runner and counts. A runner that fails without a failed test (a file that can't be
 * imported, a crash), or that ran no test at all, counts as one failed.
 *
 * @param {(env: Record<string, string>) => boolean} run - Starts the runner with this environment; true for exit code 0.
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function tallyOf(run) {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-tally-'));
  const path = join(folder, 'tally.json');
  try {
    const isFine = run({ [VARIABLE]: path });
    const tally = readTally(path);
    if (tally.failed === 0 && (!isFine || tally.passed === 0)) {
      console.error(isFine ? 'No test ran.' : 'The test runner itself failed; see above.');
      return { ...tally, failed: 1 };
    }
    return tally;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readTally(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
