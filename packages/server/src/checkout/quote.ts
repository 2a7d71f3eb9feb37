import { CheckoutUse, type VisitPreviewCreate } from '@afterglow/contract';
import { quoteCheckout, type Account, type ProgramInForce, type Quote } from '@afterglow/engine';
import { refusedBy } from '../refused.js';

/** How long what a checkout uses is held: half an hour of the clinic's clock. */
export const holdMs = 30 * 60_000;

/** What may be used when a bill does not say. */
const usual = CheckoutUse.parse({});

/** Quotes a bill, or refuses it. */
export function quoteBill(of: {
  readonly body: VisitPreviewCreate;
  readonly account: Account;
  readonly programs: readonly ProgramInForce[];
  /** After everything that the account was folded with, epoch milliseconds. */
  readonly at: number;
  readonly checkoutId: string;
  readonly expiresAt: number;
  /** Whose code somebody keeps who has not joined; left out: nobody's. */
  readonly referredBy?: string | undefined;
}): Quote {
  const { body, account, programs, at, checkoutId, expiresAt, referredBy } = of;
  const { lines, location, channel, use = usual } = body;
  const bill = { lines, location, channel };
  const terms = { now: at, checkoutId, expiresAt, referredBy };
  const quoted = quoteCheckout({ account, programs, bill, use, ...terms });
  if ('refusal' in quoted) throw refusedBy(quoted.refusal);
  return quoted.quote;
}
