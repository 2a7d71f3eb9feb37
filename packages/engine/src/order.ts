import type { Position } from './account.js';

/**
 * The order in which history is folded: by instant; at one instant what falls due first (it has no
 * source), then facts by source and external id, then decisions (their source sorts behind all
 * others). Never by arrival.
 *
 * @returns Negative when `a` comes first, 0 when both are the same identity at the same instant.
 */
export function comparePositions(a: Position, b: Position): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  if (a.externalId !== b.externalId) return a.externalId < b.externalId ? -1 : 1;
  return 0;
}

/** Whichever of two positions comes later. */
export function laterOf(a: Position | null, b: Position): Position {
  return a && comparePositions(a, b) > 0 ? a : b;
}
