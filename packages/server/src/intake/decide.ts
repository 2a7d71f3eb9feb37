import type { EventResult } from '@afterglow/contract';
import { entryOf } from '../accounts/rows.js';
import { newId } from '../ids.js';
import { currentId } from '../members/find.js';
import type { Ports, Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import type { Warning } from './dropped.js';
import { rejected, type Incoming } from './incoming.js';
import { ensured } from '../ensured.js';

/** An event that is taken now, with the row by which it is known for ever. */
export interface Fresh {
  readonly kind: 'fresh';
  readonly incoming: Incoming;
  readonly row: Omit<Tables['events'], 'answerJson' | 'recordedAt'>;
  /**
   * The member whose event it was before this revision, or with whom its corrections waited; undefined
   * when it stays where it is.
   */
  readonly movedFrom: string | undefined;
  /** A visit of which corrections were told, and nothing else. */
  readonly isAwaited: boolean;
}

/** The revision of a visit of which only corrections are known. No event has it. */
export const awaitedRevision = 0;

/** What becomes of one event. */
export type Decision =
  | Fresh
  /** The same as an earlier one of this request, whose answer it gets. */
  | { readonly kind: 'repeated'; readonly first: Fresh }
  | { readonly kind: 'answered'; readonly result: EventResult };

/** What is remembered of an answer; entries by their place, since they never change. */
export interface KeptAnswer {
  readonly warnings: readonly Warning[];
  readonly entries: readonly number[];
  /** In whose journal the entries are, where the event is another member's by now. */
  readonly answeredFor?: string;
}

/** The identity of an event, as the key of a map. */
export const eventIdentity = (of: { readonly source: string; readonly externalId: string }) =>
  `${of.source} ${of.externalId}`;

/** Rows of events that are known already, by identity. */
export async function knownEvents(
  reader: Reader,
  clinicId: string,
  incoming: readonly Incoming[],
): Promise<Map<string, Tables['events']>> {
  const rows = await reader.getMany(
    'events',
    incoming.map(({ event: { source, externalId } }) => ({ clinicId, source, externalId })),
  );
  return new Map(rows.map((row) => [eventIdentity(row), row]));
}

/**
 * Decides one event of a member: new, repeated, changed with a higher revision, or changed without
 * saying so.
 *
 * @param earlier - What this request has taken so far, by identity.
 */
export async function decideEvent(
  reader: Reader,
  ports: Ports,
  clinic: Clinic,
  of: {
    readonly incoming: Incoming;
    readonly memberId: string;
    readonly known: ReadonlyMap<string, Tables['events']>;
    readonly earlier: ReadonlyMap<string, Fresh>;
  },
): Promise<Decision> {
  const { incoming, memberId, earlier } = of;
  const { source, externalId, revision } = incoming.event;
  const identity = eventIdentity(incoming.event);
  const first = earlier.get(identity);
  const before = first?.row ?? of.known.get(identity);

  if (before && revision <= before.revision) {
    if (revision < before.revision || before.bodyHash !== incoming.bodyHash)
      return { kind: 'answered', result: eventChanged(externalId, before.revision) };
    if (first) return { kind: 'repeated', first };
    return {
      kind: 'answered',
      result: await duplicate(reader, ensured(of.known.get(identity), 'the row of a known event')),
    };
  }

  return {
    kind: 'fresh',
    incoming,
    row: {
      clinicId: clinic.id,
      source,
      externalId,
      id: before?.id ?? newId('event', clinic.now, ports.randomness),
      memberId,
      revision,
      bodyHash: incoming.bodyHash,
    },
    movedFrom: before && (await movedFrom(reader, clinic, before.memberId, memberId)),
    isAwaited: before?.revision === awaitedRevision,
  };
}

/** Who had it before, when that is another person: two records that were merged are one. */
async function movedFrom(
  reader: Reader,
  clinic: Clinic,
  before: string,
  now: string,
): Promise<string | undefined> {
  if (before === now) return undefined;
  const known = await currentId(reader, clinic.id, before);
  return known === now ? undefined : known;
}

/** The first answer again, with the entries that it named. */
export async function duplicate(reader: Reader, row: Tables['events']): Promise<EventResult> {
  const kept = JSON.parse(row.answerJson) as KeptAnswer;
  const { clinicId } = row;
  const accountId = kept.answeredFor ?? row.memberId;
  const entries =
    kept.entries.length === 0
      ? []
      : await reader.getMany(
          'entries',
          kept.entries.map((seq) => ({ clinicId, accountId, seq })),
        );
  return {
    externalId: row.externalId,
    status: 'duplicate',
    id: row.id,
    memberId: accountId,
    warnings: [...kept.warnings],
    entries: entries.sort((a, b) => a.seq - b.seq).map(entryOf),
  };
}

const eventChanged = (externalId: string, revision: number) =>
  rejected(externalId, {
    code: 'event_changed',
    param: 'revision',
    detail: `An event with this id is known in another form, at revision ${revision}. Send a higher revision to correct it, or a new externalId for something new.`,
  });
