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
  return whoStand(reader, rows);
}

/** Everybody with this e-mail address, in lower case, those who enrolled first. */
export async function membersByEmail(
  reader: Reader,
  clinicId: string,
  email: string,
): Promise<readonly MemberRow[]> {
  const where = { clinicId, email: email.toLowerCase() };
  const rows = await reader.range('members', { index: 'byEmail', where });
  return whoStand(reader, rows);
}

/** The people whom records stand for, each once; a merged record leads to the one that it is part of. */
async function whoStand(reader: Reader, rows: readonly MemberRow[]): Promise<readonly MemberRow[]> {
  const found = new Map<string, MemberRow>();
  for (const row of rows) {
    const one = await survivorOf(reader, row);
    if (one && stands(one)) found.set(one.id, one);
  }
  return [...found.values()].sort(byPrecedence);
}

/** The record that a record is part of, through any number of merges; itself when it is none. */
export async function survivorOf(
  reader: Reader,
  row: MemberRow | undefined,
): Promise<MemberRow | undefined> {
  let one = row;
  while (one !== undefined && one.mergedInto !== null)
    one = await reader.get('members', { clinicId: one.clinicId, id: one.mergedInto });
  return one;
}

/** The id that somebody is known by now; owners of codes who are no members keep theirs. */
export async function currentId(reader: Reader, clinicId: string, id: string): Promise<string> {
  const row = await reader.get('members', { clinicId, id });
  return (await survivorOf(reader, row))?.id ?? id;
}

/** The member of an id, through merges; refused when this clinic has none, or had and erased them. */
export async function memberById(reader: Reader, clinicId: string, id: string): Promise<MemberRow> {
  const row = await survivorOf(reader, await reader.get('members', { clinicId, id }));
  if (row?.status === 'erased') throw memberErased();
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
  if (!account) await memberById(reader, clinicId, id);
  if (account && account.frozenAt !== null) throw memberErased();
}

/** The refusal of what concerns a person who was erased. */
export const memberErased = (param = 'id'): Refused =>
  new Refused('member_erased', { detail: 'This person was erased.', param });
