import { amountLimit } from '@afterglow/contract';
import { textFault } from './cell-faults.js';
import type { LineProblem } from './line-problem.js';
import type { Mapping, ReceiptsMapping } from './mapping.js';
import { columnNames, readTable } from './read-table.js';
import type { BrokenRow, TableRow } from './read-table.js';
import { codeWordOf, decimalsOf, parseAmount, parseDay } from './values.js';

/** A line of a receipt as it was read. */
export interface ReceiptLine {
  /** Line of the file. */
  readonly line: number;
  readonly receipt: string;
  readonly client: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly description: string;
  /** Minor units, for the whole line; below zero on 71 lines of the salon's file. */
  readonly amount: number;
  readonly quantity: number;
  readonly provider?: string;
  readonly phone?: string;
  readonly firstName?: string;
  /** Every cell, for rules that name a column. */
  readonly cells: Readonly<Record<string, string>>;
}

/** What was read of a receipts file: each line is in one of the two lists. */
export interface ReceiptFile {
  readonly lines: readonly ReceiptLine[];
  readonly problems: readonly LineProblem[];
}

/**
 * Reads a till's receipts.
 *
 * @param onLines - Told the number of lines read so far, now and then.
 */
export async function readReceipts(
  path: string,
  mapping: Mapping & { readonly receipts: ReceiptsMapping },
  onLines: (count: number) => void = () => undefined,
): Promise<ReceiptFile> {
  const read = lineReader(mapping, mapping.receipts);
  const lines: ReceiptLine[] = [];
  const problems: LineProblem[] = [];
  for await (const row of readTable(path, columnNames(mapping.receipts.columns))) {
    const line = 'reason' in row ? problemOf(row, mapping.receipts) : read(row);
    if ('reason' in line) problems.push(line);
    else lines.push(line);
    if ((lines.length + problems.length) % 10_000 === 0) onLines(lines.length + problems.length);
  }
  onLines(lines.length + problems.length);
  return { lines, problems };
}

/** A broken row still says which receipt it is of, as a rule, so that none is taken in part. */
function problemOf({ line, reason, cells }: BrokenRow, { columns }: ReceiptsMapping): LineProblem {
  const receipt = cells?.[columns.receipt]?.trim();
  return { file: 'receipts', line, reason, ...(receipt ? { receipt } : {}) };
}

function lineReader(
  mapping: Mapping,
  receipts: ReceiptsMapping,
): (row: TableRow) => ReceiptLine | LineProblem {
  const { columns, dateFormat, ...marks } = receipts;
  const format = { ...marks, decimals: decimalsOf(mapping.currency) };
  const house = new Set(mapping.houseAccounts);

  return ({ line, cells }) => {
    const cell = (name: string | undefined) => (name && cells[name]?.trim()) || '';
    const receipt = cell(columns.receipt);
    const wrong = (reason: string): LineProblem => ({
      file: 'receipts',
      line,
      reason,
      ...(receipt ? { receipt } : {}),
    });
    const fault = textFault(cells);
    if (fault !== undefined) return wrong(fault);
    if (receipt === '') return wrong(`${columns.receipt} is empty`);
    const client = cell(columns.client);
    if (client === '') return wrong(`${columns.client} is empty`);
    if (receipt.length + client.length > 199)
      return wrong(`${columns.receipt} and ${columns.client} are too long together`);

    const dayText = cell(columns.date);
    const day = parseDay(dayText, dateFormat);
    if (!day) return wrong(`${columns.date} "${dayText}" is no day written as ${dateFormat}`);
    const amountText = cell(columns.amount);
    const amount = parseAmount(amountText, format);
    if (amount === undefined || Math.abs(amount) > amountLimit)
      return wrong(`${columns.amount} "${amountText}" is no amount of ${mapping.currency}`);
    const quantityText = columns.quantity ? cell(columns.quantity) : '1';
    const quantity = Number(quantityText);
    if (quantityText === '' || !Number.isFinite(quantity) || quantity === 0)
      return wrong(`${columns.quantity} "${quantityText}" is no number of things`);
    if (quantity < 0 && amount > 0)
      return wrong(`${columns.quantity} is below zero and ${columns.amount} is not`);

    const staff = cell(columns.provider);
    const provider = house.has(staff) ? undefined : codeWordOf(staff);
    const phone = cell(columns.phone);
    const firstName = cell(columns.firstName);
    return {
      line,
      receipt,
      client,
      day,
      description: cell(columns.description),
      amount,
      quantity: Math.abs(quantity),
      ...(provider ? { provider } : {}),
      ...(phone ? { phone } : {}),
      ...(firstName ? { firstName } : {}),
      cells,
    };
  };
}
