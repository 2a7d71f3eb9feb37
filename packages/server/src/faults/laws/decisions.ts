import { holds, same } from '../difference.js';
import { markOf } from '../decided.js';
import type { World } from '../world.js';
import type { KeptAccount } from './clinic.js';

/**
 * Each decision that was answered with success lies in a history exactly once, in that of the account
 * that it was asked of, and no other decision does: a refused one left nothing, and one whose answer
 * was lost was not carried out again.
 */
export function checkDecisions(world: World, accounts: readonly KeptAccount[]): void {
  const found: string[] = [];
  for (const { row, records } of accounts)
    for (const record of records) {
      const mark = markOf(record);
      if (mark !== undefined && !world.decided.isOpen(mark)) found.push(`${mark} ${row.accountId}`);
    }
  const taken = [...world.decided.all()].flatMap(([mark, members]) =>
    members.map((memberId) => `${mark} ${memberId}`),
  );
  const missing = taken.filter((one) => !found.includes(one));
  same(missing, [], 'what was decided and is not there');
  const more = found.length - taken.length;
  holds(more <= world.decided.lost, () => `${more} decisions were never answered`);
  for (const { id } of world.vouchers) {
    const ends = [`claimReturned:${id}`, `voucherUsed:${id}`];
    const count = ends.filter((mark) => world.decided.all().has(mark)).length;
    holds(count <= 1, () => `the voucher ${id} was used up ${count} times`);
  }
}
