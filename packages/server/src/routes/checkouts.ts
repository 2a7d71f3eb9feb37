import type { Checkout } from '@afterglow/contract';
import { standing, type Account, type Quote } from '@afterglow/engine';
import { accountNow } from '../accounts/advance.js';
import { decideOnAccount } from '../accounts/decide.js';
import { holdMs, quoteBill } from '../checkout/quote.js';
import { instantText } from '../clinic-clock.js';
import { ownId, type Handler } from '../http/call.js';
import { newId } from '../ids.js';
import { knownMember } from '../members/known.js';
import type { Clinic } from '../programs.js';
import { ownerOfKept } from '../referrals/kept-codes.js';
import { Refused } from '../refused.js';

/** How long the id of a quote is known after it was made, by the wall clock: a week. */
const keptMs = 7 * 24 * 3_600_000;

/** Quotes a bill, and holds what is used on it. */
export const createCheckout: Handler<'createCheckout'> = async ({ ports, clinic, body }) => {
  const member = await knownMember(ports.store.reader, clinic, body.member);
  const expiresAt = clinic.now + holdMs;
  const checkoutId = newId('checkout', clinic.now, ports.randomness);
  const { answer, account } = await decideOnAccount(
    ports,
    clinic,
    member.id,
    async ({ tx, account: before, programs, at }) => {
      const referredBy = await ownerOfKept(tx, clinic, member);
      const terms = { at, checkoutId, expiresAt, referredBy };
      const quote = quoteBill({ body, account: before, programs, ...terms });
      const { hold } = quote;
      const row = { clinicId: clinic.id, id: checkoutId, memberId: before.accountId };
      const forgetAt = ports.clock.now() + keptMs;
      await tx.insert('checkouts', [{ ...row, endsAt: expiresAt, expiresAt: forgetAt }]);
      return {
        ...(hold && {
          record: { type: 'hold', externalId: `hold:${checkoutId}`, data: hold },
        }),
        answer: quote,
      };
    },
  );
  return shownCheckout(answer, account, clinic, { id: checkoutId, expiresAt });
};

/** Releases what a checkout holds. */
export const deleteCheckout: Handler<'deleteCheckout'> = async ({ ports, clinic, params }) => {
  const key = { clinicId: clinic.id, id: params.id };
  const row = await ports.store.reader.get('checkouts', key);
  if (!row || row.endsAt <= clinic.now) throw checkoutUnknown();

  await decideOnAccount(ports, clinic, row.memberId, async ({ tx, account }) => {
    // A quote that holds nothing has only its row.
    if (!(await tx.remove('checkouts', key))) throw checkoutUnknown();
    const record = {
      type: 'holdReleased',
      externalId: `holdReleased:${params.id}`,
      data: { checkoutId: params.id },
    } as const;
    const isHeld = account.holds.some(({ checkoutId }) => checkoutId === params.id);
    return isHeld ? { record, answer: null } : { answer: null };
  });
  return null;
};

/** What a visit would earn. Nothing is held and nothing is written. */
export const createVisitPreview: Handler<'createVisitPreview'> = async (call) => {
  const { ports, clinic, body } = call;
  const { programs } = clinic;
  const account = await accountNow(ports.store.reader, clinic, ownId(call));
  const at = Math.max(clinic.now, (account.last?.at ?? 0) + 1);
  const { due, earns } = quoteBill({
    body,
    account,
    programs,
    at,
    checkoutId: newId('checkout', clinic.now, ports.randomness),
    expiresAt: at + holdMs,
  });
  return { due: { amount: due, currency: clinic.program.clinic.currency }, earns };
};

const checkoutUnknown = () =>
  new Refused('checkout_unknown', {
    detail:
      'There is no such checkout, or it was used, released or has ended. Quote the bill again.',
  });

/** A quote as answers carry it, with the names by which the member knows things. */
function shownCheckout(
  quote: Quote,
  account: Account,
  clinic: Clinic,
  { id, expiresAt }: { readonly id: string; readonly expiresAt: number },
): Checkout {
  const { currency } = clinic.program.clinic;
  const money = (amount: number) => ({ amount, currency });
  const { vouchers, offers } = standing(account, clinic.programs, clinic.now);
  const { offer } = quote;
  return {
    id,
    memberId: account.accountId,
    expiresAt: instantText(expiresAt),
    lines: [...quote.lines],
    offer: offer && {
      id: offer.id,
      name: offers.find((one) => one.id === offer.id)?.name ?? offer.name ?? offer.id,
      kind: offer.kind,
      worth: money(offer.worth),
    },
    vouchers: quote.vouchers.map(({ voucher, worth }) => ({
      id: voucher.id,
      code: voucher.code,
      name: vouchers.find((one) => one.id === voucher.id)?.name ?? voucher.reward,
      worth: money(worth),
    })),
    credit: money(quote.credit),
    points: { count: quote.points.count, worth: money(quote.points.worth) },
    due: money(quote.due),
    earns: quote.earns,
  };
}
