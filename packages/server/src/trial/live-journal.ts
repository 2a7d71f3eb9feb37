import type { EventResult, EventsAnswer } from '@afterglow/contract';
import type { Reader } from '../ports.js';
import type { FoldedAccount } from '../simulation/fold-clinic.js';
import type { ScratchClinic } from '../simulation/scratch-clinic.js';
import type { TrialClinic } from './trial-clinic.js';

/** What entries add up to: by the till's id of the person and the ledger key. */
export type NetByClient = Readonly<Record<string, number>>;

/** Sends events through the API, so many in a request, in their order. */
export async function sendAll(
  clinic: TrialClinic,
  events: readonly object[],
  batch: number,
): Promise<readonly EventResult[]> {
  const results: EventResult[] = [];
  for (let from = 0; from < events.length; from += batch) {
    const body = { events: events.slice(from, from + batch) };
    const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body });
    results.push(...(answer.body as EventsAnswer).results);
  }
  return results;
}

/** What the live journal of a clinic holds. */
export async function postedBy({ ports, id }: TrialClinic): Promise<NetByClient> {
  const { reader } = ports.store;
  const rows = await reader.range('entries', { index: 'key', where: { clinicId: id } });
  return netOfEntries(await clientsOf(reader, id), rows);
}

/** What folded accounts of a scratch clinic hold. */
export async function netOf(
  scratch: ScratchClinic,
  folded: readonly FoldedAccount[],
): Promise<NetByClient> {
  const clients = await clientsOf(scratch.ports.store.reader, scratch.id);
  return netOfEntries(
    clients,
    folded.flatMap(({ id, entries }) => entries.map((entry) => ({ ...entry, accountId: id }))),
  );
}

async function clientsOf(reader: Reader, clinicId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.range('aliases', { index: 'key', where: { clinicId } });
  return new Map(rows.map(({ memberId, externalId }) => [memberId, externalId]));
}

/** A package's id follows from its account's, which differs from clinic to clinic. */
function netOfEntries(
  clients: ReadonlyMap<string, string>,
  entries: readonly { readonly accountId: string; readonly key: string; readonly amount: number }[],
): NetByClient {
  const net = new Map<string, number>();
  for (const { accountId, key, amount } of entries) {
    const place = `${clients.get(accountId) ?? accountId} ${key.replace(/pkg_\w+/, 'pkg')}`;
    net.set(place, (net.get(place) ?? 0) + amount);
  }
  return Object.fromEntries([...net].filter(([, amount]) => amount !== 0).sort());
}
