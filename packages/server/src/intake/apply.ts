import type { EventResult, VisitData } from '@afterglow/contract';
import type { UntakenRecord } from '@afterglow/engine';
import { newEntryOf } from '../accounts/rows.js';
import { lockAccount, writeAccount, type Written } from '../accounts/write.js';
import { cardsTold, keepCards } from '../members/cards.js';
import { changeMember } from '../members/rows.js';
import type { Ports, RowAhead, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import {
  decideEvent,
  eventIdentity,
  knownEvents,
  type Decision,
  type Fresh,
  type KeptAnswer,
} from './decide.js';
import { takesPhone, toldDetails } from './details.js';
import { factRefusal, rejected, rejectedBy, type Incoming } from './incoming.js';
import { afterDecisions } from './undated.js';
import { codeNamed, withOwner } from './joined.js';
import { keptCodeFor } from './kept-code.js';
import { followMoves, revisionHere } from './moved.js';
import { personErased } from './people.js';
import { withSharedCard } from './shared-card.js';
import { ensured } from '../ensured.js';

/** What applying the events of one member did. */
export interface Applied {
  /** In the order of the events. */
  readonly results: readonly EventResult[];
  /** Accounts whose history grew by this; they are due at once. */
  readonly told: readonly string[];
}

/**
 * Applies events of one member: one transaction, one fold. The core that the API and the import
 * both go through.
 *
 * @param incoming - In order; an identity may repeat.
 * @throws RowExists when another request took one of the events for another member meanwhile.
 */
export async function applyToAccount(
  ports: Ports,
  clinic: Clinic,
  memberId: string,
  incoming: readonly Incoming[],
): Promise<Applied> {
  return ports.store.transaction(
    (tx) => applyIn(tx, ports, clinic, { memberId, incoming }),
    readFirst(clinic.id, memberId, incoming),
  );
}

/** What {@link applyIn} reads before all else. */
function readFirst(
  clinicId: string,
  memberId: string,
  incoming: readonly Incoming[],
): readonly RowAhead[] {
  const keys = incoming.map(({ event: { source, externalId } }) => ({
    clinicId,
    source,
    externalId,
  }));
  return [
    { table: 'accounts', key: { clinicId, accountId: memberId }, lock: true },
    { table: 'members', key: { clinicId, id: memberId } },
    // Several are read by one statement, whose rows nobody can be given one by one.
    ...(keys.length === 1 ? keys.map((key) => ({ table: 'events', key }) as const) : []),
  ];
}

async function applyIn(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  { memberId, incoming }: { readonly memberId: string; readonly incoming: readonly Incoming[] },
): Promise<Applied> {
  // Read together, and in this order: what follows the lock sees what the others before it did.
  const [locked, member, known] = await Promise.all([
    lockAccount(tx, { clinicId: clinic.id, accountId: memberId }),
    tx.get('members', { clinicId: clinic.id, id: memberId }),
    knownEvents(tx, clinic.id, incoming),
  ]);
  // What comes for a record that was merged is of the person's record.
  if (member && member.mergedInto !== null)
    return applyIn(tx, ports, clinic, { memberId: member.mergedInto, incoming });
  const earlier = new Map<string, Fresh>();
  const decisions: Decision[] = [];
  const records = new Map<Fresh, UntakenRecord>();
  // Each event finds the person and the history as those before it left them.
  const learned: Partial<Tables['members']> = {};
  const cards = new Set<string>();
  for (const sent of incoming) {
    const one = afterDecisions(locked, sent);
    const person = member && { ...member, ...learned };
    const decided =
      member?.status === 'erased'
        ? answered(personErased(one.event))
        : await decideEvent(tx, ports, clinic, { incoming: one, memberId, known, earlier });
    const decision =
      decided.kind === 'fresh'
        ? await checkFresh(tx, clinic, decided, { memberId, member: person, earlier })
        : decided;
    decisions.push(decision);
    if (decision.kind !== 'fresh') continue;
    earlier.set(eventIdentity(one.event), decision);
    if (person) Object.assign(learned, toldDetails(clinic, person, one));
    if (!one.record) continue;
    const cardsNow = cardsTold(clinic.id, one.event);
    for (const card of cardsNow) cards.add(card);
    const keptCode = person && (await keptCodeFor(tx, clinic, person, one));
    const record = {
      ...one.record,
      id: decision.row.id,
      revision: await revisionHere(tx, { clinicId: clinic.id, accountId: memberId }, one.event),
    } as UntakenRecord;
    const { timeZone } = clinic.program.clinic;
    const context = person && { member: person, taken: records, cards, timeZone };
    const owned = await withOwner(tx, context, one.event, record, keptCode);
    const taken = cardsNow.length > 0 ? await withSharedCard(tx, context, locked, owned) : owned;
    records.set(decision, taken);
  }

  const fresh = decisions.filter((one) => one.kind === 'fresh');
  const changes = member !== undefined && Object.keys(learned).length > 0;
  if (changes) await changeMember(tx, clinic, member, learned);
  const row = changes ? undefined : locked;
  const written = await write(tx, clinic, memberId, { row, records: [...records.values()] });
  const answers = answersOf(fresh, written, memberId);
  await saveEvents(tx, known, answers, clinic.now);
  await keepCards(tx, { clinicId: clinic.id, memberId }, cards);
  const followed = await followMoves(tx, clinic, fresh);
  return {
    results: decisions.map((one) => resultOf(one, answers)),
    told: [...written.told, ...followed],
  };
}

/** The account's row as it was locked; undefined when it may be another one by now. */
type Locked = Tables['accounts'] | undefined;

const nothingWritten: Pick<Written, 'entries' | 'flags' | 'told'> = {
  entries: [],
  flags: {},
  told: [],
};

async function write(
  tx: Transaction,
  clinic: Clinic,
  memberId: string,
  { row, records }: { readonly row: Locked; readonly records: readonly UntakenRecord[] },
): Promise<typeof nothingWritten> {
  if (records.length === 0) return nothingWritten;
  const { programs, now } = clinic;
  return writeAccount(tx, { clinicId: clinic.id, programs, now }, memberId, records, row);
}

/**
 * Refusals that depend on what is known by now, for events that are new: a repetition gets its first
 * answer whatever happened since.
 */
async function checkFresh(
  tx: Transaction,
  clinic: Clinic,
  fresh: Fresh,
  of: {
    readonly memberId: string;
    readonly member: Tables['members'] | undefined;
    readonly earlier: ReadonlyMap<string, Fresh>;
  },
): Promise<Decision> {
  const { event, record, warnings } = fresh.incoming;
  const { externalId } = event;
  if (event.type === 'member.updated' && of.member && event.data.phone !== undefined)
    return (await takesPhone(tx, of.member, event.data.phone))
      ? answered(
          rejected(externalId, {
            code: 'phone_taken',
            param: 'data.phone',
            detail: 'Another enrolled member signs in with this phone.',
          }),
        )
      : fresh;
  if (event.type === 'visit.refunded' && record) {
    const visit = await visitOf(tx, clinic.id, of, { ...event, externalId: event.data.visit });
    const refusal = visit && factRefusal(clinic, record, visit);
    return refusal ? answered(rejectedBy(externalId, refusal)) : fresh;
  }
  const named = codeNamed(event);
  if (named) {
    const { code, path } = named;
    if (await tx.get('codes', { clinicId: clinic.id, code })) return fresh;
    const unknown = { code: 'referral_code_unknown', path };
    return { ...fresh, incoming: { ...fresh.incoming, warnings: [...warnings, unknown] } };
  }
  return fresh;
}

/** What a refund speaks of, as this account knows it; undefined while the refund has to wait. */
async function visitOf(
  tx: Transaction,
  clinicId: string,
  {
    memberId,
    earlier,
  }: { readonly memberId: string; readonly earlier: ReadonlyMap<string, Fresh> },
  { source, externalId }: { readonly source: string; readonly externalId: string },
): Promise<VisitData | undefined> {
  const now = earlier.get(eventIdentity({ source, externalId }))?.incoming.event;
  if (now) return now.type === 'visit.completed' ? now.data : undefined;

  const [row] = await tx.range('history', {
    index: 'key',
    where: { clinicId, accountId: memberId, source, externalId },
    descending: true,
    limit: 1,
  });
  return row?.type === 'visit' ? (JSON.parse(row.dataJson) as VisitData) : undefined;
}

const answered = (result: EventResult): Decision => ({ kind: 'answered', result });

interface Answer {
  readonly fresh: Fresh;
  readonly kept: KeptAnswer;
  readonly result: EventResult;
}

/**
 * What each event is told. Entries belong to the event that caused them; what else the write posted
 * (something that fell due, a correction of an earlier one) is told with the last event.
 */
function answersOf(
  fresh: readonly Fresh[],
  { entries, flags }: typeof nothingWritten,
  memberId: string,
): ReadonlyMap<Fresh, Answer> {
  const last = fresh.at(-1);
  const ownerOf = new Map(fresh.map((one) => [one.row.id, one]));
  return new Map(
    fresh.map((one) => {
      const own = entries.filter(({ cause }) => (ownerOf.get(cause.id ?? '') ?? last) === one);
      const warnings = [
        ...one.incoming.warnings,
        ...(ownerOf.get(one.row.id) === one ? (flags[one.row.id] ?? []) : []),
      ];
      const result: EventResult = {
        externalId: one.row.externalId,
        status: 'applied',
        id: one.row.id,
        memberId,
        warnings,
        entries: own.map(newEntryOf),
      };
      return [one, { fresh: one, result, kept: { warnings, entries: own.map(({ seq }) => seq) } }];
    }),
  );
}

function resultOf(decision: Decision, answers: ReadonlyMap<Fresh, Answer>): EventResult {
  switch (decision.kind) {
    case 'answered':
      return decision.result;
    case 'fresh':
      return ensured(answers.get(decision), 'the answer of an event').result;
    case 'repeated':
      return {
        ...ensured(answers.get(decision.first), 'the answer of an event').result,
        status: 'duplicate',
      };
  }
}

/** Remembers what was applied, for ever: of several revisions the last. */
async function saveEvents(
  tx: Transaction,
  known: ReadonlyMap<string, Tables['events']>,
  answers: ReadonlyMap<Fresh, Answer>,
  recordedAt: number,
): Promise<void> {
  const rows = new Map<string, Tables['events']>();
  for (const { fresh, kept } of answers.values())
    rows.set(eventIdentity(fresh.row), {
      ...fresh.row,
      answerJson: JSON.stringify(kept),
      recordedAt,
    });

  const added = [...rows].filter(([identity]) => !known.has(identity)).map(([, row]) => row);
  const changed = [...rows].filter(([identity]) => known.has(identity)).map(([, row]) => row);
  if (added.length > 0) await tx.insert('events', added);
  if (changed.length > 0) await tx.save('events', changed);
}
