import type { Account, Desired } from './account.js';
import { dayOfNumber, localDayNumberAt } from './calendar.js';
import { noChange } from './change.js';
import type { Change } from './change.js';
import { endHolds } from './checkout/holds.js';
import { expireCredit } from './grants/credit.js';
import { bankMonth } from './memberships/memberships.js';
import { remind } from './notices/remind.js';
import { findOccasion, takeOccasion } from './occasions/occasions.js';
import { expirePackages } from './packages/packages.js';
import type { ProgramInForce } from './programs/programs.js';
import { emissionOfRelease, releaseReward } from './referrals/owner.js';
import { expireVouchers } from './rewards/claims.js';
import { dropTier, reviseTier } from './tiers/tiers.js';

/** Something that happens by itself, and when. */
export interface Due {
  readonly kind:
    | 'program'
    | 'lapse'
    | 'sessions'
    | 'credit'
    | 'vouchers'
    | 'hold'
    | 'override'
    | 'tier'
    | 'release'
    | 'membership'
    | 'occasion'
    | 'reminder';
  readonly at: number;
}

const WEEK_MS = 7 * 86_400_000;

/** The version that starts after the one in force; undefined when none is known. */
function nextVersion(
  account: Account,
  programs: readonly ProgramInForce[],
): ProgramInForce | undefined {
  if (programs.at(-1)?.version === account.inForce) return undefined;
  return programs[programs.findIndex(({ version }) => version === account.inForce) + 1];
}

/** The soonest of what is looked for first to last: of one instant the first one found. */
class Soonest {
  due: Due | undefined;

  offer(kind: Due['kind'], at: number | null | undefined): void {
    if (at === null || at === undefined || (this.due && this.due.at <= at)) return;
    this.due = { kind, at };
  }
}

/**
 * The next thing that falls due for an account by itself; undefined when nothing will. Of one
 * instant things happen in the order in which they are looked for here, reminders last.
 */
export function findDue(account: Account, programs: readonly ProgramInForce[]): Due | undefined {
  const soonest = new Soonest();
  const { clock, packages, credit, vouchers, offers, holds, tier } = account;
  soonest.offer('program', nextVersion(account, programs)?.startsAt);
  soonest.offer('lapse', clock?.lapsesAt);
  for (const { left, expiresAt } of packages) if (left > 0) soonest.offer('sessions', expiresAt);
  for (const { expiresAt } of credit.lots) soonest.offer('credit', expiresAt);
  for (const { status, expiresAt } of vouchers) {
    if (status === 'open') soonest.offer('vouchers', expiresAt);
  }
  for (const { expiresAt } of holds) soonest.offer('hold', expiresAt);
  soonest.offer('override', tier.override?.endsAt);
  soonest.offer('tier', tier.lostAt);
  soonest.offer('release', account.pending[0]?.releasesAt);
  soonest.offer('membership', account.membership?.nextAt);
  soonest.offer('occasion', account.nextOccasion?.at);
  soonest.offer('reminder', clock?.remindAt);
  for (const { remindAt } of packages) soonest.offer('reminder', remindAt);
  for (const { remindAt } of credit.lots) soonest.offer('reminder', remindAt);
  for (const { remindAt } of vouchers) soonest.offer('reminder', remindAt);
  for (const { remindAt } of offers) soonest.offer('reminder', remindAt);
  return soonest.due;
}

/** What it does to an account that something falls due. */
export function takeDue(
  account: Account,
  due: Due,
  programs: readonly ProgramInForce[],
  inForce: ProgramInForce,
): Change {
  const { timeZone } = inForce.program.clinic;
  switch (due.kind) {
    case 'program': {
      const next = nextVersion(account, programs) ?? inForce;
      const today = localDayNumberAt(due.at, next.program.clinic.timeZone);
      const tier = reviseTier(account.tier, today, next.program);
      const nextOccasion = findOccasion(account, next, due.at);
      return { ...noChange, set: { inForce: next.version, tier, nextOccasion } };
    }
    case 'lapse':
      return { ...noChange, set: { clock: null }, desired: lapsePoints(account, timeZone) };
    case 'sessions': {
      const { packages, desired } = expirePackages(account.packages, due.at);
      return { ...noChange, set: { packages }, desired };
    }
    case 'credit':
      return { ...noChange, desired: expireCredit(account.credit, due.at) };
    case 'vouchers':
      return { ...noChange, set: { vouchers: expireVouchers(account.vouchers, due.at) } };
    case 'hold':
      return { ...noChange, set: { holds: endHolds(account.holds, due.at) } };
    case 'override':
      return { ...noChange, set: { tier: { ...account.tier, override: null } } };
    case 'tier':
      return loseTier(account, due.at, inForce);
    case 'release': {
      const [reward, ...pending] = account.pending;
      if (!reward) return noChange;
      const gift = releaseReward(reward, account, inForce);
      const told = emissionOfRelease(account.accountId, reward);
      return {
        ...noChange,
        set: { pending, emissions: { ...account.emissions, [told.key]: told } },
        gifts: [gift],
        notices: [
          {
            kind: 'rewardReleased',
            key: `rewardReleased:${reward.referralId}`,
            dueAt: due.at,
            usefulUntil: due.at + WEEK_MS,
            recordId: null,
            args: { kind: reward.grant.kind },
          },
        ],
      };
    }
    case 'membership':
      return bankMonth(account, inForce);
    case 'occasion':
      return takeOccasion(account, inForce);
    case 'reminder':
      return remind(account, due.at, inForce);
  }
}

function loseTier(account: Account, at: number, { program }: ProgramInForce): Change {
  const today = account.tier.lostOn ?? localDayNumberAt(at, program.clinic.timeZone);
  const tier = dropTier(account.tier, today, program);
  if (tier.rank >= account.tier.rank) return { ...noChange, set: { tier } };
  const on = dayOfNumber(today);
  return {
    ...noChange,
    set: { tier },
    notices: [
      {
        kind: 'tierDown',
        key: `tierDown:${String(tier.level)}:${on}`,
        dueAt: at,
        usefulUntil: at + WEEK_MS,
        recordId: null,
        args: { level: tier.level },
      },
    ],
  };
}

/** All points are gone a while after the last purchase; below zero there is nothing to lapse. */
function lapsePoints({ points: balance, clock }: Account, zone: string): readonly Desired[] {
  if (!clock || balance <= 0) return [];

  const on = dayOfNumber(localDayNumberAt(clock.lapsesAt, zone));
  return [
    {
      key: `lapse:${on}:points`,
      asset: 'points',
      amount: -balance,
      at: clock.lapsesAt,
      cause: { kind: 'lapse', id: null },
      because: [
        {
          rule: 'lapse',
          version: clock.version,
          args: { purchasedOn: clock.purchaseDay, months: clock.months, points: balance },
        },
      ],
    },
  ];
}
