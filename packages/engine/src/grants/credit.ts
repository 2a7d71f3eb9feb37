import type { Credit, CreditLot, Desired } from '../account.js';
import { compareEndings, hasEnded, noEnding } from './endings.js';

/** Nothing was banked. */
export const noCredit: Credit = { balance: 0, lots: [] };

/** Which of two lots is spent first: the one that ends sooner, then the older one. */
function compareUse(a: CreditLot, b: CreditLot): number {
  return compareEndings(a, b) || a.at - b.at;
}

/** Credit after amounts were entered; a debt is paid first by what is granted next. */
export function enterCredit(credit: Credit, amounts: readonly Desired[], at: number): Credit {
  let { balance, lots } = credit;
  for (const { asset, amount, key, ending, because } of amounts) {
    if (asset !== 'credit' || amount === 0) continue;
    if (amount > 0) {
      const left = Math.min(amount, balance + amount);
      const version = because[0]?.version ?? 0;
      const { expiresOn, expiresAt, remindAt } = ending ?? noEnding;
      const lot: CreditLot = { id: key, at, left, version, expiresOn, expiresAt, remindAt };
      if (left > 0) lots = [...lots, lot].sort(compareUse);
    } else {
      lots = takeFrom(lots, -amount);
    }
    balance += amount;
  }
  return { balance, lots };
}

/** A lot of which less is left, or whose next reminder is another; written out, as copies are. */
export function changeLot(
  lot: CreditLot,
  { left = lot.left, remindAt = lot.remindAt }: Partial<Pick<CreditLot, 'left' | 'remindAt'>>,
): CreditLot {
  const { id, at, version, expiresOn, expiresAt } = lot;
  return { id, at, left, version, expiresOn, expiresAt, remindAt };
}

function takeFrom(lots: readonly CreditLot[], amount: number): readonly CreditLot[] {
  let missing = amount;
  const rest: CreditLot[] = [];
  for (const lot of lots) {
    const used = Math.min(missing, lot.left);
    missing -= used;
    if (used < lot.left) rest.push(changeLot(lot, { left: lot.left - used }));
  }
  return rest;
}

/** What is left of lots whose last day has passed is gone. The lots follow from the amounts. */
export function expireCredit({ lots }: Credit, at: number): readonly Desired[] {
  return lots
    .filter((lot) => hasEnded(lot, at))
    .map(({ id, left, expiresOn, expiresAt, version }) => ({
      key: `expiry:${String(expiresOn)}:${id}`,
      asset: 'credit',
      amount: -left,
      at: expiresAt ?? at,
      cause: { kind: 'expiry', id: null },
      because: [{ rule: 'expiry', version, args: { usableThrough: expiresOn, credit: left } }],
    }));
}
