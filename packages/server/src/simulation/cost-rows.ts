import type { Program, SimulatedCost, SimulationReport } from '@afterglow/contract';
import type { NewEntry } from '@afterglow/engine';
import { giftsOf } from './flows.js';
import type { JudgedAccount } from './judge-account.js';
import { categoryOf, lineOfKey } from './paid-lines.js';
import { share } from './worth.js';

interface Row {
  readonly kind: 'category' | 'rule' | 'benefit' | 'offer' | 'donation';
  readonly name: string;
  points: number;
  credit: number;
  /** Taken off bills by benefits and offers, or paid of them by gift cards. */
  reduced: number;
  donations: number;
}

/**
 * What is given, by what gives it: points that lines earn by the category of the line, everything
 * else by the rule that its entry names, discounts by the tier's benefit, offers by what gave them,
 * donations by their rule. The largest first.
 */
export function costRows(
  accounts: readonly JudgedAccount[],
  of: {
    readonly program: Program;
    readonly redemptionPercent: number;
    readonly points: SimulationReport['points'];
  },
): SimulatedCost[] {
  const rows = new Map<string, Row>();
  const rowOf = (kind: Row['kind'], name: string) => {
    const key = `${kind} ${name}`;
    const row = rows.get(key) ?? { kind, name, points: 0, credit: 0, reduced: 0, donations: 0 };
    rows.set(key, row);
    return row;
  };
  const earning = new Set(of.program.earning.map(({ id }) => id));
  for (const account of accounts) {
    const records = new Map(account.records.map((record) => [record.id, record]));
    for (const entry of giftsOf(account.entries)) {
      const lineId = earning.has(ruleOf(entry)) ? lineOfKey(entry.key) : undefined;
      const row =
        lineId === undefined
          ? rowOf('rule', ruleOf(entry))
          : rowOf('category', categoryOf(records.get(entry.cause.id ?? ''), lineId));
      if (entry.asset === 'points') row.points += entry.amount;
      else row.credit += entry.amount;
    }
    for (const { kind, name, amount } of account.reductions) rowOf(kind, name).reduced += amount;
    for (const { rule, amount } of account.account.donations)
      rowOf('donation', rule).donations += amount;
  }
  return [...rows.values()]
    .map((row) => costOf(row, of))
    .sort((a, b) => b.given.amount - a.given.amount || (a.name < b.name ? -1 : 1));
}

/** The rule that an entry names first: the one that made it, before what raised or corrected it. */
function ruleOf({ because }: NewEntry): string {
  return because[0]?.rule ?? 'unknown';
}

function costOf(
  { kind, name, points, credit, reduced, donations }: Row,
  { program, redemptionPercent, points: flow }: Parameters<typeof costRows>[1],
): SimulatedCost {
  const { amount: worth, points: per } = program.points.value;
  const { currency } = program.clinic;
  const given = share(points, worth.amount, per);
  // The same share of every row: nobody can know which of a member's points are used.
  const used = flow.issued > 0 ? share(given, Math.max(0, flow.redeemed), flow.issued) : 0;
  const cost = used + share(credit, redemptionPercent, 100) + reduced + donations;
  return {
    kind,
    name,
    points,
    given: { amount: given + credit + reduced, currency },
    cost: { amount: cost, currency },
  };
}
