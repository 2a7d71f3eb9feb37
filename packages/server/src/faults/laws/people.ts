import { createApp } from '../../app.js';
import { tables, type TableName } from '../../tables.js';
import { birthdayOf } from '../../members/birthdays.js';
import { holds, same } from '../difference.js';
import { knownMembers } from '../operations/members.js';
import type { World } from '../world.js';
import type { KeptAccount } from './clinic.js';

/** A birthday that was told is kept, and the one that was told last counts. */
export async function checkBirthdays(world: World): Promise<void> {
  const { reader } = world.outside.store;
  const merged = new Set(world.merges.flatMap(({ into, from }) => [into, from]));
  for (const { person, id } of await knownMembers(world)) {
    const told = world.birthdays.get(person.client)?.told;
    const member = await reader.get('members', { clinicId: world.clinic.id, id });
    if (!told || !member || merged.has(id)) continue;
    const kept = JSON.stringify(birthdayOf(member));
    holds(
      told.includes(kept),
      () => `the birthday of ${person.client} is ${kept}, told was ${told.join(' or ')}`,
    );
  }
}

/**
 * A record that was merged answers as the one that it is part of, and its own account comes to
 * nothing. That of somebody who was erased stays as it was.
 */
export async function checkMerged(world: World, accounts: readonly KeptAccount[]): Promise<void> {
  const app = createApp(world.outside);
  const headers = { authorization: `Bearer ${world.clinic.secretKey}` };
  for (const { from, isUndone } of world.merges) {
    const account = accounts.find(({ row }) => row.accountId === from);
    if (isUndone || !account || account.row.frozenAt !== null) continue;
    const answer = await app.request(`/v1/members/${from}`, { headers });
    const { id } = (await answer.json()) as { readonly id?: string };
    same(id, world.survivor(from), `who answers for ${from}, which was merged,`);
    const sums = new Map<string, number>();
    for (const { asset, amount } of account.entries)
      sums.set(asset, (sums.get(asset) ?? 0) + amount);
    for (const [asset, sum] of sums)
      holds(sum === 0, () => `${from} was merged and still has ${sum} of ${asset}`);
  }
}

/** What a record says of who somebody is. */
const personal = [
  'firstName',
  'phone',
  'email',
  'birthdayJson',
  'locale',
  'consentsJson',
  'preferencesJson',
  'referralCode',
  'patientSince',
  'erasesAt',
] as const;

/** Somebody who was erased is nobody: no record says who it was, and nothing that is kept names the till's id. */
export async function checkErased({ outside, clinic, erased }: World): Promise<void> {
  if (erased.size === 0) return;
  const { reader } = outside.store;
  for (const member of await reader.range('members', {
    index: 'key',
    where: { clinicId: clinic.id },
  })) {
    const account = await reader.get('accounts', { clinicId: clinic.id, accountId: member.id });
    if (account?.frozenAt === null) continue;
    const where = { clinicId: clinic.id, memberId: member.id };
    const cards = await reader.range('cards', { index: 'byMember', where });
    holds(cards.length === 0, () => `${member.id} is erased and still has ${cards.length} cards`);
    const left = personal.filter((column) => member[column] !== null);
    holds(left.length === 0, () => `${member.id} is erased and still has ${left.join(', ')}`);
  }
  const names = new RegExp(`(?<![\\w-])(${[...erased].join('|')})(?![\\w-])`);
  for (const table of Object.keys(tables) as TableName[]) {
    // Each other table is of a clinic, and these name nobody.
    if (table === 'clinics' || table === 'keys') continue;
    const rows = await outside.store.reader.range(table, {
      index: 'key',
      where: { clinicId: clinic.id },
    });
    for (const row of rows) {
      const found = names.exec(JSON.stringify(row));
      holds(
        !found,
        () => `${String(found?.[0])} is erased, and ${table} has ${JSON.stringify(row)}`,
      );
    }
  }
}

/**
 * Who is erased is who asked for it, once the day that was told has come, or whom the clinic erased,
 * each with all records of the person; and nobody else is.
 */
export function checkWishes(world: World, accounts: readonly KeptAccount[], now: number): void {
  const due = [...world.wishes].flatMap(([id, day]) => (day <= now ? [id] : []));
  const gone = new Set([...world.staffErased, ...due].map(world.survivor));
  for (const { row } of accounts) {
    const [is, shouldBe] = [row.frozenAt !== null, gone.has(world.survivor(row.accountId))];
    same(is, shouldBe, `whether ${row.accountId} is erased`);
  }
}
