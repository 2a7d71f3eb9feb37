import type { Account, Desired } from './account.js';
import { dayOfNumber, localDayNumberAt } from './calendar.js';
import { changed, noChange } from './change.js';
import type { Change } from './change.js';
import { endHolds } from './checkout/holds.js';
import { expireCredit } from './grants/credit.js';
import { bankMonth } from './memberships/memberships.js';
import { NEWS_MS } from './notices/news.js';
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

/** The version that starts after the one in force; undefined when none is known. */
function nextVersion(
  account: Account,
  programs: readonly ProgramInForce[],
): ProgramInForce | undefined {
  if (programs.at(-1)?.version === account.inForce) return undefined;
  return programs[programs.findIndex(({ version }) => version === account.inForce) + 1];
}

/** The earlier of two instants; null for never. */
function earlier(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function firstOf<Item>(
  items: readonly Item[],
  instantOf: (item: Item) => number | null,
): number | null {
  let first: number | null = null;
  for (const item of items) first = earlier(first, instantOf(item));
  return first;
}

const endOf = ({ expiresAt }: { readonly expiresAt: number | null }) => expiresAt;
const reminderOf = ({ remindAt }: { readonly remindAt: number | null }) => remindAt;

/** The sooner of two things; the one that is known already on a tie. */
function sooner(known: Due | undefined, kind: Due['kind'], at: number | null): Due | undefined {
  return at === null || (known && known.at <= at) ? known : { kind, at };
}

/**
 * The next thing that falls due for an account by itself; undefined when nothing will. Of one
 * instant things happen in the order in which they are looked for here, reminders last.
 */
export function findDue(account: Account, programs: readonly ProgramInForce[]): Due | undefined {
  const { clock, packages, credit, vouchers, offers, holds, tier, pending } = account;
  let due = sooner(undefined, 'program', nextVersion(account, programs)?.startsAt ?? null);
  if (clock) due = sooner(due, 'lapse', clock.lapsesAt);
  due = sooner(due, 'sessions', firstOf(packages, endOfSessions));
  due = sooner(due, 'credit', firstOf(credit.lots, endOf));
  due = sooner(due, 'vouchers', firstOf(vouchers, endOfVoucher));
  due = sooner(due, 'hold', firstOf(holds, endOf));
  if (tier.override) due = sooner(due, 'override', tier.override.endsAt);
  due = sooner(due, 'tier', tier.lostAt);
  if (pending[0]) due = sooner(due, 'release', pending[0].releasesAt);
  if (account.membership) due = sooner(due, 'membership', account.membership.nextAt);
  if (account.nextOccasion) due = sooner(due, 'occasion', account.nextOccasion.at);
  let reminder = clock ? clock.remindAt : null;
  reminder = earlier(reminder, firstOf(packages, reminderOf));
  reminder = earlier(reminder, firstOf(credit.lots, reminderOf));
  reminder = earlier(reminder, firstOf(vouchers, reminderOf));
  reminder = earlier(reminder, firstOf(offers, reminderOf));
  return sooner(due, 'reminder', reminder);
}

const endOfSessions = ({ left, expiresAt }: Account['packages'][number]) =>
  left > 0 ? expiresAt : null;

const endOfVoucher = ({ status, expiresAt }: Account['vouchers'][number]) =>
  status === 'open' ? expiresAt : null;

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
      // A version mostly starts at the instant at which that day's occasions are due.
      const nextOccasion = findOccasion(account, next, due.at - 1);
      return changed({ set: { inForce: next.version, tier, nextOccasion } });
    }
    case 'lapse':
      return changed({ set: { clock: null }, desired: lapsePoints(account, timeZone) });
    case 'sessions': {
      const { packages, desired } = expirePackages(account.packages, due.at);
      return changed({ set: { packages }, desired });
    }
    case 'credit':
      return changed({ desired: expireCredit(account.credit, due.at) });
    case 'vouchers':
      return changed({ set: { vouchers: expireVouchers(account.vouchers, due.at) } });
    case 'hold':
      return changed({ set: { holds: endHolds(account.holds, due.at) } });
    case 'override':
      return changed({ set: { tier: { ...account.tier, override: null } } });
    case 'tier':
      return loseTier(account, due.at, inForce);
    case 'release': {
      const [reward, ...pending] = account.pending;
      if (!reward) return noChange;
      const gift = releaseReward(reward, account, inForce);
      const told = emissionOfRelease(account.accountId, reward);
      return changed({
        set: { pending, emissions: { ...account.emissions, [told.key]: told } },
        gifts: [gift],
        notices: [
          {
            kind: 'rewardReleased',
            key: `rewardReleased:${reward.referralId}`,
            dueAt: due.at,
            usefulUntil: due.at + NEWS_MS,
            recordId: null,
            args: { kind: reward.grant.kind },
          },
        ],
      });
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
  if (tier.rank >= account.tier.rank) return changed({ set: { tier } });
  const on = dayOfNumber(today);
  return changed({
    set: { tier },
    notices: [
      {
        kind: 'tierDown',
        key: `tierDown:${String(tier.level)}:${on}`,
        dueAt: at,
        usefulUntil: at + NEWS_MS,
        recordId: null,
        args: { level: tier.level },
      },
    ],
  });
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
