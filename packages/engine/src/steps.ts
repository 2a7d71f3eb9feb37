import type { Account, Desired, Flag, Fold, Position, ReferralState } from './account.js';
import { noChange } from './change.js';
import type { Change } from './change.js';
import { yearOf } from './calendar.js';
import { findDue, takeDue } from './due.js';
import type { FoldInput } from './fold.js';
import type { Gathered, Step, Verdict } from './gather.js';
import type { RecordOf } from './history.js';
import { join } from './joining.js';
import { identityOf } from './keys.js';
import { enterPoints } from './ledger/enter.js';
import { comparePositions, laterOf } from './order.js';
import { extendPackage } from './packages/extension.js';
import { refundSessions } from './packages/refunds.js';
import type { RefundableVisit } from './packages/refunds.js';
import type { ProgramInForce } from './programs/programs.js';
import { holdReward, takeFriendStep } from './referrals/owner.js';
import { longestMemory } from './tiers/spend.js';
import { foldVisit } from './visit.js';

/** The account while it is folded: a copy of this run's own, which nobody else sees. */
type Draft = { -readonly [Part in keyof Account]: Account[Part] };

/**
 * Takes steps into an account in their order, and before each what falls due by then. All writing
 * happens here and to this run's own copies; what a step means is decided by functions that only
 * read.
 */
export function foldSteps(
  start: Account,
  gathered: Gathered,
  { programs, until }: FoldInput,
): Omit<Fold, 'isWhole'> {
  const account: Draft = { ...start };
  const desired: Desired[] = [];
  const flags: Record<string, readonly Flag[]> = { ...gathered.flags };
  const referrals = new Map(start.referrals.map((row) => [row.friendId, row]));
  const refundable = new Map<string, RefundableVisit>();
  const memoryDays = longestMemory(programs);
  let inForce = versionOf(programs, start.inForce);

  function enter(change: Change, position: Position): void {
    Object.assign(account, change.set);
    for (const amount of change.desired) desired.push(amount);
    if (change.desired.length > 0) {
      Object.assign(account, enterPoints(account, change.desired, position.at));
    }
    account.last = laterOf(account.last, position);
    account.foldedTo = account.last.at;
    account.nextDue = findDue(account, programs)?.at ?? null;
  }

  function fallDue(by: number): void {
    while (account.nextDue !== null && account.nextDue <= by) {
      const due = findDue(account, programs);
      if (!due) return;
      enter(takeDue(account, due, programs, inForce), { at: due.at, source: '', externalId: '' });
      inForce = versionOf(programs, account.inForce);
    }
  }

  function takeVisit(step: Extract<Step, { type: 'visit' }>): Change {
    const { change, paid, taken } = foldVisit(account, step, inForce, memoryDays);
    if (step.refunds.length > 0) {
      const visit = { record: step.record, paid, taken, refunded: new Map() };
      refundable.set(identityOf(step.record), visit);
    }
    return change;
  }

  function takeRefund(record: RecordOf<'refund'>, identity: string): Change {
    const visit = refundable.get(identity);
    if (!visit) return noChange;
    const refunded = refundSessions(account.packages, visit, record);
    refundable.set(identity, refunded.visit);
    return { ...noChange, set: { packages: refunded.packages }, desired: refunded.desired };
  }

  function takeFriend(record: RecordOf<'friend'>): Change {
    const { friendId } = record.data;
    const known = referrals.get(friendId);
    const verdict = gathered.verdicts.get(friendId) ?? verdictOf(known);
    const waits = account.pending.some(({ referralId }) => referralId === known?.id);
    const { referral, pending } = takeFriendStep(record, inForce, {
      known,
      isReleased: known !== undefined && known.releasesOn !== null && !waits,
      verdict,
      rewardedIn: (year) => countRewards(referrals.values(), year),
    });
    referrals.set(friendId, referral);
    return pending
      ? { ...noChange, set: { pending: holdReward(account.pending, pending) } }
      : noChange;
  }

  function take(step: Step): Change {
    switch (step.type) {
      case 'visit':
        return takeVisit(step);
      case 'refund':
        return takeRefund(step.record, step.visit);
      case 'joined':
        return join(account, step.record, inForce);
      case 'friend':
        return takeFriend(step.record);
      case 'packageExtended':
        return extendPackage(account.packages, step.record, inForce.program.clinic.timeZone);
    }
  }

  account.nextDue = findDue(account, programs)?.at ?? null;
  for (const step of gathered.steps) {
    const { record } = step;
    const { at, source, externalId } = record;
    fallDue(at);
    const change = take(step);
    if (change.flags.length > 0) flags[record.id] = change.flags;
    enter(change, { at, source, externalId });
    if (step.type !== 'visit') continue;
    for (const refund of step.refunds) {
      // A refund that came before its visit waited for it.
      if (comparePositions(refund, record) > 0) continue;
      enter(takeRefund(refund, identityOf(record)), { at, source, externalId });
    }
  }
  fallDue(until);
  account.referrals = [...referrals.values()];
  return { account, desired, flags };
}

function versionOf(programs: readonly ProgramInForce[], version: number): ProgramInForce {
  const found = programs.find((program) => program.version === version);
  if (!found) throw new RangeError(`The program has no version ${String(version)}.`);
  return found;
}

/** What staff decided before an account goes on; whatever is told next comes after it. */
function verdictOf(referral: ReferralState | undefined): Verdict | undefined {
  if (referral?.step !== 'held' && referral?.step !== 'rejected') return undefined;
  return { step: referral.step, at: -Infinity };
}

/** How many referrals that were completed in a calendar year have a reward. */
function countRewards(referrals: Iterable<ReferralState>, year: number): number {
  let count = 0;
  for (const { releasesOn, completedOn } of referrals) {
    if (releasesOn !== null && completedOn !== null && yearOf(completedOn) === year) count += 1;
  }
  return count;
}
