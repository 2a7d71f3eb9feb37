import { openClinic } from '../../programs.js';
import { rebuildClinic } from '../../rebuild.js';
import { clinicsAsked } from '../clinics-asked.js';
import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { accountsOn } from '../count-accounts.js';
import { openPorts } from '../runtime.js';

const options = { clinic: { type: 'string' } } as const;

/** `afterglow rebuild`: exit code 1 when the journal of an account is not what its history gives. */
export const rebuild: Command = {
  summary: 'makes the cached accounts again from their history; no entry changes',
  usage: '[--clinic ID]',
  async run(args, settings) {
    const { values } = readArguments(args, options);
    const ports = await openPorts(settings, 'warn');
    let isWhole = true;
    try {
      for (const id of await clinicsAsked(ports, values.clinic)) {
        const clinic = await openClinic(ports, id);
        if (!clinic) continue;
        const onAccounts = accountsOn(process.stderr, 'read');
        const { accounts, rebuilt, differing } = await rebuildClinic(ports, clinic, onAccounts);
        isWhole &&= differing.length === 0;
        console.log(`${id}: ${accounts} accounts, ${rebuilt} made again`);
        for (const { accountId, entries } of differing)
          console.log(
            `  ${accountId}: left alone, since its history gives ${entries} entries more; see afterglow refold --dry-run`,
          );
      }
      return isWhole ? 0 : 1;
    } finally {
      await ports.store.close();
    }
  },
};
