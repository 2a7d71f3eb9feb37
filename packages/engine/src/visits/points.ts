import type { Reason } from '@afterglow/contract';
import type { Account, Desired, Multiplier } from '../account.js';
import { earn } from '../earning/earn.js';
import { notRaised, raiseOf, visitRaise } from '../earning/multiply.js';
import { keyPart } from '../keys.js';
import { offerOf } from '../packages/packages.js';
import { amountOf, isLineUndone } from './receipt.js';
import type { Receipt } from './receipt.js';

/** Points of a visit's lines, and the multipliers that are left after it. */
export interface EarnedPoints {
  readonly desired: readonly Desired[];
  readonly multipliers: readonly Multiplier[];
}

/**
 * Points of each line, those for buying a package, and what raises them.
 *
 * @param isTreated - Only a visit with a treatment that counts is one of the next visits of a
 *   multiplier: buying a cream uses none up.
 */
export function earnPoints(account: Account, receipt: Receipt, isTreated: boolean): EarnedPoints {
  const { record, inForce, keyPrefix, on, paid, kept } = receipt;
  const { program, version } = inForce;
  const raise = visitRaise(account, program, isTreated);
  const desired: Desired[] = [];
  let keeps = false;

  const { lines } = record.data;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) continue;
    const before = paid[index] ?? 0;
    const remains = kept[index] ?? 0;
    const place = record.data;
    const { percent, args: raised } =
      before > 0 ? raiseOf(program, raise, line, place, on) : notRaised;
    const sold = earn(program, { line, place, on, percent, paid: before });
    if (sold.rule && sold.points > 0) {
      const { id, rate } = sold.rule;
      const points =
        remains === before
          ? sold.points
          : earn(program, { line, place, on, percent, paid: remains }).points;
      keeps ||= remains > 0;
      const { points: per, perMinorUnits } = rate;
      const args =
        remains === before
          ? { paid: before, points: per, perMinorUnits, earned: points }
          : {
              paid: before,
              refunded: before - remains,
              points: per,
              perMinorUnits,
              earned: points,
            };
      const because: Reason[] = [{ rule: id, version, args }];
      if (raised) because.push({ rule: 'raise', version, args: raised });
      const key = `${keyPrefix}:${keyPart(line.lineId)}:${id}:points`;
      desired.push(
        amountOf(receipt, { key, asset: 'points', amount: points, because }, line.lineId),
      );
    }
    const offer = offerOf(line, program.packages);
    if (offer?.bonusPoints) {
      const packages = isLineUndone(receipt, line, index) ? 0 : Math.floor(line.quantity);
      const args = { package: offer.code, packages, points: offer.bonusPoints };
      const because: Reason[] = [{ rule: 'packageBonus', version, args }];
      const key = `${keyPrefix}:${keyPart(line.lineId)}:package/bonus:points`;
      const amount = packages * offer.bonusPoints;
      desired.push(amountOf(receipt, { key, asset: 'points', amount, because }, line.lineId));
    }
  }
  const isUsed = keeps && isTreated;
  return { desired, multipliers: isUsed ? useOnce(account.multipliers) : account.multipliers };
}

/** One visit less of the multiplier that counts, which is the one that was given first. */
function useOnce(multipliers: readonly Multiplier[]): readonly Multiplier[] {
  const [first, ...rest] = multipliers;
  if (!first) return multipliers;
  return first.left > 1 ? [{ ...first, left: first.left - 1 }, ...rest] : rest;
}
