import { edition } from '@afterglow/engine';
import { openClinic } from '../../programs.js';
import { refoldClinic } from '../../refold.js';
import type { Refolded } from '../../refold.js';
import type { Command } from '../command.js';
import { needed, readArguments } from '../command.js';
import { accountsOn } from '../count-accounts.js';
import { openPorts } from '../runtime.js';
import { clinicsAsked } from '../clinics-asked.js';
import { WrongSetting } from '../settings.js';

const options = {
  clinic: { type: 'string' },
  edition: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** Accounts that are named; the others are counted. */
const named = 20;

/** `afterglow refold`: exit code 0 also when something changed, since that is what was asked for. */
export const refold: Command = {
  summary: "judges every account's past again by another edition of the engine",
  usage: '--edition N [--dry-run] [--clinic ID]',
  async run(args, settings) {
    const { values } = readArguments(args, options);
    const asked = needed(values.edition, 'edition');
    if (asked !== String(edition))
      throw new WrongSetting(
        `This version judges by edition ${edition}; it has no edition "${asked}".`,
      );

    const dryRun = values['dry-run'] === true;
    const ports = await openPorts(settings, 'warn');
    try {
      for (const id of await clinicsAsked(ports, values.clinic)) {
        const clinic = await openClinic(ports, id);
        if (!clinic) continue;
        const onAccounts = accountsOn(process.stderr, 'judged');
        for (const line of refoldLines(
          id,
          await refoldClinic(ports, clinic, { dryRun, onAccounts }),
          dryRun,
        ))
          console.log(line);
      }
      return 0;
    } finally {
      await ports.store.close();
    }
  },
};

/** What a refold did, or would do, in lines for a person. */
export function refoldLines(
  clinicId: string,
  { accounts, changed, entries, assets }: Refolded,
  dryRun: boolean,
): readonly string[] {
  const did = dryRun ? 'would change' : 'changed';
  return [
    `${clinicId}: ${accounts} accounts judged by edition ${edition}, ${changed.length} ${did}, ${entries} entries`,
    ...Object.entries(assets).map(
      ([asset, { given, taken }]) => `  ${asset}: ${given} given, ${-taken} taken`,
    ),
    ...changed.slice(0, named).map((one) => `  ${one.accountId}: ${one.entries} entries`),
    ...(changed.length > named ? [`  and ${changed.length - named} more`] : []),
  ];
}
