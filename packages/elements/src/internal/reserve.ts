/**
 * What the page's own `--glow-space` adds to the height of a card, or takes from it: a narrow card
 * has two thirds of it, 16 px at most.
 */
export const moreSpace = 'max(2*var(--glow-space,24px) - 48px,var(--glow-space,24px)*4/3 - 32px)';

/**
 * The least height of each element, as a CSS length in em and px: every face fits it, so that
 * nothing below moves when the element arrives or changes its face. The stylesheet that pages link
 * and the elements themselves are both made from this table. `stepped-reserve.ts` has those whose
 * height depends on their width.
 */
export const reserves = {
  'book-button': 'max(44px, 1.25em + 18px)',
  'member-sign-in': `calc(11em + 172px + ${moreSpace})`,
  'points-balance': `calc(9em + 56px + ${moreSpace})`,
  'tier-badge': 'calc(1.5em + 10px)',
  'referral-link': `calc(11em + 228px + ${moreSpace})`,
  'package-balance': `calc(13.5em + 144px + ${moreSpace})`,
  // The app has the window at least: what comes after it is below the window before and after.
  'loyalty-home': '100svh',
} as const satisfies Record<string, string>;

/** A tag whose height is reserved. */
export type ReservedTag = keyof typeof reserves;

/** Tags that stand in a line of text; all others are blocks. */
export const inlineTags: ReadonlySet<string> = new Set<ReservedTag>(['book-button', 'tier-badge']);
