import { writeAccount, type WriteContext } from './accounts/write.js';
import { afterCommit } from './after-commit.js';
import { failureOf } from './failure.js';
import type { Ports } from './ports.js';
import { loadPrograms } from './programs.js';

/** Accounts that one look at the index brings. */
const batch = 100;

/**
 * Posts everything of a clinic that falls due by itself until an instant, inclusive, in the order
 * of its instants; what one account tells another is taken up on the way. Any number may run at
 * once: each account is locked and looked at again.
 *
 * @param until - The clinic's clock, epoch milliseconds.
 * @returns How many accounts something was due for.
 */
export async function settleDue(ports: Ports, clinicId: string, until: number): Promise<number> {
  const settled = new Set<string>();
  for (;;) {
    // A version may be published meanwhile.
    const programs = await loadPrograms(ports, clinicId);
    const due = await ports.store.reader.range('accounts', {
      index: 'byDue',
      where: { clinicId },
      below: until + 1,
      limit: batch,
    });
    if (due.length === 0) return settled.size;

    for (const [index, row] of due.entries()) {
      const next = await settleOne(ports, { clinicId, programs }, row.accountId, until);
      settled.add(row.accountId);
      // Something may be due earlier now than the next of this batch.
      if (next !== null && next < (due[index + 1]?.nextDue ?? Infinity)) break;
    }
  }
}

/**
 * Settles one account up to the instant that it is due at, and no further, so that what it tells
 * others arrives before they pass that instant.
 *
 * @returns When something may be due next, for this account or one that it told; null for never.
 */
async function settleOne(
  ports: Ports,
  clinic: Omit<WriteContext, 'now'>,
  accountId: string,
  until: number,
): Promise<number | null> {
  const key = { clinicId: clinic.clinicId, accountId };
  return ports.store.transaction(async (tx) => {
    const row = await tx.lock('accounts', key);
    if (!row || row.nextDue === null || row.nextDue > until) return null;

    const now = row.nextDue;
    const { account, told } = await writeAccount(tx, { ...clinic, now }, accountId, []);
    if (told.length > 0) return now;
    if (account.nextDue === null || account.nextDue > now) return account.nextDue;

    // A bound that was early and did not move: the rest of the way in one step.
    const rest = await writeAccount(tx, { ...clinic, now: until }, accountId, []);
    const next = rest.account.nextDue === null ? null : Math.max(rest.account.nextDue, until + 1);
    await tx.update('accounts', key, { nextDue: next });
    return rest.told.length > 0 ? now : next;
  });
}

/**
 * Settles accounts that were told something, and whom they tell in turn, up to the clinic's now. What
 * told them is committed, and they are marked as due: one that fails is logged, and the scheduler
 * takes it up.
 */
export async function settleAccounts(
  ports: Ports,
  context: WriteContext,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length > 0)
    await afterCommit(ports, (after) => settleAll(after, context, accountIds));
}

async function settleAll(
  ports: Ports,
  context: WriteContext,
  accountIds: readonly string[],
): Promise<void> {
  const seen = new Set<string>();
  const waiting = [...accountIds];
  for (let accountId = waiting.shift(); accountId !== undefined; accountId = waiting.shift()) {
    if (seen.has(accountId)) continue;
    seen.add(accountId);
    waiting.push(...(await settleNow(ports, context, accountId)));
  }
}

async function settleNow(
  ports: Ports,
  context: WriteContext,
  accountId: string,
): Promise<readonly string[]> {
  try {
    return await ports.store.transaction(
      async (tx) => (await writeAccount(tx, context, accountId, [])).told,
    );
  } catch (error) {
    const { clinicId } = context;
    ports.logger.error({ clinicId, accountId, ...failureOf(error) }, 'settling failed');
    return [];
  }
}
