import type { Account, Notice, NoticeKind } from '../account.js';
import { addMonths, dayNumberOf, localDayNumberAt } from '../calendar.js';
import { noChange } from '../change.js';
import type { Change } from '../change.js';
import type { ProgramInForce } from '../programs/programs.js';
import { nextReminder, reminded } from './reminders.js';

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
    const told = { ...args, usableThrough: on, days };
    notices.push({ kind, key, dueAt: at, usefulUntil: end, recordId: null, args: told });
  }

  let { clock } = account;
  if (clock && isDue(clock)) {
    const lastDay = addMonths(clock.purchaseDay, clock.months);
    const { points } = account;
    if (points > 0) tell('pointsLapse', '', lastDay, clock.lapsesAt, { points });
    clock = { ...clock, remindAt: nextReminder(dayNumberOf(lastDay), at, program) };
  }
  const packages = eachDue(account.packages, isDue, (owned) => {
    const { id, code, left, expiresOn, expiresAt } = owned;
    if (left > 0 && expiresOn !== null && expiresAt !== null) {
      tell('sessionsExpire', `${id}:`, expiresOn, expiresAt, { package: code, sessions: left });
    }
    return reminded(owned, at, program);
  });
  const lots = eachDue(account.credit.lots, isDue, (lot) => {
    const { id, left, expiresOn, expiresAt } = lot;
    if (expiresOn !== null && expiresAt !== null) {
      tell('creditExpires', `${id}:`, expiresOn, expiresAt, { credit: left });
    }
    return reminded(lot, at, program);
  });
  const vouchers = eachDue(account.vouchers, isDue, (voucher) => {
    const { id, reward, status, expiresOn, expiresAt } = voucher;
    if (status === 'open' && expiresOn !== null && expiresAt !== null) {
      tell('voucherExpires', `${id}:`, expiresOn, expiresAt, { reward });
    }
    return reminded(voucher, at, program);
  });
  const offers = eachDue(account.offers, isDue, (offer) => {
    const { id, source, used, expiresOn, expiresAt } = offer;
    if (!used && expiresOn !== null && expiresAt !== null) {
      tell('offerExpires', `${id}:`, expiresOn, expiresAt, { offer: source });
    }
    return reminded(offer, at, program);
  });
  const credit = lots === account.credit.lots ? account.credit : { ...account.credit, lots };
  return { ...noChange, set: { clock, packages, credit, vouchers, offers }, notices };
}

/** A list whose members are others where something is due; the list itself where nothing is. */
function eachDue<Item>(
  items: readonly Item[],
  isDue: (item: Item) => boolean,
  change: (item: Item) => Item,
): readonly Item[] {
  return items.some(isDue) ? items.map((item) => (isDue(item) ? change(item) : item)) : items;
}
