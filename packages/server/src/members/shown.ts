import type { Member } from '@afterglow/contract';
import { standing } from '@afterglow/engine';
import { advance } from '../accounts/advance.js';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { aliasesOf } from './aliases.js';
import { memberOf } from './rows.js';
import { ensured } from '../ensured.js';

/** Members as the clinic's own systems see them, with points and tier as of the clinic's now. */
export async function shownMembers(
  reader: Reader,
  clinic: Clinic,
  rows: readonly Tables['members'][],
): Promise<Member[]> {
  const accounts = await reader.getMany(
    'accounts',
    rows.map(({ id }) => ({ clinicId: clinic.id, accountId: id })),
  );
  const accountOf = new Map(accounts.map((account) => [account.accountId, account]));
  const shown: Member[] = [];
  for (const row of rows) {
    const { account } = await advance(
      reader,
      ensured(accountOf.get(row.id), 'the account of a member'),
      clinic,
    );
    const { points, tier } = standing(account, clinic.programs, clinic.now);
    shown.push(
      memberOf(row, {
        points: points.balance,
        tier: tier.current?.id ?? null,
        aliases: await aliasesOf(reader, clinic.id, row.id),
        merged: await mergedInto(reader, row, account.mergedFrom),
      }),
    );
  }
  return shown;
}

/** The records that are part of a record, without those that are part of one of them. */
async function mergedInto(
  reader: Reader,
  { clinicId, id }: Tables['members'],
  mergedFrom: readonly string[],
): Promise<string[]> {
  if (mergedFrom.length === 0) return [];
  const rows = await reader.getMany(
    'members',
    mergedFrom.map((from) => ({ clinicId, id: from })),
  );
  return rows.filter((row) => row.mergedInto === id).map((row) => row.id);
}

/** One member of these. */
export async function shownMember(
  reader: Reader,
  clinic: Clinic,
  row: Tables['members'],
): Promise<Member> {
  const [member] = await shownMembers(reader, clinic, [row]);
  return ensured(member, 'the member');
}
