import type { Event } from '@afterglow/contract';
import type { NamedCode, UntakenRecord } from '@afterglow/engine';
import { localDayAt } from '@afterglow/engine/calendar';
import { currentId } from '../members/find.js';
import { lookAlikeOf } from '../members/look-alike.js';
import { wasListedBefore } from '../members/patient-list.js';
import { hasVisitBefore, wasHereBefore } from '../sessions/joining.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';

/** The code that an event names; undefined for none. */
export function codeNamed(event: Event): { code: string; path: string } | undefined {
  switch (event.type) {
    case 'member.joined':
      return event.data.code === undefined
        ? undefined
        : { code: event.data.code, path: 'data.code' };
    case 'visit.completed':
    case 'booking.made':
    case 'booking.changed': {
      const { referralCode: code } = event.data;
      return code === undefined ? undefined : { code, path: 'data.referralCode' };
    }
    default:
      return undefined;
  }
}

/** Whose an event is, as what came before it in the same request left the person. */
export interface Person {
  readonly member: Tables['members'];
  /** Records of the same request that are not in the store yet. */
  readonly taken: ReadonlyMap<unknown, UntakenRecord>;
  /** Cards that the same request tells of until now, as hashes. */
  readonly cards: ReadonlySet<string>;
  /** The clinic's. */
  readonly timeZone: string;
}

/**
 * The record of somebody who joined at the clinic, or named a code at the till or when booking, with
 * whose code it was. Other records pass through. A code that nobody has counts as none: the person is
 * there, the slip of paper is not.
 *
 * @param keptCode - The code that the person keeps, for an event that names none.
 */
export async function withOwner(
  reader: Reader,
  person: Person | undefined,
  event: Event,
  record: UntakenRecord,
  keptCode: string | undefined,
): Promise<UntakenRecord> {
  if (!person) return record;
  const { member, taken, cards, timeZone } = person;
  const code = codeNamed(event)?.code ?? keptCode;
  const row =
    code === undefined ? undefined : await reader.get('codes', { clinicId: member.clinicId, code });
  const ownerId = row?.ownerId ? await currentId(reader, member.clinicId, row.ownerId) : null;
  const told = event.member ?? {};
  const lookAlike = await lookAlikeOf(reader, member.clinicId, ownerId, {
    id: member.id,
    phone: member.phone ?? told.phone ?? null,
    email: member.email ?? told.email ?? null,
    cards,
  });
  const alike = lookAlike === undefined ? {} : { lookAlike };
  if (record.type === 'joined') {
    const existingPatient =
      hasVisitBefore([...taken.values()], record.at) ||
      (await wasHereBefore(reader, member, record.at));
    const joined = { code: row?.code ?? record.data.code, ownerId, existingPatient, ...alike };
    return { ...record, data: { ...record.data, ...joined } };
  }
  if (ownerId === null || wasListedBefore(member, localDayAt(record.at, timeZone))) return record;
  const owner: NamedCode = { referredBy: ownerId, ...alike };
  if (record.type === 'visit') return { ...record, data: { ...record.data, ...owner } };
  return record.type === 'booking' ? { ...record, data: { ...record.data, ...owner } } : record;
}
