import type { Event } from '@afterglow/contract';
import { readAccount } from '../accounts/advance.js';
import { canonicalJson, hashText } from '../hashing.js';
import type { Reader, Transaction } from '../ports.js';
import { currentId } from './find.js';

/** The cards that the money of a visit was paid with, as the hashes by which they are known. */
export function cardsTold(clinicId: string, event: Event): readonly string[] {
  if (event.type !== 'visit.completed' || !event.data.tenders) return [];
  const cards = event.data.tenders.flatMap(({ kind, card }) =>
    kind === 'money' && card !== undefined ? card : [],
  );
  return cards.map((card) => hashText(canonicalJson([clinicId, card])));
}

/** The cards of a person. Those of a record that was merged stay with it, and are the person's too. */
export async function cardsOf(
  reader: Reader,
  clinicId: string,
  id: string,
): Promise<ReadonlySet<string>> {
  const row = await reader.get('accounts', { clinicId, accountId: id });
  const merged = (row && readAccount(row))?.mergedFrom ?? [];
  const cards = new Set<string>();
  for (const memberId of [id, ...merged]) {
    const rows = await reader.range('cards', { index: 'byMember', where: { clinicId, memberId } });
    for (const { hash } of rows) cards.add(hash);
  }
  return cards;
}

/** Whether somebody paid with one of these cards. */
export async function paidWith(
  reader: Reader,
  clinicId: string,
  cards: ReadonlySet<string>,
  id: string,
): Promise<boolean> {
  const person = await currentId(reader, clinicId, id);
  for (const hash of cards) {
    const rows = await reader.range('cards', { index: 'key', where: { clinicId, hash } });
    for (const { memberId } of rows)
      if ((await currentId(reader, clinicId, memberId)) === person) return true;
  }
  return false;
}

/** Remembers which cards a member paid with. */
export async function keepCards(
  tx: Transaction,
  { clinicId, memberId }: { readonly clinicId: string; readonly memberId: string },
  cards: ReadonlySet<string>,
): Promise<void> {
  if (cards.size === 0) return;
  const rows = [...cards].map((hash) => ({ clinicId, hash, memberId }));
  await tx.insertMissing('cards', rows);
}

/** Takes the cards of a member away. */
export async function forgetCards(
  tx: Transaction,
  clinicId: string,
  memberId: string,
): Promise<void> {
  const where = { clinicId, memberId };
  for (const row of await tx.range('cards', { index: 'byMember', where }))
    await tx.remove('cards', row);
}
