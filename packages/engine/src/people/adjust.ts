import type { Account, Desired } from '../account.js';
import { changed, noChange } from '../change.js';
import type { Change } from '../change.js';
import { hasEnded } from '../grants/endings.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import { changePackage, findPackage, packageOf, sessionsOf } from '../packages/packages.js';
import type { ProgramInForce } from '../programs/programs.js';

/** A correction by the staff, with its reason. Points and credit may go below zero by it. */
export function adjust(
  account: Account,
  { id, source, externalId, at, data }: RecordOf<'adjustment'>,
  { version }: ProgramInForce,
): Change {
  const { reason } = data;
  const owned = findPackage(account, packageOf(data.asset));
  if (data.asset !== 'points' && data.asset !== 'credit' && !owned) return noChange;

  // What a package that has ended is given would be gone at once: it is extended first.
  if (owned && data.amount > 0 && hasEnded(owned, at)) return noChange;
  // Sessions that are not there can't be taken.
  const amount = owned ? Math.max(data.amount, -owned.left) : data.amount;
  if (amount === 0) return noChange;
  const asset = owned ? sessionsOf(owned.id) : data.asset;
  const desired: Desired = {
    key: `adjustment:${source}/${keyPart(externalId)}:${asset}`,
    asset,
    amount,
    at,
    cause: { kind: 'adjustment', id },
    because: [{ rule: 'adjustment', version, args: { reason, amount } }],
  };
  if (!owned) return changed({ desired: [desired] });
  const adjusted = changePackage(owned, {
    left: owned.left + amount,
    total: owned.total + Math.max(0, amount),
  });
  const packages = account.packages.map((one) => (one === owned ? adjusted : one));
  return changed({ set: { packages }, desired: [desired] });
}
