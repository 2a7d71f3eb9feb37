import type { EventResult } from '@afterglow/contract';
import { recordFacts } from '../../intake/record-facts.js';
import type { Ports } from '../../ports.js';
import { openClinic } from '../../programs.js';
import type { Clinic } from '../../programs.js';
import { WrongSetting } from '../settings.js';
import { groupBy } from './draft-event.js';
import type { DraftEvent } from './draft-event.js';
import type { OnProgress } from './import-report.js';

/** Events handed over at once, unless one client alone has more. */
const batchSize = 500;

/** Each event with what it was answered. */
export type Recorded = readonly (readonly [DraftEvent, EventResult])[];

/** The clinic as it is now. */
export async function clinicOf(ports: Ports, clinicId: string): Promise<Clinic> {
  const clinic = await openClinic(ports, clinicId);
  if (!clinic) throw new WrongSetting(`There is no clinic ${clinicId} in this database.`);
  return clinic;
}

/** Hands the events over, those of one client together: each client is one transaction and fold. */
export async function recordDrafts(
  ports: Ports,
  clinicId: string,
  drafts: readonly DraftEvent[],
  onProgress: OnProgress,
): Promise<Recorded> {
  const recorded: (readonly [DraftEvent, EventResult])[] = [];
  for (const batch of batchesOf(drafts)) {
    const clinic = await clinicOf(ports, clinicId);
    const results = await recordFacts(
      ports,
      clinic,
      batch.map((draft) => draft.event),
    );
    batch.forEach((draft, at) => recorded.push([draft, results[at] as EventResult]));
    onProgress({ step: 'recording', done: recorded.length, of: drafts.length });
  }
  return recorded;
}

function batchesOf(drafts: readonly DraftEvent[]): DraftEvent[][] {
  const batches: DraftEvent[][] = [];
  for (const group of groupBy(drafts, (draft) => draft.client).values()) {
    const last = batches.at(-1);
    group.sort((a, b) => rankOf(a) - rankOf(b));
    if (last && last.length + group.length <= batchSize) last.push(...group);
    else batches.push(group);
  }
  return batches;
}

/** By day, and a visit before what is given back of it. */
const rankOf = ({ event: { type, occurredOn, occurredAt = '' } }: DraftEvent) =>
  Number((occurredOn ?? occurredAt.slice(0, 10)).replaceAll('-', '')) +
  (type === 'visit.refunded' ? 0.5 : 0);

/** When events of an earlier import were recorded, by external id. */
export async function timesRecorded(
  { store: { reader } }: Ports,
  clinicId: string,
  source: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (externalIds.length === 0) return new Map();
  const events = await reader.getMany(
    'events',
    externalIds.map((externalId) => ({ clinicId, source, externalId })),
  );
  if (events.length === 0) return new Map();
  const history = await reader.getMany(
    'history',
    events.map(({ memberId, externalId, revision }) => ({
      clinicId,
      accountId: memberId,
      source,
      externalId,
      revision,
    })),
  );
  return new Map(history.map(({ externalId, at }) => [externalId, at]));
}
