import { clinicsAsked } from '../clinics-asked.js';
import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { openPorts } from '../runtime.js';
import { verifyClinic } from '../verify/verify-clinic.js';

const options = { clinic: { type: 'string' } } as const;

/** `afterglow verify`: exit code 1 when anything is wrong, with a line for each fault. */
export const verify: Command = {
  summary: 'checks every account: hash chain, sums, and a fold of its whole history',
  usage: '[--clinic ID]',
  async run(args, settings) {
    const { values } = readArguments(args, options);
    const ports = await openPorts(settings, 'warn');
    try {
      let faulty = false;
      for (const id of await clinicsAsked(ports, values.clinic)) {
        const { accounts, entries, faults } = await verifyClinic(ports, id);
        faulty ||= faults.length > 0;
        const result = faults.length === 0 ? 'all in order' : `${faults.length} faults`;
        console.log(`${id}: ${accounts} accounts, ${entries} entries, ${result}`);
        for (const { accountId, reason } of faults) console.log(`  ${accountId}: ${reason}`);
      }
      return faulty ? 1 : 0;
    } finally {
      await ports.store.close();
    }
  },
};
