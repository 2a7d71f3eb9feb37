import type { Account, Emission } from '@afterglow/engine';
import { advance } from '../accounts/advance.js';
import type { WriteContext } from '../accounts/write.js';
import type { Transaction } from '../ports.js';
import { currentId } from './find.js';
import type { Pair } from './union.js';

/**
 * What owners of codes were told of two records of one person, where the reward has left and the
 * owner is somebody else. Asked before the merge, which withdraws it.
 */
export async function rewardsThatLeft(
  tx: Transaction,
  context: WriteContext,
  told: readonly Emission[],
  pair: Pair,
): Promise<readonly Emission[]> {
  const left: Emission[] = [];
  for (const one of told) if (await hasLeft(tx, context, one, pair)) left.push(one);
  return left;
}

async function hasLeft(
  tx: Transaction,
  context: WriteContext,
  { to, data: { friendId } }: Emission,
  { into, from }: Pair,
): Promise<boolean> {
  const { clinicId } = context;
  const accountId = await currentId(tx, clinicId, to);
  if (accountId === into || accountId === from) return false;
  const row = await tx.get('accounts', { clinicId, accountId });
  if (!row) return false;
  const { account } = await advance(tx, row, context);
  return `referral:${friendId}:released` in account.emissions;
}

/**
 * What stays told after a merge, since a merge takes nothing from a third person: the rewards that
 * had left, but for those of an owner whom the union credits itself. Of rewards on hold only that of
 * the first referral goes on, since a person is somebody's friend once.
 *
 * @param union - The account of both.
 */
export function stayTold(
  left: readonly Emission[],
  { accountId, emissions }: Account,
): readonly Emission[] {
  const credited = new Set(
    Object.values(emissions)
      .filter(({ data }) => data.step === 'completed' && data.friendId === accountId)
      .map(({ to }) => to),
  );
  return left.filter(({ to }) => !credited.has(to));
}
