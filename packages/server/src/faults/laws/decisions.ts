import { holds, same } from '../difference.js';
import { markOf } from '../decided.js';
import type { World } from '../world.js';
import { currentRecords, standing, type KeptAccount } from './clinic.js';

/**
 * Each decision that was answered with success lies in a history exactly once, in that of the account
 * that it was asked of, and no other decision does: a refused one left nothing, and one whose answer
 * was lost was not carried out again.
 */
export function checkDecisions(world: World, accounts: readonly KeptAccount[]): void {
  // By merges decisions change their account, and what was said of a friend may be of nobody any more.
  const isMixed = world.merges.length > 0;
  const named = (mark: string, accountId: string) => (isMixed ? mark : `${mark} ${accountId}`);
  const isSure = (mark: string) =>
    !world.decided.isOpen(mark) && !(isMixed && mark.startsWith('review:'));
  const found: string[] = [];
  for (const { row, records } of standing(accounts))
    for (const record of currentRecords(records)) {
      const mark = markOf(record);
      if (mark !== undefined && isSure(mark)) found.push(named(mark, row.accountId));
    }
  const taken = [...world.decided.all()].flatMap(([mark, members]) =>
    isSure(mark) ? members.map((memberId) => named(mark, memberId)) : [],
  );
  same(found.sort(), taken.sort(), 'what was decided');
  for (const { id } of world.vouchers) {
    const ends = [`claimReturned:${id}`, `voucherUsed:${id}`];
    const count = ends.filter((mark) => world.decided.all().has(mark)).length;
    holds(count <= 1, () => `the voucher ${id} was used up ${count} times`);
  }
}
