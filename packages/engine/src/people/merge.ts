import type { Account, Desired, Emission } from '../account.js';
import { changed } from '../change.js';
import type { Change } from '../change.js';
import type { RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';

type MergingAccount = Pick<Account, 'accountId' | 'mergedFrom' | 'friendOf' | 'emissions'>;

/**
 * The other record's history is part of this account already, since whoever folds hands in both.
 * What is left to do is the goodwill that makes up for what the union is worth less, and to go on
 * telling others what their rewards rest on that had left before the merge.
 */
export function takeMerge(
  account: MergingAccount,
  { id, at, data }: RecordOf<'merge'>,
  { version }: ProgramInForce,
): Change {
  const set = keepTold(account, data.kept ?? []);
  if (data.goodwill <= 0) return changed({ set });
  const desired: Desired = {
    key: `merge:${data.from}:goodwill:points`,
    asset: 'points',
    amount: data.goodwill,
    at,
    cause: { kind: 'goodwill', id },
    because: [{ rule: 'goodwill', version, args: { points: data.goodwill } }],
  };
  return changed({ set, desired: [desired] });
}

/**
 * What owners of codes were told stays told where their reward had left. Nobody is told anything of
 * oneself: a later merge may show that the owner is this person too. An owner whom the person was
 * credited to once is not credited with another first treatment.
 */
function keepTold(
  { accountId, mergedFrom, friendOf, emissions }: MergingAccount,
  kept: readonly Emission[],
): Partial<Account> {
  const others = kept.filter(({ to }) => to !== accountId && !mergedFrom.includes(to));
  if (others.length === 0) return {};
  const told = others.map((one) => [`kept:${one.to}:${one.key}`, one] as const);
  const credited = others.find(({ to, data }) => to === friendOf?.ownerId && isFirst(data));
  return {
    emissions: { ...emissions, ...Object.fromEntries(told) },
    ...(friendOf && credited && friendOf.completedAt === null
      ? { friendOf: { ...friendOf, completedAt: credited.at } }
      : {}),
  };
}

const isFirst = ({ step }: Emission['data']) => step === 'completed';
