import type { Emission, HistoryRecord, Parts } from '@afterglow/engine';
import type { AccountKey } from '../accounts/rows.js';
import type { WriteContext } from '../accounts/write.js';
import type { Reader, Transaction } from '../ports.js';
import { accountAtWrite } from './account-at-write.js';
import { rewardsThatLeft } from './released.js';
import { partsOf, type Pair } from './union.js';

/** What a merge finds of the record that becomes part of the other. */
export interface Apart {
  /** Its history, which the survivor's receives. */
  readonly history: Parts['from'];
  /** Its balance, without what it earned for bringing the survivor. */
  readonly points: number;
  /** Rewards that left to owners of the codes by which either came. */
  readonly left: readonly Emission[];
}

/** Looks at both records while they are two. */
export async function findApart(
  tx: Transaction,
  context: WriteContext,
  pair: Pair,
): Promise<Apart> {
  const { clinicId } = context;
  const other = await accountAtWrite(tx, context, pair.from);
  const { from: history } = await partsOf(tx, clinicId, pair);
  const between = referralsBetween(pair, history.records);
  const forSelf = await pointsOfReferrals(tx, { clinicId, accountId: pair.from }, between);

  const survivor = await accountAtWrite(tx, context, pair.into);
  const told = [...Object.values(survivor.emissions), ...Object.values(other.emissions)];
  const left = await rewardsThatLeft(tx, context, told, pair);
  return { history, points: other.points - forSelf, left };
}

/** Referrals in which the one record brought the other. */
function referralsBetween(
  { into, from }: Pair,
  records: readonly HistoryRecord[],
): ReadonlySet<string> {
  return new Set(
    records.flatMap((record) =>
      record.type === 'friend' && [into, from].includes(record.data.friendId)
        ? record.data.referralId
        : [],
    ),
  );
}

/** What referrals gave in points, net of what was taken back. */
async function pointsOfReferrals(
  reader: Reader,
  key: AccountKey,
  ids: ReadonlySet<string>,
): Promise<number> {
  if (ids.size === 0) return 0;
  const entries = await reader.range('entries', { index: 'key', where: key });
  return entries
    .filter(({ asset, key: of }) => asset === 'points' && ids.has(of.split(':')[1] ?? ''))
    .reduce((sum, { amount }) => sum + amount, 0);
}
