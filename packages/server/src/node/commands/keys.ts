import { newIdentityKey, newKey } from '../../keys.js';
import { openClinic } from '../../programs.js';
import type { Ports } from '../../ports.js';
import type { Tables } from '../../tables.js';
import type { Command } from '../command.js';
import { needed, readArguments } from '../command.js';
import { openPorts } from '../runtime.js';
import { WrongSetting } from '../settings.js';

const options = { clinic: { type: 'string' }, kind: { type: 'string' } } as const;

/** `afterglow keys`: lists a clinic's keys, makes one, or withdraws one. */
export const keys: Command = {
  summary: "lists, makes or withdraws a clinic's keys",
  usage: '[create --kind publishable|secret|identity | revoke KEY] --clinic ID',
  async run(args, settings) {
    const { values, positionals } = readArguments(args, options, 2);
    const clinicId = needed(values.clinic, 'clinic');
    const [action = 'list', key] = positionals;

    const ports = await openPorts(settings, 'warn');
    try {
      const clinic = await openClinic(ports, clinicId);
      if (!clinic) throw new WrongSetting(`There is no clinic ${clinicId} in this database.`);
      if (action === 'create') await create(ports, clinic, values.kind);
      else if (action === 'revoke') await revoke(ports, clinicId, key);
      else if (action !== 'list') throw new WrongSetting(`There is no "keys ${action}".`);
      else for (const row of await keysOf(ports, clinicId)) console.log(lineOf(row));
    } finally {
      await ports.store.close();
    }
  },
};

function keysOf(ports: Ports, clinicId: string): Promise<Tables['keys'][]> {
  return ports.store.reader.range('keys', { index: 'byClinic', where: { clinicId } });
}

function lineOf({ kind, shown, createdAt, revokedAt }: Tables['keys']): string {
  const name = nameOf(kind, shown);
  const day = new Date(createdAt).toISOString().slice(0, 10);
  return `${kind.padEnd(12)} ${name}  made ${day}${revokedAt === null ? '' : ', withdrawn'}`;
}

/** What a key is named by: for one that signs identity tokens the beginning of its public half. */
function nameOf(kind: Tables['keys']['kind'], shown: string): string {
  if (kind !== 'identity') return kind === 'secret' ? `sk_…${shown}` : shown;
  return (JSON.parse(shown) as { readonly x: string }).x;
}

async function create(
  ports: Ports,
  clinic: { readonly id: string; readonly sandbox: boolean },
  kind: string | undefined,
): Promise<void> {
  if (kind !== 'publishable' && kind !== 'secret' && kind !== 'identity')
    throw new WrongSetting('--kind is publishable, secret or identity.');
  const made =
    kind === 'identity'
      ? await newIdentityKey(ports, clinic.id)
      : newKey(ports, { clinicId: clinic.id, kind, sandbox: clinic.sandbox });
  await ports.store.transaction((tx) => tx.insert('keys', [made.row]));
  console.log(made.text.trimEnd());
}

/** A key is named by its text, or by its last four characters where they fit one key only. */
async function revoke(ports: Ports, clinicId: string, key: string | undefined): Promise<void> {
  const ending = needed(key, 'KEY').slice(-4);
  const open = (await keysOf(ports, clinicId)).filter((row) => row.revokedAt === null);
  const [row, ...others] = open.filter(({ kind, shown }) => {
    const name = nameOf(kind, shown);
    return name === key || name.slice(-4) === ending;
  });
  if (!row || others.length > 0)
    throw new WrongSetting(
      `${open.length} keys are open; ${others.length + (row ? 1 : 0)} end so.`,
    );
  await ports.store.transaction((tx) =>
    tx.update('keys', { hash: row.hash }, { revokedAt: ports.clock.now() }),
  );
  console.log(`Withdrawn: ${lineOf(row)}`);
}
