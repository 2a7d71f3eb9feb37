import type { Reader } from '../ports.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';

type MemberRow = Tables['members'];

/** Merged and erased records no longer stand for a person. */
const stands = ({ status }: MemberRow) => status === 'known' || status === 'enrolled';

/** Enrolled before known, then who was first. */
const byPrecedence = (a: MemberRow, b: MemberRow) =>
  Number(b.status === 'enrolled') - Number(a.status === 'enrolled') || (a.id < b.id ? -1 : 1);

/** Everybody with this phone (E.164), those who enrolled first. */
export async function membersByPhone(
  reader: Reader,
  clinicId: string,
  phone: string,
): Promise<readonly MemberRow[]> {
  const rows = await reader.range('members', { index: 'byPhone', where: { clinicId, phone } });
  return rows.filter(stands).sort(byPrecedence);
}

/** Everybody with this e-mail address, in lower case, those who enrolled first. */
export async function membersByEmail(
  reader: Reader,
  clinicId: string,
  email: string,
): Promise<readonly MemberRow[]> {
  const where = { clinicId, email: email.toLowerCase() };
  const rows = await reader.range('members', { index: 'byEmail', where });
  return rows.filter(stands).sort(byPrecedence);
}

/** The member of an id; refused when this clinic has none. */
export async function memberById(reader: Reader, clinicId: string, id: string): Promise<MemberRow> {
  const row = await reader.get('members', { clinicId, id });
  if (row) return row;
  throw new Refused('member_unknown', {
    detail: 'This clinic has no member with that id. Ids start with mem_ and are never shared.',
    param: 'id',
  });
}

/**
 * Refuses an id that no account of this clinic has, and one of somebody who was erased. Owners of
 * staff, influencer and partner codes have accounts and are no members.
 */
export async function checkAccount(reader: Reader, clinicId: string, id: string): Promise<void> {
  const account = await reader.get('accounts', { clinicId, accountId: id });
  const member = await reader.get('members', { clinicId, id });
  if (!account) await memberById(reader, clinicId, id);
  if (member?.status === 'erased')
    throw new Refused('member_erased', { detail: 'This person was erased.', param: 'id' });
}
