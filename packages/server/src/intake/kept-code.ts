import type { Event } from '@afterglow/contract';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import { codeAt, codesKept } from '../referrals/kept-codes.js';
import type { Tables } from '../tables.js';
import { codeNamed } from './joined.js';
import type { Incoming } from './incoming.js';

/** Events that may begin a referral. */
const begins: ReadonlySet<Event['type']> = new Set([
  'member.joined',
  'visit.completed',
  'booking.made',
  'booking.changed',
]);

const mayTakeKept = (event: Event) => begins.has(event.type) && codeNamed(event) === undefined;

/**
 * The code that a person kept on a page and did not name: it counts for who has not joined yet, where
 * the till or the booking knows the phone. A code that was named with a booking goes before it. A
 * correction is judged by when it was first told of.
 */
export async function keptCodeFor(
  reader: Reader,
  clinic: Clinic,
  member: Tables['members'],
  { event, at }: Pick<Incoming, 'event' | 'at'>,
): Promise<string | undefined> {
  const phone = member.phone ?? event.member?.phone ?? null;
  if (!mayTakeKept(event) || member.status !== 'known' || phone === null) return undefined;
  const kept = await codesKept(reader, clinic.id, phone);
  if (kept.length === 0) return undefined;

  const where = { clinicId: clinic.id, accountId: member.id };
  const history = await reader.range('history', { index: 'key', where });
  const { source, externalId } = event;
  const first = history.find((row) => row.source === source && row.externalId === externalId);
  const booked = history.some((row) => row.type === 'booking' && namesOwner(row) && row !== first);
  if (event.type === 'visit.completed' && booked) return undefined;
  return codeAt(kept, clinic, first?.at ?? at);
}

function namesOwner({ dataJson }: Tables['history']): boolean {
  return (JSON.parse(dataJson) as { referredBy?: string }).referredBy !== undefined;
}
