import type { PublicProgram, RewardOffer, Summary, Voucher } from '@afterglow/contract';

/** Whether one reward can be claimed, and what is in the way. */
export type RewardStanding = Summary['rewards'][number];

/** One row: a voucher that is there to be used, or a reward of the program; a stranger stands nowhere. */
export type RewardRow =
  | { readonly voucher: Voucher }
  | { readonly offer: RewardOffer; readonly standing: RewardStanding | undefined };

/** From what one needs least to what one needs most; what is not named stands after points. */
const distances: Readonly<Record<string, number>> = {
  points_insufficient: 1,
  vip_only: 3,
  tier_too_low: 4,
};

function distance({ claimable, reason }: RewardStanding): number {
  return claimable ? 0 : (distances[reason ?? ''] ?? 2);
}

/**
 * What a member has and can have: vouchers as they come, the one that ends first; then what can be
 * claimed now; then what points are missing for; at last what is for VIPs and what a higher tier opens,
 * tier by tier.
 * Within each the clinic's own order stays, and so it does for a stranger.
 */
export function rewardRows(
  { rewards, tiers }: Pick<PublicProgram, 'rewards' | 'tiers'>,
  summary: Pick<Summary, 'rewards' | 'vouchers'> | undefined,
): readonly RewardRow[] {
  if (!summary) return rewards.map((offer) => ({ offer, standing: undefined }));

  const { rewards: standings, vouchers } = summary;
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  const rank = (tier: string | undefined) => tiers.levels.findIndex(({ id }) => id === tier);
  const offers = rewards.flatMap((offer) => {
    const standing = byId.get(offer.id);
    return standing ? [{ offer, standing }] : [];
  });
  offers.sort(
    (a, b) =>
      distance(a.standing) - distance(b.standing) ||
      (a.standing.reason === 'tier_too_low' ? rank(a.offer.tier) - rank(b.offer.tier) : 0),
  );
  return [...vouchers.map((voucher) => ({ voucher })), ...offers];
}

/**
 * The rows that are shown before "Show all". However many vouchers there are, the last place is for
 * something to claim.
 */
export function firstRows(rows: readonly RewardRow[], limit: number): readonly RewardRow[] {
  const shown = rows.slice(0, limit);
  const next = rows[limit];
  const last = shown.at(-1);
  if (limit < 2 || !next || !last || 'offer' in last) return shown;

  const firstOffer = rows.find((row) => 'offer' in row);
  return firstOffer ? [...shown.slice(0, -1), firstOffer] : shown;
}
