import type { PublicProgram, Summary } from '@afterglow/contract';

/** The views of the app, in the order in which they stand unless the page says another. */
export const allViews = ['home', 'offers', 'appointment', 'status'] as const;

/** The name of a view; also of its slot, and the end of its address. */
export type ViewName = (typeof allViews)[number];

/** An element that a view is made of. */
export interface Part {
  readonly tag: string;
  /** How many rows it shows before "Show all", where it is a list. */
  readonly rows?: number;
}

/**
 * A column of a view. A part that has nothing to show leaves its place empty, so that the others keep
 * theirs: one that moved would lose the focus and an open dialog.
 */
export type Column = readonly (Part | undefined)[];

/**
 * What the first view is made of for most members. The script tag asks for it together with the app
 * itself; see `build/chunk-map.mjs`.
 */
export const firstParts: readonly string[] = [
  'points-balance',
  'tier-badge',
  'offer-list',
  'reward-list',
  'package-balance',
  'referral-link',
];

/**
 * What a view shows to a member, in two columns that stand below each other where there is no room; the
 * first of three is as wide as both. Whatever would only say that there is nothing is left out.
 */
export function columnsOf(
  view: ViewName,
  program: PublicProgram,
  summary: Summary,
): readonly Column[] {
  const part = (tag: string, isShown = true, rows?: number): Part | undefined =>
    isShown ? { tag, ...(rows !== undefined && { rows }) } : undefined;

  const { membership, credit, vouchers, packages } = summary;
  const hasTiers = program.tiers.levels.length > 0;
  const hasOffer = summary.offers.length > 0;
  const hasReward = program.rewards.length + vouchers.length > 0;
  const hasSession = packages.some(({ left }) => left > 0);
  const hasFriends = program.referral.active && summary.referral !== null;
  const hasCredit = membership !== null || credit.lots.length + credit.balance.amount !== 0;

  switch (view) {
    case 'home':
      return [
        [part('points-balance'), part('tier-badge', hasTiers)],
        [
          part('offer-list', hasOffer, 1),
          part('reward-list', hasReward, 1),
          part('earn-list', !hasOffer && !hasReward && !hasSession, 3),
        ],
        [part('package-balance', hasSession, 2), part('referral-link', hasFriends)],
      ];
    case 'offers':
      return [[part('offer-list', true, 4)], [part('reward-list', true, 6)]];
    case 'appointment':
      return [
        [part('book-button'), part('package-balance', packages.length > 0), part('member-card')],
        [part('earn-list')],
      ];
    case 'status':
      return [
        [
          part('tier-progress', hasTiers),
          part('points-history'),
          part('membership-credit', hasCredit),
        ],
        [
          part('referral-tracker', hasFriends),
          // An older server says nothing of them.
          part('message-preferences', summary.preferences !== undefined),
          part('member-sign-in'),
        ],
      ];
  }
}

/** The tags that a view needs before it can be drawn. */
export function tagsOf(
  view: ViewName,
  program: PublicProgram,
  summary: Summary,
): readonly string[] {
  return columnsOf(view, program, summary).flatMap((column) =>
    column.flatMap((part) => part?.tag ?? []),
  );
}
