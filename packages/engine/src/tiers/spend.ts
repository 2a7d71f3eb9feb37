import type { Program, VisitLine } from '@afterglow/contract';
import type { Spend } from '../account.js';
import { leavesWindowOnNumber } from '../calendar.js';

type TierRules = Program['tiers'];

/** No month is longer, so this many days hold any number of months. */
const LONGEST_MONTH_DAYS = 31;

/** Whether what is paid for a line counts as spend. Sessions were counted when they were bought. */
export function countsAsSpend(line: Pick<VisitLine, 'kind'>, rules: TierRules): boolean {
  switch (line.kind) {
    case 'treatment':
    case 'package':
    case 'membership':
      return true;
    case 'product':
      return rules.countsProducts;
    default:
      return false;
  }
}

/**
 * How many days after a purchase it can still matter under any version of the program: a later
 * version may look further back than the one in force.
 */
export function longestMemory(
  versions: readonly { readonly program: Pick<Program, 'tiers'> }[],
): number {
  let days = 0;
  for (const { program } of versions) {
    const { windowMonths, graceDays } = program.tiers;
    days = Math.max(days, windowMonths * LONGEST_MONTH_DAYS + graceDays + 1);
  }
  return days;
}

/** Spend with one more amount, which is of the latest day; what no longer matters is left out. */
export function addSpend(
  spend: readonly Spend[],
  added: { readonly day: number; readonly amount: number },
  { windowMonths }: TierRules,
  memoryDays: number,
): readonly Spend[] {
  const firstKept = spend.findIndex(({ day }) => day + memoryDays > added.day);
  const kept = firstKept < 0 ? [] : spend.slice(firstKept);
  const last = kept.at(-1);
  if (last?.day === added.day) {
    kept[kept.length - 1] = { ...last, amount: last.amount + added.amount };
    return kept;
  }
  kept.push({
    day: added.day,
    amount: added.amount,
    leavesOn: leavesWindowOnNumber(added.day, windowMonths),
  });
  return kept;
}

/** Spend under a window of another length. */
export function reckonWindow(
  spend: readonly Spend[],
  { windowMonths }: TierRules,
): readonly Spend[] {
  return spend.map((item) => ({ ...item, leavesOn: leavesWindowOnNumber(item.day, windowMonths) }));
}

/** Spend in the rolling window that ends with a day, that day included. */
export function spendAt(spend: readonly Spend[], today: number): number {
  let sum = 0;
  for (const { day, amount, leavesOn: end } of spend) {
    if (day <= today && today < end) sum += amount;
  }
  return sum;
}
