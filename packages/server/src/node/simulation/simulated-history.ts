import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Program } from '@afterglow/contract';
import { createMemoryRateLimiter } from '../../stores/memory/memory-rate-limiter.js';
import { numberedHistories, openScratchClinic } from '../../simulation/scratch-clinic.js';
import type { SimulatedAccount } from '../../simulation/histories.js';
import { readMapping } from '../import/mapping.js';
import type { ImportReport, Progress } from '../import/import-report.js';
import { importExport } from '../import/run-import.js';
import { createLogger } from '../logger.js';

/** A till's export that is to be judged. */
export interface ExportToJudge {
  /** The receipts. */
  readonly history: string;
  /** Each left out: the file of its usual name that lies beside the receipts. */
  readonly mapping?: string | undefined;
  readonly services?: string | undefined;
  readonly products?: string | undefined;
}

/** An export as histories of clients who are numbers, and what became of its lines. */
export interface JudgedExport {
  readonly accounts: readonly SimulatedAccount[];
  readonly report: ImportReport;
}

/**
 * Reads a till's export by the way of `afterglow import`, into a clinic that is in memory only.
 *
 * @param now - Wall clock, epoch milliseconds; receipts after it are refused.
 * @throws WrongSetting when a file or column is missing or wrong.
 */
export async function readExport(
  files: ExportToJudge,
  program: Program,
  { now, onProgress }: { readonly now: number; readonly onProgress: (progress: Progress) => void },
): Promise<JudgedExport> {
  const folder = dirname(files.history);
  const mapping = await readMapping(files.mapping ?? join(folder, 'mapping.json'));
  const clock = { now: () => now };
  const scratch = await openScratchClinic(
    {
      clock,
      randomness: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
      rateLimiter: createMemoryRateLimiter(clock),
      logger: createLogger('silent'),
    },
    program,
    now,
  );
  const report = await importExport(scratch.ports, scratch.id, {
    mapping,
    files: {
      receipts: files.history,
      services: files.services ?? (await besides(folder, 'services.csv')),
      products: files.products ?? (await besides(folder, 'products.csv')),
    },
    onProgress,
  });
  return { accounts: await numberedHistories(scratch), report };
}

/** A file of a folder; undefined when it is not there. */
async function besides(folder: string, name: string): Promise<string | undefined> {
  const path = join(folder, name);
  return access(path).then(
    () => path,
    () => undefined,
  );
}
