import type { Event, Tender } from '@afterglow/contract';
import type { Catalogue, CatalogueItem } from './catalogue.js';
import { groupBy } from './draft-event.js';
import type { DraftEvent } from './draft-event.js';
import type { LineProblem } from './line-problem.js';
import type { Mapping } from './mapping.js';
import { readNegatives } from './negative-lines.js';
import type { Negative } from './negative-lines.js';
import type { ReceiptLine } from './receipt-lines.js';

/** A line with its place on the visit and what the catalogues say of it. */
interface PlacedLine {
  readonly source: ReceiptLine;
  readonly lineId: string;
  readonly item: CatalogueItem;
}

/** What came of the lines: each is in one event or among the problems. */
export interface Drafts {
  readonly events: readonly DraftEvent[];
  readonly problems: readonly LineProblem[];
  readonly receipts: number;
}

/**
 * Makes visits out of receipt lines: one for each client of a receipt.
 *
 * A receipt of which one line could not be read or fitted waits as a whole: taken in part, it would
 * be another event when the line is put right.
 *
 * @param problems - Lines that could not be read.
 */
export function draftEvents(
  lines: readonly ReceiptLine[],
  problems: readonly LineProblem[],
  options: { readonly mapping: Mapping; readonly catalogue: Catalogue },
): Drafts {
  const receipts = groupBy(lines, (line) => line.receipt);
  const unread = new Map<string, LineProblem>();
  for (const problem of problems)
    if (problem.receipt !== undefined && !unread.has(problem.receipt))
      unread.set(problem.receipt, problem);
  const events: DraftEvent[] = [];
  const all = [...problems];

  for (const [receipt, parts] of receipts) {
    const found = unread.has(receipt) ? [] : draftReceipt(parts, receipts, options);
    const wrong = found.filter((draft) => 'reason' in draft);
    const [first] = wrong.length > 0 ? wrong : [unread.get(receipt)];
    if (!first) {
      events.push(...found.filter((draft) => 'event' in draft));
      continue;
    }
    all.push(...wrong);
    const named = new Set(wrong.map((problem) => problem.line));
    for (const { line } of parts)
      if (!named.has(line))
        all.push({
          file: 'receipts',
          line,
          receipt,
          reason: `its receipt waits for line ${first.line}`,
        });
  }
  return { events, problems: all.sort((a, b) => a.line - b.line), receipts: receipts.size };
}

type Receipts = ReadonlyMap<string, readonly ReceiptLine[]>;

function draftReceipt(
  lines: readonly ReceiptLine[],
  receipts: Receipts,
  { mapping, catalogue }: { readonly mapping: Mapping; readonly catalogue: Catalogue },
): (DraftEvent | LineProblem)[] {
  const days = new Set(lines.map((line) => line.day));
  const [first] = lines;
  if (first && days.size > 1)
    return [problemOf(first, `its receipt has ${days.size} different days`)];

  const clients = groupBy(lines, (line) => line.client);
  return [...clients].flatMap(([client, parts]): (DraftEvent | LineProblem)[] => {
    const positive = parts.filter((line) => line.amount >= 0);
    const placed = positive.flatMap((source): (PlacedLine | LineProblem)[] => {
      const item = catalogue.find(source.description);
      if (!item) return [problemOf(source, `"${source.description}" is in no catalogue`)];
      return [{ source, lineId: String(parts.indexOf(source) + 1), item }];
    });
    const negative = readNegatives(parts, { mapping, receipts });
    const problems = [...placed, ...negative].filter((part) => 'line' in part);
    if (problems.length > 0) return problems;

    const whole = {
      client,
      externalId: clients.size > 1 ? `${first?.receipt}#${client}` : (first?.receipt ?? ''),
      parts,
      placed: placed.filter((part) => 'item' in part),
      negative: negative.filter((part) => 'as' in part),
    };
    return [...visitOf(whole, mapping), ...refundsOf(whole, mapping)];
  });
}

interface ClientPart {
  readonly client: string;
  readonly externalId: string;
  readonly parts: readonly ReceiptLine[];
  readonly placed: readonly PlacedLine[];
  readonly negative: readonly Negative[];
}

function visitOf(part: ClientPart, mapping: Mapping): (DraftEvent | LineProblem)[] {
  const { currency } = mapping;
  const money = (amount: number) => ({ amount, currency });
  const taken = part.negative.filter((negative) => negative.as !== 'refund');
  if (part.placed.length === 0)
    return taken.map(({ source }) => problemOf(source, 'takes off a bill that has no other line'));

  const discounts = taken.flatMap((one) =>
    one.as === 'discount' ? [{ amount: money(-one.source.amount), reason: one.reason }] : [],
  );
  const tenders = taken.flatMap((one): Tender[] => {
    const amount = money(-one.source.amount);
    if (one.as === 'tender') return [{ kind: one.kind, amount }];
    if (one.as !== 'session') return [];
    const line = part.placed.find(({ source }) => source === one.cancelled)?.lineId;
    return [
      {
        kind: 'session' as const,
        amount,
        count: 1,
        reference: one.package,
        ...(line ? { line } : {}),
      },
    ];
  });
  const event: Event = {
    type: 'visit.completed',
    ...headOf(part, mapping),
    externalId: part.externalId,
    data: {
      channel: 'till',
      lines: part.placed.map(({ source, lineId, item }) => ({
        lineId,
        ...item,
        quantity: source.quantity,
        price: money(source.amount),
        ...(source.provider ? { provider: source.provider } : {}),
      })),
      ...(discounts.length > 0 ? { discounts } : {}),
      ...(tenders.length > 0 ? { tenders } : {}),
    },
  };
  const lines = [
    ...part.placed.map(({ source, item }) => ({ line: source.line, outcome: item.kind })),
    ...taken.map(({ source, as }) => ({ line: source.line, outcome: as })),
  ];
  return [{ event, file: 'receipts', client: part.client, lines }];
}

function refundsOf(part: ClientPart, mapping: Mapping): DraftEvent[] {
  return part.negative.flatMap((one) => {
    if (one.as !== 'refund') return [];
    const amount = { amount: -one.source.amount, currency: mapping.currency };
    const place = part.parts.indexOf(one.source) + 1;
    const event: Event = {
      type: 'visit.refunded',
      ...headOf(part, mapping),
      externalId: `${part.externalId}#refund-${place}`,
      data: { visit: one.visit, lines: [{ lineId: one.lineId, amount }] },
    };
    const lines = [{ line: one.source.line, outcome: one.as }];
    return [{ event, file: 'receipts', client: part.client, lines }];
  });
}

function headOf({ parts, client }: ClientPart, mapping: Mapping) {
  const phone = parts.find((line) => line.phone)?.phone;
  const firstName = parts.find((line) => line.firstName)?.firstName;
  return {
    source: mapping.source,
    revision: 1,
    occurredOn: parts[0]?.day ?? '',
    member: {
      source: mapping.source,
      externalId: client,
      ...(phone ? { phone } : {}),
      ...(firstName ? { firstName } : {}),
    },
  };
}

function problemOf({ line, receipt }: ReceiptLine, reason: string): LineProblem {
  return { file: 'receipts', line, receipt, reason };
}
