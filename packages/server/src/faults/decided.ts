import { decisionSource, type HistoryRecord } from '@afterglow/engine';

/**
 * The book of what was decided for people: claims, vouchers, corrections, holds. Like the till's book
 * it knows one rule only: what was answered with success is there exactly once, and nothing else is.
 */
export class Decided {
  /** By mark: whose account it was asked of, in the order of the answers. */
  readonly #taken = new Map<string, string[]>();
  readonly #open = new Set<string>();

  /**
   * Writes down that a decision was answered with success.
   *
   * @param mark - As {@link markOf} gives it for the record.
   */
  took(mark: string, memberId: string): void {
    this.#taken.set(mark, [...(this.#taken.get(mark) ?? []), memberId]);
  }

  /** Writes down that nobody may ever learn whether a decision was taken: a call without a key. */
  mayBe(mark: string): void {
    this.#open.add(mark);
  }

  /** Each mark with the accounts that it was answered for. */
  all(): ReadonlyMap<string, readonly string[]> {
    return this.#taken;
  }

  isOpen(mark: string): boolean {
    return this.#open.has(mark);
  }
}

/** The mark by which a record of a decision is known from the answer; undefined for other records. */
export function markOf(record: HistoryRecord): string | undefined {
  if (record.source !== decisionSource) return undefined;
  switch (record.type) {
    case 'claim':
    case 'claimReturned':
    case 'voucherUsed':
    case 'hold':
    case 'holdReleased':
      return record.externalId;
    case 'adjustment':
    case 'tierSet':
      return record.data.reason;
    case 'friend':
      return `review:${record.data.referralId}`;
    default:
      return undefined;
  }
}
