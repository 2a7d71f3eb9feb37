import type { MemberExport, Profile } from '@afterglow/contract';
import { standing } from '@afterglow/engine';
import { advance } from '../accounts/advance.js';
import { entryOf, entryRows } from '../accounts/rows.js';
import { instantText } from '../clinic-clock.js';
import { ensured } from '../ensured.js';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { aliasesOf } from './aliases.js';
import { birthdayOf } from './birthdays.js';
import { memberById } from './find.js';
import { recordsOf } from './records.js';

type MemberRow = Tables['members'];

/** What is kept of the consents of somebody who joined. */
interface KeptConsents extends Omit<NonNullable<MemberExport['consents']>, 'at'> {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Who a member is, as the member sees it. */
export function profileOf(row: MemberRow): Profile {
  const { id, firstName, phone, email, locale, since } = row;
  return { id, firstName, phone, email, birthday: birthdayOf(row), locale, since };
}

/** Everything that is kept about a member, brought up to the clinic's now. Writes nothing. */
export async function exportOf(
  reader: Reader,
  clinic: Clinic,
  memberId: string,
): Promise<MemberExport> {
  const member = await memberById(reader, clinic.id, memberId);
  const records = await recordsOf(reader, member);
  const key = { clinicId: clinic.id, accountId: member.id };
  const row = ensured(await reader.get('accounts', key), 'the account of a member');
  const { account, entries } = await advance(reader, row, clinic);
  const posted = await reader.range('entries', { index: 'key', where: key });
  const before = posted.filter(({ seq }) => seq <= row.entrySeq);
  const { referrals, vouchers } = standing(account, clinic.programs, clinic.now);
  return {
    asOf: instantText(clinic.now),
    profile: profileOf(member),
    consents: consentsOf(member),
    aliases: await ofAll(records, ({ id }) => aliasesOf(reader, clinic.id, id)),
    entries: [...before, ...entryRows(row, entries, clinic.now)].reverse().map(entryOf),
    referrals: referrals.map(({ id, status, joinedOn, releasesOn }) => ({
      ...{ id, status, joinedOn, releasesOn },
      firstName: null,
    })),
    vouchers: [...vouchers],
    notices: await ofAll(records, (record) => noticesOf(reader, record)),
    sessions: await ofAll(records, (record) => sessionsOf(reader, record)),
  };
}

async function ofAll<Row>(
  records: readonly MemberRow[],
  read: (record: MemberRow) => Promise<readonly Row[]>,
): Promise<Row[]> {
  return (await Promise.all(records.map(read))).flat();
}

function consentsOf({ consentsJson }: MemberRow): MemberExport['consents'] {
  if (consentsJson === null) return null;
  const kept = JSON.parse(consentsJson) as KeptConsents;
  return { ...kept, at: instantText(kept.at) };
}

async function noticesOf(reader: Reader, { clinicId, id: accountId }: MemberRow) {
  const rows = await reader.range('notices', { index: 'key', where: { clinicId, accountId } });
  return rows.map(({ kind, dueAt, usefulUntil }) => ({
    kind,
    dueAt: instantText(dueAt),
    usefulUntil: instantText(usefulUntil),
  }));
}

async function sessionsOf(reader: Reader, { clinicId, id: memberId }: MemberRow) {
  const rows = await reader.range('sessions', { index: 'byMember', where: { clinicId, memberId } });
  return rows.map(({ createdAt, expiresAt, revokedAt, remember }) => ({
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
    endedAt: revokedAt === null ? null : instantText(revokedAt),
    remember,
  }));
}
