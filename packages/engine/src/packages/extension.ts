import type { Account, Desired } from '../account.js';
import { changed, noChange } from '../change.js';
import type { Change } from '../change.js';
import { endingOf } from '../grants/endings.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import type { ProgramInForce } from '../programs/programs.js';
import { changePackage, findPackage, sessionsOf } from './packages.js';

/**
 * Moves the last day of a package to a later one; sessions that had expired come back. A package
 * without an end, and a day that is not later, change nothing: a date once announced never moves
 * closer.
 */
export function extendPackage(
  account: Pick<Account, 'packages' | 'mergedFrom'>,
  record: RecordOf<'packageExtended'>,
  { program }: ProgramInForce,
): Change {
  const { data } = record;
  const owned = findPackage(account, data.package);
  if (!owned) {
    return changed({ flags: [{ code: 'package_unknown', path: 'package' }] });
  }
  if (owned.expiresOn === null || data.expiresOn <= owned.expiresOn) {
    return noChange;
  }

  const ending = endingOf(data.expiresOn, record.at, program);
  const back = (ending.expiresAt ?? Infinity) > record.at ? owned.expired : 0;
  const counts = { left: owned.left + back, expired: owned.expired - back };
  const extended = changePackage(owned, { ...counts, ...ending });
  const asset = sessionsOf(owned.id);
  const desired: Desired = {
    key: `extended:${record.source}/${keyPart(record.externalId)}:${asset}`,
    asset,
    amount: back,
    at: record.at,
    cause: { kind: 'adjustment', id: record.id },
    because: [
      {
        rule: 'extension',
        version: owned.version,
        args: { package: owned.code, sessions: back, usableThrough: data.expiresOn },
      },
    ],
  };
  return changed({
    set: { packages: account.packages.map((item) => (item === owned ? extended : item)) },
    desired: back > 0 ? [desired] : [],
  });
}
