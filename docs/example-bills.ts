/** A bill in the words of an example, such as "$560 for neuromodulator and $80 for a tip". */
import type { Program } from '@afterglow/contract';
import type { EventInput } from '@afterglow/sdk/server';

type VisitData = Extract<EventInput, { type: 'visit.completed' }>['data'];
type Line = VisitData['lines'][number];
type Tender = NonNullable<VisitData['tenders']>[number];

/** What a till says of a visit, and how the example calls each line. */
export interface Bill {
  readonly data: VisitData;
  /** In the order of the lines. */
  readonly words: readonly string[];
}

/** What is no treatment; a treatment is called by its category. */
const kinds: Readonly<Record<string, Line['kind']>> = {
  'a product': 'product',
  'a tip': 'tip',
  'a gift card': 'giftCard',
  'a fee': 'fee',
};

/** What a bill can be paid with in part, beside money. */
const otherTenders: Readonly<Record<string, Tender['kind']>> = {
  points: 'points',
  credit: 'credit',
  'a gift card': 'giftCard',
  'the voucher': 'voucher',
};

/** Codes of treatments that packages of the default program cover. */
const codes: Readonly<Record<string, string>> = {
  microneedling: 'MICRO',
  facial: 'FACIAL',
  'laser hair removal': 'LHR',
};

/**
 * Reads a bill. Lines come first; behind them follow what was paid otherwise than with money
 * ("$100 of it with credit", "pays with a session of MN3"), a discount on the whole bill, a place, and
 * whose card it was ("with the family's card").
 *
 * @param voucher - Code of the one that is meant by "the voucher"; empty where none is.
 */
export function billOf(words: string, program: Program, voucher: string): Bill {
  const { currency } = program.clinic;
  const money = (dollars = '') => ({
    amount: Math.round(Number(dollars.replaceAll(',', '')) * 100),
    currency,
  });
  const lines: Line[] = [];
  const names: string[] = [];
  const tenders: Tender[] = [];
  const data: VisitData = { lines, tenders };
  let total = 0;
  let card: string | undefined;

  for (const part of words.split(/, | and /)) {
    const [, price, name] = /^\$([\d,.]+) for (.+)$/.exec(part) ?? [];
    const [, worth, kind] = /^\$([\d,.]+) of it with (\w[\w ]*)$/.exec(part) ?? [];
    const [, used] = /^pays with a session of (\w+)$/.exec(part) ?? [];
    const [, off] = /^\$([\d,.]+) off the whole bill$/.exec(part) ?? [];
    const [, place] = /^in (\w+)$/.exec(part) ?? [];
    const [, cardOf] = /^with (\S.*) card$/.exec(part) ?? [];
    if (name !== undefined) {
      lines.push({ ...lineOf(name, String(lines.length + 1)), price: money(price) });
      names.push(name);
      total += money(price).amount;
    } else if (kind !== undefined) {
      const tender = otherTenders[kind];
      if (!tender) throw new SyntaxError(`no till takes "${kind}"`);
      tenders.push({
        kind: tender,
        amount: money(worth),
        ...(tender === 'voucher' ? { reference: voucher } : {}),
      });
      total -= money(worth).amount;
    } else if (used !== undefined) {
      tenders.push({ kind: 'session', count: 1, reference: used, line: '1' });
      total -= lines[0]?.price.amount ?? 0;
    } else if (off !== undefined) {
      data.discounts = [{ amount: money(off) }];
      total -= money(off).amount;
    } else if (place !== undefined) data.location = place;
    else if (cardOf !== undefined) card = cardOf;
    else throw new SyntaxError(`no till knows what "${part}" means`);
  }
  const amount = { amount: total, currency };
  if (total > 0) tenders.push({ kind: 'money', amount, ...(card === undefined ? {} : { card }) });
  return { data, words: names };
}

function lineOf(name: string, lineId: string): Omit<Line, 'price'> {
  const kind = kinds[name];
  if (kind !== undefined) return { lineId, kind };
  const [, code] = /^package (\w+)$/.exec(name) ?? [];
  if (code !== undefined) return { lineId, kind: 'package', package: code };
  const treatment = codes[name];
  return {
    lineId,
    kind: 'treatment',
    category: name.replaceAll(' ', '-'),
    ...(treatment === undefined ? {} : { code: treatment }),
  };
}
