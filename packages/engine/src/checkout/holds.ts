import type { Tender } from '@afterglow/contract';
import type { Account, Hold } from '../account.js';
import { changed } from '../change.js';
import type { Change } from '../change.js';
import type { RecordOf } from '../history.js';

/** What is held for other bills than one: nobody else may use it. */
export interface HeldElsewhere {
  readonly points: number;
  readonly credit: number;
  /** Sessions by package. */
  readonly sessions: ReadonlyMap<string, number>;
  readonly vouchers: readonly string[];
  readonly offers: readonly string[];
  /** Complimentary units by id of the benefit. */
  readonly addOns: ReadonlyMap<string, number>;
}

const nothingHeld: HeldElsewhere = {
  points: 0,
  credit: 0,
  sessions: new Map(),
  vouchers: [],
  offers: [],
  addOns: new Map(),
};

/** What all holds but one keep. */
export function heldElsewhere(holds: readonly Hold[], checkoutId?: string): HeldElsewhere {
  if (holds.length === 0) return nothingHeld;
  let points = 0;
  let credit = 0;
  const sessions = new Map<string, number>();
  const vouchers: string[] = [];
  const offers: string[] = [];
  const addOns = new Map<string, number>();
  for (const hold of holds) {
    if (hold.checkoutId === checkoutId) continue;
    points += hold.points;
    credit += hold.credit;
    for (const { packageId, count } of hold.sessions) {
      sessions.set(packageId, (sessions.get(packageId) ?? 0) + count);
    }
    vouchers.push(...hold.vouchers.map(({ id }) => id));
    if (hold.offer !== null) offers.push(hold.offer);
    for (const { benefit, count } of hold.addOns ?? []) {
      addOns.set(benefit, (addOns.get(benefit) ?? 0) + count);
    }
  }
  return { points, credit, sessions, vouchers, offers, addOns };
}

/**
 * The tenders of a visit with those that its checkout held and that the till does not name itself,
 * so that whoever sends the id of the quote need not repeat what it says.
 */
export function withHeld(
  { data }: RecordOf<'visit'>,
  hold: Hold,
  currency: string,
): readonly Tender[] {
  const tenders = data.tenders ?? [];
  const isNamed = (kind: Tender['kind']) => tenders.some((tender) => tender.kind === kind);
  const money = (amount: number) => ({ amount, currency });
  const added: Tender[] = [];
  if (!isNamed('session')) {
    for (const { packageId, line, count } of hold.sessions) {
      added.push({ kind: 'session', reference: packageId, line, count });
    }
  }
  const { offer, offerWorth = 0 } = hold;
  if (offer !== null && offerWorth > 0 && !tenders.some(({ reference }) => reference === offer)) {
    added.push({ kind: 'giftCard', reference: offer, amount: money(offerWorth) });
  }
  if (hold.credit > 0 && !isNamed('credit')) {
    added.push({ kind: 'credit', amount: money(hold.credit) });
  }
  if (hold.points > 0 && !isNamed('points')) {
    added.push({ kind: 'points', count: hold.points, amount: money(hold.pointsWorth) });
  }
  if (!isNamed('voucher')) {
    for (const { id, worth } of hold.vouchers) {
      added.push({ kind: 'voucher', reference: id, amount: money(worth) });
    }
  }
  return [...tenders, ...added];
}

/** What a quote keeps is held from now on. */
export function takeHold({ holds }: Account, { data }: RecordOf<'hold'>): Change {
  return changed({ set: { holds: [...holds, data] } });
}

/** What a checkout holds is let go. */
export function releaseHold({ holds }: Account, { data }: RecordOf<'holdReleased'>): Change {
  return changed({ set: { holds: holds.filter((hold) => hold.checkoutId !== data.checkoutId) } });
}

/** Holds after those that ended by an instant are let go. */
export function endHolds(holds: readonly Hold[], at: number): readonly Hold[] {
  return holds.filter(({ expiresAt }) => expiresAt > at);
}

/** What can be spent now: what is there and not held for another bill. */
export function available(
  { points, credit, holds }: Pick<Account, 'points' | 'credit' | 'holds'>,
  checkoutId?: string,
): { readonly points: number; readonly credit: number } {
  const held = heldElsewhere(holds, checkoutId);
  return {
    points: Math.max(0, points - held.points),
    credit: Math.max(0, credit.balance - held.credit),
  };
}
