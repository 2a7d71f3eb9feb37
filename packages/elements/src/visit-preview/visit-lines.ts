import type { CheckoutLine, PublicProgram } from '@afterglow/contract';

/** A line of the bill to come, as the server takes it; without a `lineId` it gets one. */
export type VisitLineInput = Omit<CheckoutLine, 'lineId' | 'quantity'> &
  Partial<Pick<CheckoutLine, 'lineId' | 'quantity'>>;

/**
 * The lines of a visit from words such as `FACIAL TOX:56000`: the codes of treatments, each with the
 * price of the program's calculator or, after a colon, one of its own in minor units. A code without
 * any price is left out.
 */
export function linesFrom(words: string, program: PublicProgram): readonly VisitLineInput[] {
  const { currency } = program.clinic;
  return words.split(/\s+/).flatMap((word): VisitLineInput[] => {
    const [code = '', amount] = word.split(':');
    const known = program.calculator.treatments.find((treatment) => treatment.code === code);
    const listPrice = amount === undefined ? known?.price : { amount: Number(amount), currency };
    if (!code || !listPrice || !Number.isSafeInteger(listPrice.amount)) return [];
    return [{ kind: 'treatment', code, ...(known && { category: known.category }), listPrice }];
  });
}
