import type { Account, Desired } from './account.js';
import { dayOfNumber, localDayNumberAt } from './calendar.js';
import { noChange } from './change.js';
import type { Change } from './change.js';
import type { RecordOf } from './history.js';
import type { ProgramInForce } from './programs/programs.js';
import { emissionOf, welcomeFriend } from './referrals/friend.js';

/** A person becomes a member, once: points for joining, and what a friend's code brings. */
export function join(
  account: Account,
  record: RecordOf<'joined'>,
  inForce: ProgramInForce,
): Change {
  if (account.joinedAt !== null) return noChange;

  const { accountId, offers, emissions } = account;
  const { program, version } = inForce;
  const on = dayOfNumber(localDayNumberAt(record.at, program.clinic.timeZone));
  const welcome = welcomeFriend({ accountId, record, inForce, on });
  const { friendOf } = welcome;
  const emission = friendOf && emissionOf(accountId, friendOf, 'joined', record.at);
  const points = program.joiningPoints;
  const joining: Desired = {
    key: 'joined:points',
    asset: 'points',
    amount: points,
    at: record.at,
    cause: { kind: 'joined', id: record.id },
    because: [{ rule: 'joined', version, args: { points } }],
  };
  return {
    set: {
      joinedAt: record.at,
      friendOf,
      offers: [...offers, ...welcome.offers],
      emissions: emission ? { ...emissions, [emission.key]: emission } : emissions,
    },
    desired: points > 0 ? [joining, ...welcome.desired] : welcome.desired,
    flags: [],
  };
}
