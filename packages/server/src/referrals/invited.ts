import type { ReferralRow } from '@afterglow/contract';
import { localDayAt } from '@afterglow/engine/calendar';
import { derivedId } from '../ids.js';
import { survivorOf } from '../members/find.js';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';

type KeptRow = Tables['keptCodes'];

/**
 * Friends who keep the offer of a member's code and are not there yet, newest first. Each phone that
 * keeps it is one, whoever has it: a list that left out patients would tell who is one. Only the
 * member's own phone and those of friends who are shown as such are left out. Ids follow from the code
 * and the instant, since one that followed from a phone could be tried out.
 *
 * @param friendIds - Accounts of the member's friends.
 */
export async function invitedBy(
  reader: Reader,
  clinic: Clinic,
  member: Pick<Tables['members'], 'phone' | 'referralCode'>,
  friendIds: readonly string[],
): Promise<readonly ReferralRow[]> {
  const code = member.referralCode;
  if (code === null || clinic.program.referral.legalMode === 'off') return [];
  const rows = await reader.range('keptCodes', {
    index: 'byCode',
    where: { clinicId: clinic.id, code },
  });
  const open = rows.filter(
    ({ keptAt, keptUntil }) => keptAt <= clinic.now && clinic.now < keptUntil,
  );
  if (open.length === 0) return [];

  const there = await phonesOf(reader, clinic.id, friendIds);
  const newest = new Map(open.map((row) => [row.phone, row]));
  return [...newest.values()]
    .filter(({ phone }) => phone !== member.phone && !there.has(phone))
    .sort((a, b) => b.keptAt - a.keptAt)
    .map((row) => invited(row, rows, clinic.program.clinic.timeZone));
}

function invited(row: KeptRow, all: readonly KeptRow[], zone: string): ReferralRow {
  const { keptAt, code } = row;
  // Two phones may keep it at one instant, where a clock stands still.
  const nth = all.filter((one) => one.keptAt === keptAt).indexOf(row);
  return {
    id: derivedId('referral', keptAt, `${code} ${nth}`),
    status: 'invited',
    firstName: null,
    joinedOn: localDayAt(keptAt, zone),
    releasesOn: null,
  };
}

async function phonesOf(
  reader: Reader,
  clinicId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.getMany(
    'members',
    ids.map((id) => ({ clinicId, id })),
  );
  const people = await Promise.all(rows.map((row) => survivorOf(reader, row)));
  return new Set([...rows, ...people].flatMap((row) => row?.phone ?? []));
}
