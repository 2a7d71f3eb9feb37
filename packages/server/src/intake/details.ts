import { localDayAt } from '@afterglow/engine/calendar';
import { membersByPhone } from '../members/find.js';
import { detailColumns } from '../members/rows.js';
import type { Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import type { Incoming } from './incoming.js';

/**
 * What an event tells about a person: an update says what changed; any other event fills in what is
 * not known yet of somebody who never joined, and since when the clinic knows them. What a patient said
 * at joining is not overwritten by a till.
 *
 * @param member - As events before this one left it.
 * @returns The columns that change.
 */
export function toldDetails(
  clinic: Clinic,
  member: Tables['members'],
  { event, at }: Incoming,
): Partial<Tables['members']> {
  if (event.type === 'member.updated') return detailColumns(clinic, member, event.data);
  if (member.status !== 'known') return {};

  const { firstName, phone, email, birthday } = event.member ?? {};
  const told = detailColumns(clinic, member, { firstName, phone, email, birthday });
  const missing = Object.entries(told).filter(
    ([column]) => member[column as keyof typeof member] === null,
  );
  const day = localDayAt(at, clinic.program.clinic.timeZone);
  return { ...Object.fromEntries(missing), ...(day < member.since ? { since: day } : {}) };
}

/** True when an update would give an enrolled member the phone that another one signs in with. */
export async function takesPhone(
  tx: Transaction,
  member: Tables['members'],
  phone: string,
): Promise<boolean> {
  if (member.status !== 'enrolled') return false;
  const others = await membersByPhone(tx, member.clinicId, phone);
  return others.some(({ id, status }) => status === 'enrolled' && id !== member.id);
}
