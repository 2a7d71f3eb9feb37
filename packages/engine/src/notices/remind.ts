import type { Account, Notice, NoticeKind } from '../account.js';
import { addMonths, dayNumberOf, localDayNumberAt } from '../calendar.js';
import { changed } from '../change.js';
import type { Change } from '../change.js';
import { changeLot } from '../grants/credit.js';
import { changePackage } from '../packages/packages.js';
import type { ProgramInForce } from '../programs/programs.js';
import { nextReminder, reminderAfter } from './reminders.js';

/** What remind tells: how many days are left, which is right on its day only. */
export const reminderKinds: ReadonlySet<NoticeKind> = new Set([
  'pointsLapse',
  'sessionsExpire',
  'creditExpires',
  'voucherExpires',
  'offerExpires',
]);

/**
 * Reminds of everything whose reminder is due at an instant: points that lapse, and sessions,
 * credit, vouchers and offers that end. Each is told its last day and how many days are left.
 */
export function remind(account: Account, at: number, { program }: ProgramInForce): Change {
  const { timeZone } = program.clinic;
  const today = localDayNumberAt(at, timeZone);
  const notices: Notice[] = [];
  const isDue = ({ remindAt }: { readonly remindAt: number | null }) =>
    remindAt !== null && remindAt <= at;
  function tell(kind: NoticeKind, of: string, on: string, end: number, args: Notice['args']): void {
    const days = dayNumberOf(on) - today;
    const key = `${kind}:${of}${on}:${String(days)}`;
    const told = { usableThrough: on, days, ...args };
    notices.push({ kind, key, dueAt: at, usefulUntil: end, recordId: null, args: told });
  }

  let { clock } = account;
  if (clock && isDue(clock)) {
    const lastDay = addMonths(clock.purchaseDay, clock.months);
    const { points } = account;
    if (points > 0) tell('pointsLapse', '', lastDay, clock.lapsesAt, { points });
    const { purchaseDay, months, version, lapsesAt } = clock;
    const remindAt = nextReminder(dayNumberOf(lastDay), at, program);
    clock = { purchaseDay, months, version, lapsesAt, remindAt };
  }
  const packages = eachDue(account.packages, isDue, (owned) => {
    const { id, code, left, expiresOn, expiresAt } = owned;
    if (left > 0 && expiresOn !== null && expiresAt !== null) {
      tell('sessionsExpire', `${id}:`, expiresOn, expiresAt, { package: code, sessions: left });
    }
    return changePackage(owned, { remindAt: reminderAfter(owned, at, program) });
  });
  const lots = eachDue(account.credit.lots, isDue, (lot) => {
    const { id, left, expiresOn, expiresAt } = lot;
    if (expiresOn !== null && expiresAt !== null) {
      tell('creditExpires', `${id}:`, expiresOn, expiresAt, { credit: left });
    }
    return changeLot(lot, { remindAt: reminderAfter(lot, at, program) });
  });
  const vouchers = eachDue(account.vouchers, isDue, (voucher) => {
    const { id, reward, status, expiresOn, expiresAt } = voucher;
    if (status === 'open' && expiresOn !== null && expiresAt !== null) {
      tell('voucherExpires', `${id}:`, expiresOn, expiresAt, { reward });
    }
    return { ...voucher, remindAt: reminderAfter(voucher, at, program) };
  });
  const offers = eachDue(account.offers, isDue, (offer) => {
    const { id, source, used, expiresOn, expiresAt } = offer;
    if (!used && expiresOn !== null && expiresAt !== null) {
      tell('offerExpires', `${id}:`, expiresOn, expiresAt, { offer: source });
    }
    return { ...offer, remindAt: reminderAfter(offer, at, program) };
  });
  const credit =
    lots === account.credit.lots ? account.credit : { balance: account.credit.balance, lots };
  return changed({ set: { clock, packages, credit, vouchers, offers }, notices });
}

/** A list whose members are others where something is due; the list itself where nothing is. */
function eachDue<Item>(
  items: readonly Item[],
  isDue: (item: Item) => boolean,
  change: (item: Item) => Item,
): readonly Item[] {
  return items.some(isDue) ? items.map((item) => (isDue(item) ? change(item) : item)) : items;
}
