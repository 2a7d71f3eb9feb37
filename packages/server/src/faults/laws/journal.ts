import { replayJournal } from '@afterglow/engine';
import { readAccount } from '../../accounts/advance.js';
import { accountFaults } from '../../node/verify/account-faults.js';
import { holds, same } from '../difference.js';
import type { KeptAccount } from './clinic.js';

/**
 * What holds of an account at any moment, settled or not: the chain of hashes and the sums of the
 * journal, the same net by occurrence, the same bytes by replay, lots that are what can be spent,
 * and no debt that no correction made.
 */
export function checkJournal(kept: KeptAccount): void {
  const { row } = kept;
  const taken = kept.records.filter(({ recordedAt }) => recordedAt <= row.updatedAt);
  const faults = accountFaults(kept);
  holds(faults.length === 0, () => `${row.accountId}: ${faults.slice(0, 3).join('; ')}`);

  // Without the birthdays that were erased another journal would come out.
  if (row.frozenAt !== null) return;
  const replayed = replayJournal({
    accountId: row.accountId,
    programs: kept.programs,
    birthdays: kept.birthdays,
    records: taken,
    until: row.updatedAt,
  });
  same(
    kept.entries.map(({ id, at, asset, amount, balanceAfter, key, ...rest }) => [
      ...[id, at, asset, amount, balanceAfter, key],
      ...[rest.causeKind, rest.causeId, rest.becauseJson],
    ]),
    replayed.map(({ id, at, asset, amount, balanceAfter, key, cause, because }) => [
      ...[id, at, asset, amount, balanceAfter, key],
      ...[cause.kind, cause.id, JSON.stringify(because)],
    ]),
    `the replayed journal of ${row.accountId}`,
  );
  checkLots(kept);
}

function checkLots({ row, records }: KeptAccount): void {
  const account = readAccount(row);
  if (!account) return;
  const inLots = account.lots.reduce((sum, { left }) => sum + left, 0);
  holds(
    inLots === Math.max(0, account.points),
    () => `${row.accountId} has ${account.points} points, of which ${inLots} can be spent`,
  );
  const { balance, lots } = account.credit;
  const creditInLots = lots.reduce((sum, { left }) => sum + left, 0);
  holds(
    creditInLots === Math.max(0, balance),
    () => `${row.accountId} has a credit of ${balance}, of which ${creditInLots} can be spent`,
  );
  for (const { left } of [...account.lots, ...lots])
    holds(left > 0, () => `${row.accountId} has a lot of ${left}`);
  for (const { id, left } of account.packages)
    holds(left >= 0, () => `${row.accountId} has ${left} sessions of ${id}`);

  const isCorrected = records.some(
    ({ type, revision, at, recordedAt }) =>
      type === 'refund' ||
      type === 'void' ||
      type === 'withdrawn' ||
      type === 'adjustment' ||
      type === 'merge' ||
      revision > 1 ||
      recordedAt - at > 60_000,
  );
  holds(
    account.points >= 0 || isCorrected,
    () => `${row.accountId} has ${account.points} points though nothing was corrected`,
  );
}
