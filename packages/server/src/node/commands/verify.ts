import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { openPorts } from '../runtime.js';
import { WrongSetting } from '../settings.js';
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
      const all = await ports.store.reader.range('clinics', { index: 'key', where: {} });
      const clinics = all.filter(({ id }) => values.clinic === undefined || id === values.clinic);
      if (values.clinic !== undefined && clinics.length === 0)
        throw new WrongSetting(`There is no clinic ${values.clinic} in this database.`);

      let faulty = false;
      for (const { id } of clinics) {
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
