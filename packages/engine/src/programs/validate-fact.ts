import type { Money, Program, Refusal, VisitData } from '@afterglow/contract';
import { offerOf } from '../packages/packages.js';
import type { HistoryRecord, RecordOf } from '../history.js';

/** How far ahead of the clinic's clock an event may lie: five minutes. */
const AHEAD_MS = 300_000;

/**
 * The largest amount of one line, tender or refund, in minor units. The contract's `amountLimit`,
 * said again: the engine takes types from there and no values.
 */
const AMOUNT_LIMIT = 1_000_000_000;

/** Most packages that one line may sell; more is a slip of the till. */
const PACKAGES_LIMIT = 100;

/**
 * Whether a fact can be taken. Refusals are looked for in this order, and the first one counts: too
 * far ahead; an amount that is not whole, below zero or above a billion; another currency; a line
 * that stands twice; a line that is not there; more refunded than was paid; a price that is not list
 * price less discount; packages that are not whole or more than a hundred.
 *
 * @param now - The clinic's clock, in epoch milliseconds.
 * @param visit - What a refund speaks of, where it is known; without it only its form is checked.
 */
export function validateFact(
  record: HistoryRecord,
  program: Program,
  now: number,
  visit?: VisitData,
): Refusal | undefined {
  if (record.at > now + AHEAD_MS) return { code: 'event_in_future', param: 'occurredAt' };
  if (record.type === 'visit') return validateVisit(record, program);
  if (record.type === 'refund') return validateRefund(record, program, visit);
  return undefined;
}

/** An amount and where it stands. */
type Placed = readonly [param: string, money: Money | undefined];

function validateVisit({ data }: RecordOf<'visit'>, program: Program): Refusal | undefined {
  const amounts: Placed[] = [];
  data.lines.forEach((line, index) => {
    const at = `data.lines[${String(index)}]`;
    amounts.push([`${at}.listPrice`, line.listPrice], [`${at}.discount`, line.discount]);
    amounts.push([`${at}.price`, line.price]);
  });
  data.discounts?.forEach(({ amount }, index) => {
    amounts.push([`data.discounts[${String(index)}].amount`, amount]);
  });
  data.tenders?.forEach(({ amount }, index) => {
    amounts.push([`data.tenders[${String(index)}].amount`, amount]);
  });
  return (
    validateAmounts(amounts, program) ??
    findRepeated(data.lines) ??
    findUnknownTender(data) ??
    findWrongPrice(data) ??
    findWrongQuantity(data, program)
  );
}

function validateRefund(
  { data }: RecordOf<'refund'>,
  program: Program,
  visit: VisitData | undefined,
): Refusal | undefined {
  const amounts = data.lines.map(({ amount }, index): Placed => [
    `data.lines[${String(index)}].amount`,
    amount,
  ]);
  const refusal = validateAmounts(amounts, program) ?? findRepeated(data.lines);
  if (refusal || !visit) return refusal;

  for (const [index, { lineId, amount }] of data.lines.entries()) {
    const at = `data.lines[${String(index)}]`;
    const line = visit.lines.find((candidate) => candidate.lineId === lineId);
    if (!line) return { code: 'line_unknown', param: `${at}.lineId` };
    if (amount.amount > line.price.amount) {
      return { code: 'refund_exceeds_line', param: `${at}.amount` };
    }
  }
  return undefined;
}

function validateAmounts(amounts: readonly Placed[], program: Program): Refusal | undefined {
  for (const [param, money] of amounts) {
    if (money && !Number.isSafeInteger(money.amount)) return { code: 'fractional_amount', param };
  }
  for (const [param, money] of amounts) {
    if (money && money.amount < 0) return { code: 'negative_amount', param };
  }
  for (const [param, money] of amounts) {
    if (money && money.amount > AMOUNT_LIMIT) return { code: 'invalid_field', param };
  }
  const { currency } = program.clinic;
  for (const [param, money] of amounts) {
    if (money && money.currency !== currency) {
      return { code: 'currency_mismatch', param, details: { expected: currency } };
    }
  }
  return undefined;
}

function findRepeated(lines: readonly { readonly lineId: string }[]): Refusal | undefined {
  const seen = new Set<string>();
  for (const [index, { lineId }] of lines.entries()) {
    if (seen.has(lineId)) {
      return { code: 'line_repeated', param: `data.lines[${String(index)}].lineId` };
    }
    seen.add(lineId);
  }
  return undefined;
}

function findUnknownTender({ lines, tenders = [] }: VisitData): Refusal | undefined {
  const index = tenders.findIndex(
    ({ line }) => line !== undefined && !lines.some(({ lineId }) => lineId === line),
  );
  if (index < 0) return undefined;
  return { code: 'line_unknown', param: `data.tenders[${String(index)}].line` };
}

function findWrongPrice({ lines }: VisitData): Refusal | undefined {
  const index = lines.findIndex(
    ({ listPrice, discount, price }) =>
      listPrice && listPrice.amount - (discount?.amount ?? 0) !== price.amount,
  );
  if (index < 0) return undefined;
  return { code: 'price_mismatch', param: `data.lines[${String(index)}].price` };
}

/** Packages are sold whole. */
function findWrongQuantity({ lines }: VisitData, { packages }: Program): Refusal | undefined {
  const index = lines.findIndex(
    (line) =>
      offerOf(line, packages) &&
      !(Number.isInteger(line.quantity) && line.quantity <= PACKAGES_LIMIT),
  );
  if (index < 0) return undefined;
  return { code: 'invalid_field', param: `data.lines[${String(index)}].quantity` };
}
