import type { Birthday, Member } from '@afterglow/contract';
import { localDayAt } from '@afterglow/engine/calendar';
import type * as z from 'zod/mini';
import { emptyAccount } from '../accounts/rows.js';
import { instantText } from '../clinic-clock.js';
import { newId } from '../ids.js';
import { birthdayOf, keepBirthday } from './birthdays.js';
import type { Ports, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';

/** What may be known of a person from the start. */
export interface PersonDetails {
  readonly firstName?: string | null | undefined;
  /** In E.164. */
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly birthday?: z.infer<typeof Birthday> | null | undefined;
  readonly locale?: string | null | undefined;
}

/** A new known member: no consent, no messages, no sign-in. */
export function newMember(
  ports: Ports,
  clinic: Clinic,
  details: PersonDetails,
  since: number,
): Tables['members'] {
  return {
    clinicId: clinic.id,
    id: newId('member', clinic.now, ports.randomness),
    status: 'known',
    mergedInto: null,
    firstName: details.firstName ?? null,
    phone: details.phone ?? null,
    email: details.email?.toLowerCase() ?? null,
    birthdayJson: keepBirthday(null, details.birthday ?? null, todayOf(clinic)),
    locale: details.locale ?? null,
    consentsJson: null,
    preferencesJson: null,
    referralCode: null,
    since: localDayAt(since, clinic.program.clinic.timeZone),
    patientSince: null,
    enrolledAt: null,
    erasesAt: null,
    createdAt: clinic.now,
  };
}

/** Adds members with their empty accounts. */
export async function insertMembers(
  tx: Transaction,
  rows: readonly Tables['members'][],
): Promise<void> {
  await tx.insert('members', rows);
  await tx.insert(
    'accounts',
    rows.map(({ clinicId, id }) => emptyAccount({ clinicId, accountId: id })),
  );
}

/** The clinic's local day. */
export function todayOf(clinic: Clinic): string {
  return localDayAt(clinic.now, clinic.program.clinic.timeZone);
}

/** The columns that a change of details writes; what is left out stays. */
export function detailColumns(
  clinic: Clinic,
  member: Pick<Tables['members'], 'birthdayJson'>,
  details: PersonDetails,
): Partial<Tables['members']> {
  return {
    ...(details.firstName === undefined ? {} : { firstName: details.firstName }),
    ...(details.phone === undefined ? {} : { phone: details.phone }),
    ...(details.email === undefined ? {} : { email: details.email?.toLowerCase() ?? null }),
    ...(details.birthday === undefined
      ? {}
      : { birthdayJson: keepBirthday(member.birthdayJson, details.birthday, todayOf(clinic)) }),
    ...(details.locale === undefined ? {} : { locale: details.locale }),
  };
}

/** A member as the clinic's own systems see it. */
export function memberOf(
  row: Tables['members'],
  standing: Pick<Member, 'points' | 'tier' | 'aliases' | 'merged'>,
): Member {
  return {
    id: row.id,
    status: row.status,
    mergedInto: row.mergedInto,
    firstName: row.firstName,
    phone: row.phone,
    email: row.email,
    birthday: birthdayOf(row),
    locale: row.locale,
    since: row.since,
    aliases: standing.aliases,
    merged: standing.merged,
    points: standing.points,
    tier: standing.tier,
    referralCode: row.referralCode,
    createdAt: instantText(row.createdAt),
  };
}

/**
 * Writes a change of a member's details. A birthday is part of what the account is folded from, so
 * another one makes the account fold anew.
 */
export async function changeMember(
  tx: Transaction,
  clinic: Clinic,
  member: Tables['members'],
  change: Partial<Tables['members']>,
): Promise<void> {
  const { clinicId, id } = member;
  if (Object.keys(change).length === 0) return;
  await tx.update('members', { clinicId, id }, change);
  if (change.birthdayJson === undefined || change.birthdayJson === member.birthdayJson) return;

  const key = { clinicId, accountId: id };
  const row = await tx.lock('accounts', key);
  if (!row) return;
  const nextDue = Math.min(row.nextDue ?? clinic.now, clinic.now);
  await tx.update('accounts', key, { stale: 1, nextDue });
}
