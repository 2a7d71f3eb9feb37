import type { Account, Desired } from './account.js';
import { dayOfNumber, localDayNumberAt } from './calendar.js';
import { noChange } from './change.js';
import type { Change } from './change.js';
import { expirePackages } from './packages/packages.js';
import type { ProgramInForce } from './programs/programs.js';
import { releaseReward } from './referrals/owner.js';
import { dropTier, reviseTier } from './tiers/tiers.js';

/** Something that happens by itself, and when. */
export interface Due {
  readonly kind: 'program' | 'lapse' | 'expiry' | 'tier' | 'release';
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

/** The first day's end among packages that still have sessions. */
function firstExpiry(packages: Account['packages']): number | null {
  let first: number | null = null;
  for (const { left, expiresAt } of packages) {
    if (left > 0 && expiresAt !== null && (first === null || expiresAt < first)) first = expiresAt;
  }
  return first;
}

/** The sooner of two things; the one that is known already on a tie. */
function sooner(known: Due | undefined, kind: Due['kind'], at: number | null): Due | undefined {
  return at === null || (known && known.at <= at) ? known : { kind, at };
}

/**
 * The next thing that falls due for an account by itself; undefined when nothing will. Of one
 * instant things happen in the order in which they are looked for here.
 */
export function findDue(account: Account, programs: readonly ProgramInForce[]): Due | undefined {
  let due = sooner(undefined, 'program', nextVersion(account, programs)?.startsAt ?? null);
  due = sooner(due, 'lapse', account.clock ? account.clock.lapsesAt : null);
  due = sooner(due, 'expiry', firstExpiry(account.packages));
  due = sooner(due, 'tier', account.tier.lostAt);
  return sooner(due, 'release', account.pending[0]?.releasesAt ?? null);
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
      return { ...noChange, set: { inForce: next.version, tier } };
    }
    case 'lapse':
      return { ...noChange, set: { clock: null }, desired: lapsePoints(account, timeZone) };
    case 'expiry': {
      const { packages, desired } = expirePackages(account.packages, due.at);
      return { ...noChange, set: { packages }, desired };
    }
    case 'tier': {
      const today = account.tier.lostOn ?? localDayNumberAt(due.at, timeZone);
      return { ...noChange, set: { tier: dropTier(account.tier, today, inForce.program) } };
    }
    case 'release': {
      const [reward, ...pending] = account.pending;
      return { ...noChange, set: { pending }, desired: reward ? [releaseReward(reward)] : [] };
    }
  }
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
