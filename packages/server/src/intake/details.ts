import { localDayAt } from '@afterglow/engine/calendar';
import { membersByPhone } from '../members/find.js';
import { changeMember, detailColumns, type PersonDetails } from '../members/rows.js';
import type { Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import type { Fresh } from './decide.js';

/**
 * Writes down what events tell about a person: an update says what changed; any other event fills
 * in what is not known yet of somebody who never joined, and since when the clinic knows them. What
 * a patient said at joining is not overwritten by a till.
 *
 * @returns Whether something changed; with a birthday the account's row changes too.
 */
export async function learnDetails(
  tx: Transaction,
  clinic: Clinic,
  member: Tables['members'],
  fresh: readonly Fresh[],
): Promise<boolean> {
  const change: Partial<Tables['members']> = {};
  for (const { incoming } of fresh) {
    const { event, at } = incoming;
    if (event.type === 'member.updated') {
      Object.assign(change, detailColumns(clinic, { ...member, ...change }, event.data));
      continue;
    }
    if (member.status !== 'known') continue;

    const { firstName, phone, email, birthday } = event.member ?? {};
    const details: PersonDetails = { firstName, phone, email, birthday };
    const told = detailColumns(clinic, member, details);
    for (const [column, value] of Object.entries(told))
      if (member[column as keyof typeof member] === null && !Object.hasOwn(change, column))
        Object.assign(change, { [column]: value });
    const day = localDayAt(at, clinic.program.clinic.timeZone);
    if (day < (change.since ?? member.since)) change.since = day;
  }
  if (Object.keys(change).length === 0) return false;
  await changeMember(tx, clinic, member, change);
  return true;
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
