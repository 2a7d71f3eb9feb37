import { checkEditions } from '../check-editions.js';
import type { Command } from '../command.js';
import { needed, readArguments } from '../command.js';
import { readMapping } from '../import/mapping.js';
import { progressOn, reportLines } from '../import/print-report.js';
import { importExport } from '../import/run-import.js';
import { openPorts } from '../runtime.js';

const options = {
  clinic: { type: 'string' },
  mapping: { type: 'string' },
  receipts: { type: 'string' },
  services: { type: 'string' },
  products: { type: 'string' },
  bookings: { type: 'string' },
  cancellations: { type: 'string' },
  'no-shows': { type: 'string' },
  people: { type: 'string' },
} as const;

/**
 * `afterglow import`: brings CSV exports of a till or a booking system in. Exit code 1 when a line was not taken; every
 * such line is printed with its number and the reason.
 */
export const importFiles: Command = {
  summary: 'brings patients, receipts and bookings in from CSV files; may be run again',
  usage: `--clinic ID --mapping mapping.json [--people …] [--receipts …] [--services …]
  [--products …] [--bookings …] [--cancellations …] [--no-shows …]`,
  async run(args, settings) {
    const { values } = readArguments(args, options);
    const clinicId = needed(values.clinic, 'clinic');
    const mapping = await readMapping(needed(values.mapping, 'mapping'));
    const { 'no-shows': noShows, ...files } = values;

    const ports = await openPorts(settings, 'warn');
    try {
      await checkEditions(ports);
      const startedAt = performance.now();
      const report = await ports.store.bulk(() =>
        importExport(ports, clinicId, {
          mapping,
          files: { ...files, noShows },
          onProgress: progressOn(process.stderr),
        }),
      );
      const seconds = (performance.now() - startedAt) / 1000;
      for (const line of reportLines(report, mapping.currency)) console.log(line);
      console.log(`Done in ${seconds.toFixed(1)} s.`);
      return report.problems.length > 0 ? 1 : 0;
    } finally {
      await ports.store.close();
    }
  },
};
