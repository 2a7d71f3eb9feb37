import { decisionSource, ownSource, type HistoryRecord } from '@afterglow/engine';
import { emptyAccount } from '../../accounts/rows.js';
import { writeAccount } from '../../accounts/write.js';
import { ensured } from '../../ensured.js';
import { recordFacts } from '../../intake/record-facts.js';
import { openClinic } from '../../programs.js';
import type { Ports } from '../../ports.js';
import { settleAccounts, settleDue } from '../../settle.js';
import { createMemoryRateLimiter } from '../../stores/memory/memory-rate-limiter.js';
import { createMemoryStore } from '../../stores/memory/memory-store.js';
import type { SentEvent } from '../acknowledged.js';
import { holds, same } from '../difference.js';
import type { World } from '../world.js';
import type { KeptAccount } from './clinic.js';

/** Something that happened, without the way in which it became known. */
type Fact = Pick<HistoryRecord, 'at' | 'source' | 'externalId'> &
  ({ readonly event: SentEvent } | { readonly record: HistoryRecord; readonly accountId: string });

/**
 * Tells the same facts to a clinic where nothing ever goes wrong, each when it happened and in that
 * order: every account then has the same net for each key.
 */
export async function checkReference(
  world: World,
  accounts: readonly KeptAccount[],
): Promise<void> {
  const time = { now: 0 };
  const ports = await emptyCopy(world, time);
  const clinicId = world.clinic.id;
  for (const fact of factsOf(world, accounts)) {
    time.now = Math.max(time.now, fact.at);
    const clinic = ensured(await openClinic(ports, clinicId), 'the clinic');
    if ('event' in fact) {
      const [result] = await recordFacts(ports, clinic, [fact.event]);
      holds(
        result?.status === 'applied',
        () => `told in order, ${fact.externalId} is answered ${JSON.stringify(result)}`,
      );
      continue;
    }
    const context = { clinicId, programs: clinic.programs, now: clinic.now };
    const { recordedAt: _, ...record } = fact.record;
    const { told } = await ports.store.transaction((tx) =>
      writeAccount(tx, context, fact.accountId, [record]),
    );
    await settleAccounts(ports, context, told);
  }
  time.now = Math.max(time.now, await world.now());
  await settleDue(ports, clinicId, time.now);

  for (const { row, entries } of accounts) {
    const where = { clinicId, accountId: row.accountId };
    const orderly = await ports.store.reader.range('entries', { index: 'key', where });
    same(netOf(entries), netOf(orderly), `the net of ${row.accountId}, told in order,`);
  }
}

/** The same people, codes and rules, and not one fact. The clock is one that we hold. */
async function emptyCopy(
  { outside, clinic }: World,
  time: { readonly now: number },
): Promise<Ports> {
  const clock = { now: () => time.now };
  const store = createMemoryStore();
  const where = { clinicId: clinic.id };
  const { reader } = outside.store;
  const row = ensured(await reader.get('clinics', { id: clinic.id }), 'the row of the clinic');
  const [programs, members, aliases, codes, accounts] = await Promise.all([
    reader.range('programs', { index: 'key', where }),
    reader.range('members', { index: 'key', where }),
    reader.range('aliases', { index: 'key', where }),
    reader.range('codes', { index: 'key', where }),
    reader.range('accounts', { index: 'key', where }),
  ]);
  await store.transaction(async (tx) => {
    await tx.insert('clinics', [{ ...row, sandbox: 0, clockAt: null }]);
    await tx.insert('programs', programs);
    await tx.insert('members', members);
    await tx.insert('aliases', aliases);
    await tx.insert('codes', codes);
    await tx.insert('accounts', accounts.map(emptyAccount));
  });
  return { ...outside, store, clock, rateLimiter: createMemoryRateLimiter(clock) };
}

/** Everything that counts in the end, in order of occurrence. */
function factsOf(world: World, accounts: readonly KeptAccount[]): readonly Fact[] {
  const events = world.book.current().map(({ event, memberId }): Fact => {
    const { source, externalId } = event;
    const record = recordOf(event, memberId, accounts);
    const identity = { at: record.at, source, externalId };
    // Whether somebody was here before or is like the owner of a code is decided once, by what was
    // known then, and recorded.
    if (record.type === 'joined') return { ...identity, record, accountId: memberId };
    return { ...identity, event };
  });
  const own = accounts.flatMap(({ row, records }) =>
    records.filter(isDecided).map((record): Fact => {
      const { at, source, externalId } = record;
      return { at, source, externalId, record, accountId: row.accountId };
    }),
  );
  return [...events, ...own].sort(
    (a, b) => a.at - b.at || compare(a.source, b.source) || compare(a.externalId, b.externalId),
  );
}

/** What we decided and can't unknow: signing in, claims, holds, and what the staff did. */
const isDecided = ({ type, source }: HistoryRecord) =>
  source === decisionSource || (source === ownSource && type === 'joined');

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The record of an event; of one that leaves none, only when it happened. */
function recordOf(
  event: SentEvent,
  memberId: string,
  accounts: readonly KeptAccount[],
): HistoryRecord | { readonly type: 'none'; readonly at: number } {
  if (event.type !== 'member.joined' && typeof event['occurredAt'] === 'string')
    return { type: 'none', at: Date.parse(event['occurredAt']) };
  // Where it was of another person before, there is a record of that revision too: that it is gone.
  const record = accounts
    .find(({ row }) => row.accountId === memberId)
    ?.records.find(
      ({ source, externalId, revision }) =>
        source === event.source && externalId === event.externalId && revision === event.revision,
    );
  return ensured(record, 'the record of an event');
}

function netOf(
  entries: readonly { readonly key: string; readonly amount: number }[],
): readonly string[] {
  const net = new Map<string, number>();
  for (const { key, amount } of entries) net.set(key, (net.get(key) ?? 0) + amount);
  return [...net]
    .filter(([, amount]) => amount !== 0)
    .map(([key, amount]) => `${key} ${amount}`)
    .sort();
}
