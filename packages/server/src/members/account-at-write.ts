import type { Account } from '@afterglow/engine';
import { advance, timeOfWrite } from '../accounts/advance.js';
import { lockAccount, newestPrograms, type WriteContext } from '../accounts/write.js';
import type { Transaction } from '../ports.js';
import type { Tables } from '../tables.js';

/** An account as a write with records finds it now; it stays locked. */
export async function accountAtWrite(
  tx: Transaction,
  context: WriteContext,
  accountId: string,
): Promise<Account> {
  const row = await lockAccount(tx, { clinicId: context.clinicId, accountId });
  const { account } = await advance(tx, row, await timed(tx, context, row));
  return account;
}

/** When a write with records to an account counts, and the programs that it sees. */
export async function timed(tx: Transaction, context: WriteContext, row: Tables['accounts']) {
  return {
    programs: await newestPrograms(tx, context, row),
    now: await timeOfWrite(tx, row, context.now, true),
  };
}
