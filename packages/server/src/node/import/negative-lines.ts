import type { LineProblem } from './line-problem.js';
import type { Mapping, NegativeRule } from './mapping.js';
import type { ReceiptLine } from './receipt-lines.js';

interface Of {
  readonly source: ReceiptLine;
}

/** What a line below zero is, as the mapping says. */
export type Negative = Of &
  (
    | { readonly as: 'session'; readonly package: string; readonly cancelled: ReceiptLine }
    | { readonly as: 'tender'; readonly kind: 'points' | 'credit' | 'voucher' | 'giftCard' }
    | { readonly as: 'discount'; readonly reason: string }
    /** `visit` and `lineId` are those of the visit that is given back. */
    | { readonly as: 'refund'; readonly visit: string; readonly lineId: string }
  );

interface Context {
  readonly mapping: Mapping;
  /** All receipts of the file, for refunds. */
  readonly receipts: ReadonlyMap<string, readonly ReceiptLine[]>;
}

/**
 * Says what each line below zero of one client's part of a receipt is. A line that a session
 * cancels is cancelled once.
 */
export function readNegatives(
  parts: readonly ReceiptLine[],
  context: Context,
): (Negative | LineProblem)[] {
  const cancelled = new Set<ReceiptLine>();
  return parts
    .filter((line) => line.amount < 0)
    .map((source) => {
      for (const rule of context.mapping.negative) {
        if (rule.descriptions && !rule.descriptions.includes(source.description)) continue;
        const fit = fitRule(source, rule, { parts, cancelled, context });
        if (fit) return fit;
      }
      const { line, receipt } = source;
      const reason = 'no rule under "negative" of the mapping says what this line below zero is';
      return { file: 'receipts', line, receipt, reason };
    });
}

function fitRule(
  source: ReceiptLine,
  rule: NegativeRule,
  among: {
    readonly parts: readonly ReceiptLine[];
    readonly cancelled: Set<ReceiptLine>;
    readonly context: Context;
  },
): Negative | LineProblem | undefined {
  switch (rule.as) {
    case 'discount':
      return { source, as: 'discount', reason: rule.reason };
    case 'tender':
      return { source, as: 'tender', kind: rule.kind };
    case 'refund':
      return refundOf(source, source.cells[rule.visitColumn]?.trim() ?? '', among.context);
    case 'session': {
      const line = among.parts.find(
        (other) =>
          other.amount === -source.amount &&
          rule.cancels.includes(other.description) &&
          !among.cancelled.has(other),
      );
      if (!line) return undefined;
      among.cancelled.add(line);
      return { source, as: 'session', package: rule.package, cancelled: line };
    }
  }
}

function refundOf(
  source: ReceiptLine,
  receipt: string,
  { receipts }: Context,
): Negative | LineProblem | undefined {
  if (receipt === '') return undefined;
  const original = receipts.get(receipt) ?? [];
  const own = original.filter((line) => line.client === source.client);
  const found = own.find(
    (line) => line.description === source.description && line.amount >= -source.amount,
  );
  if (!found)
    return {
      file: 'receipts',
      line: source.line,
      receipt: source.receipt,
      reason: `receipt ${receipt} has no line "${source.description}" of this client to give back`,
    };
  const severalClients = own.length < original.length;
  return {
    source,
    as: 'refund',
    visit: severalClients ? `${receipt}#${source.client}` : receipt,
    lineId: String(own.indexOf(found) + 1),
  };
}
