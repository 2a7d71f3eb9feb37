import type { Account, Desired } from './account.js';
import { dayOfNumber, localDayNumberAt } from './calendar.js';
import { expirePackages } from './packages/packages.js';
import type { ProgramInForce } from './programs/programs.js';
import { releaseReward } from './referrals/owner.js';
import { dropTier, reviseTier } from './tiers/tiers.js';

/** Something that happens by itself. Of one instant they happen in the order of this list. */
const kinds = ['program', 'lapse', 'expiry', 'tier', 'release'] as const;

/** What falls due, and when. */
export interface Due {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
}

/** The version that starts after the one in force; undefined when none is known. */
function nextVersion(
  account: Account,
  programs: readonly ProgramInForce[],
): ProgramInForce | undefined {
  return programs[programs.findIndex(({ version }) => version === account.inForce) + 1];
}

/** When the next thing of a kind falls due; null for never. */
function dueAt(
  kind: Due['kind'],
  account: Account,
  programs: readonly ProgramInForce[],
): number | null {
  switch (kind) {
    case 'program':
      return nextVersion(account, programs)?.startsAt ?? null;
    case 'lapse':
      return account.clock?.lapsesAt ?? null;
    case 'expiry': {
      let first: number | null = null;
      for (const { left, expiresAt } of account.packages) {
        if (left > 0 && expiresAt !== null && (first === null || expiresAt < first)) {
          first = expiresAt;
        }
      }
      return first;
    }
    case 'tier':
      return account.tier.lostAt;
    case 'release':
      return account.pending[0]?.releasesAt ?? null;
  }
}

/** The next thing that falls due for an account by itself; undefined when nothing will. */
export function findDue(account: Account, programs: readonly ProgramInForce[]): Due | undefined {
  let next: Due | undefined;
  for (const kind of kinds) {
    const at = dueAt(kind, account, programs);
    if (at !== null && (!next || at < next.at)) next = { kind, at };
  }
  return next;
}

/** The account after something fell due, and what that gives or takes. */
export function takeDue(
  account: Account,
  due: Due,
  programs: readonly ProgramInForce[],
  inForce: ProgramInForce,
): { readonly account: Account; readonly desired: readonly Desired[] } {
  const { timeZone } = inForce.program.clinic;
  switch (due.kind) {
    case 'program': {
      const next = nextVersion(account, programs) ?? inForce;
      const today = localDayNumberAt(due.at, next.program.clinic.timeZone);
      const tier = reviseTier(account.tier, today, next.program);
      return { account: { ...account, inForce: next.version, tier }, desired: [] };
    }
    case 'lapse':
      return { account: { ...account, clock: null }, desired: lapsePoints(account, timeZone) };
    case 'expiry': {
      const { packages, desired } = expirePackages(account.packages, due.at);
      return { account: { ...account, packages }, desired };
    }
    case 'tier': {
      const today = account.tier.lostOn ?? localDayNumberAt(due.at, timeZone);
      return {
        account: { ...account, tier: dropTier(account.tier, today, inForce.program) },
        desired: [],
      };
    }
    case 'release': {
      const [reward, ...pending] = account.pending;
      return { account: { ...account, pending }, desired: reward ? [releaseReward(reward)] : [] };
    }
  }
}

/** All points are gone a while after the last purchase; below zero there is nothing to lapse. */
function lapsePoints({ balances, clock }: Account, zone: string): readonly Desired[] {
  const balance = balances['points'] ?? 0;
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
