import type { Account, Desired, LapseClock, Notice } from '../account.js';
import { dayOfNumber, lapseInstantOf, localDayNumberAt, monthsLater } from '../calendar.js';
import { noChange } from '../change.js';
import type { Change } from '../change.js';
import { heldElsewhere, withHeld } from '../checkout/holds.js';
import { spendTenders } from '../checkout/spend.js';
import { earnBonuses } from '../earning/bonuses.js';
import { mayEarn, neverEarns } from '../earning/earn.js';
import { paidByLine } from '../earning/paid.js';
import type { Step } from '../gather.js';
import type { Gift } from '../grants/give.js';
import type { RecordOf } from '../history.js';
import { tellHeld, tellJoined } from '../joining.js';
import { keyPart } from '../keys.js';
import { NEWS_MS } from '../notices/news.js';
import { nextReminder } from '../notices/reminders.js';
import { findOccasion, welcomeBack } from '../occasions/occasions.js';
import { buyPackages } from '../packages/packages.js';
import { namedAsToday, useSessions } from '../packages/sessions.js';
import type { TakenSessions } from '../packages/sessions.js';
import type { ProgramInForce } from '../programs/programs.js';
import { completesReferral, emissionOf, welcomeFriend } from '../referrals/friend.js';
import { releaseOf } from '../referrals/terms.js';
import { addSpend, countsAsSpend } from '../tiers/spend.js';
import { levelIndex, reviewTier } from '../tiers/tiers.js';
import { codeBooked, codeOf, keepBooking } from './bookings.js';
import { earnPoints } from './points.js';
import { keepsSession, keptByLine } from './receipt.js';
import type { Receipt } from './receipt.js';
import { addVisit, treatedLines } from './tally.js';

/** What a visit makes of an account, and what later refunds need of it. */
export interface FoldedVisit {
  /** The parts of the account as they are after it, those that stay the same too. */
  readonly set: VisitSet;
  /** All else. */
  readonly change: Change;
  /** The visit with the tenders that its checkout held. */
  readonly record: RecordOf<'visit'>;
  /** Paid for each line with money, before refunds. */
  readonly paid: readonly number[];
  readonly taken: readonly TakenSessions[];
}

/**
 * Takes a completed visit into an account: packages bought, sessions used, what was held or spent,
 * points and bonuses earned, spend and tier, the inactivity clock, milestones, and the referral that
 * it may complete.
 *
 * What was refunded, at any time, counts from the start: an amount is what remains after it. Only
 * the inactivity clock looks at what was paid at the till, so that a date once announced never
 * moves closer; and what was free when it was paid was spent.
 */
export function foldVisit(
  account: Account,
  step: Extract<Step, { type: 'visit' }>,
  inForce: ProgramInForce,
  memoryDays: number,
  knownThen: () => Account,
): FoldedVisit {
  const { program } = inForce;
  const { refunds } = step;
  const { checkoutId } = step.record.data;
  const hold = account.holds.find((one) => one.checkoutId === checkoutId);
  const record = hold ? heldVisit(step.record, hold, program.clinic.currency) : step.record;
  const keyPrefix = `visit:${record.source}/${keyPart(record.externalId)}`;
  const today = localDayNumberAt(record.at, program.clinic.timeZone);
  const on = dayOfNumber(today);

  const bought = buyPackages({ accountId: account.accountId, record, keyPrefix, inForce, on });
  const packages =
    bought.packages.length > 0 ? [...account.packages, ...bought.packages] : account.packages;
  const held = heldElsewhere(account.holds, hold?.checkoutId).sessions;
  const named = namedAsToday(record, { packages, mergedFrom: account.mergedFrom });
  const used = useSessions(packages, named, keyPrefix, program.packages, held);
  const paid = paidByLine(record.data, program.points.value, used.linesOfTenders);
  const { taken } = used;
  const kept = keptByLine(record, paid, refunds);
  const receipt: Receipt = { record, refunds, inForce, keyPrefix, on, today, paid, kept, taken };
  const treated = treatedLines(receipt);
  const spent = spendTenders(account, receipt, hold, knownThen);
  const { kept: booking, open: bookings } = keepBooking(account.bookings, receipt, treated);

  const earns = mayEarn(account, program);
  const points = earns ? earnPoints(account, receipt, treated.length > 0) : undefined;
  const isRewarded = earns && program.bonuses.length > 0;
  const bonuses = isRewarded
    ? earnBonuses(account.tally, spent.set.used, { receipt, treated, booking })
    : undefined;
  const tally = addVisit(account.tally, receipt, treated);
  const tier = spendMoney(account, receipt, memoryDays);
  const gifts = earns && treated.length > 0 ? visitGifts(account, receipt, tally.visits) : [];
  const { vouchers, offers, holds, used: usedByBill } = spent.set;
  const { friendOf, emissions } = refer(account, receipt);
  const { joinedAt, birthdays, used: usedBefore } = account;
  const set: VisitSet = {
    packages: used.packages,
    bookings,
    tally,
    tier,
    clock: restartClock(account.clock, receipt),
    vouchers,
    offers,
    holds,
    used: bonuses?.used ?? usedByBill,
    multipliers: points?.multipliers ?? account.multipliers,
    nextOccasion:
      tally.firstOn === account.tally.firstOn
        ? account.nextOccasion
        : findOccasion({ joinedAt, birthdays, tally, used: usedBefore }, inForce, record.at),
    friendOf,
    emissions,
  };
  const desired: Desired[] = [];
  addAll(desired, bought.desired);
  addAll(desired, used.desired);
  addAll(desired, spent.desired);
  if (points) addAll(desired, points.desired);
  if (bonuses) addAll(desired, bonuses.desired);
  const change: Change = {
    set: noChange.set,
    desired,
    flags: joined(joined(bought.flags, used.flags), spent.flags),
    gifts,
    notices: visitNotices(account, receipt, tier, gifts),
  };
  return { set, change, record, paid, taken };
}

/** The parts of an account that a visit can change. */
export type VisitSet = Pick<
  Account,
  | 'packages'
  | 'bookings'
  | 'tally'
  | 'tier'
  | 'clock'
  | 'vouchers'
  | 'offers'
  | 'holds'
  | 'used'
  | 'multipliers'
  | 'nextOccasion'
  | 'friendOf'
  | 'emissions'
>;

function addAll<Item>(all: Item[], more: readonly Item[]): void {
  for (const item of more) all.push(item);
}

const none: readonly never[] = [];

/** All members of two lists; most visits have members in few of them. */
function joined<Item>(first: readonly Item[], second: readonly Item[]): readonly Item[] {
  return second.length === 0 ? first : first.length === 0 ? second : first.concat(second);
}

function heldVisit(
  record: RecordOf<'visit'>,
  hold: Account['holds'][number],
  currency: string,
): RecordOf<'visit'> {
  const tenders = [...withHeld(record, hold, currency)];
  return { ...record, data: { ...record.data, tenders } };
}

/** Rewards of the milestone that this visit is, and of a return after a long time. */
function visitGifts(account: Account, receipt: Receipt, visits: number): readonly Gift[] {
  const { record, inForce, keyPrefix, on } = receipt;
  const back = welcomeBack(account, receipt);
  const reached = inForce.program.milestones.filter((milestone) => milestone.visits === visits);
  if (reached.length === 0) return back;
  return [
    ...reached.map(({ grant }, nth): Gift => ({
      grant,
      key: `${keyPrefix}:milestone/${String(visits)}/${String(nth)}`,
      rule: 'milestone',
      version: inForce.version,
      at: record.at,
      on,
      cause: { kind: 'visit', id: record.id },
      args: { visits },
    })),
    ...back,
  ];
}

/** The tier with what the visit's lines keep. */
function spendMoney(account: Account, receipt: Receipt, memoryDays: number): Account['tier'] {
  const { program } = receipt.inForce;
  let amount = 0;
  receipt.record.data.lines.forEach((line, index) => {
    if (countsAsSpend(line, program.tiers)) amount += receipt.kept[index] ?? 0;
  });
  if (amount === 0) return account.tier;

  const added = { day: receipt.today, amount };
  const spend = addSpend(account.tier.spend, added, program.tiers, memoryDays);
  return reviewTier(account.tier, receipt.today, program, spend);
}

/** The inactivity clock: a visit is a purchase when money was paid, or a prepaid session taken. */
function restartClock(clock: LapseClock | null, receipt: Receipt): LapseClock | null {
  const { inForce, on, today, paid, taken, record } = receipt;
  if (taken.length === 0 && !paid.some((amount) => amount > 0)) return clock;

  const { program, version } = inForce;
  const months = program.points.lapseAfterMonths;
  if (months === null) return null;
  const { timeZone } = program.clinic;
  return {
    purchaseDay: on,
    months,
    version,
    lapsesAt: lapseInstantOf(today, months, timeZone),
    remindAt: nextReminder(monthsLater(today, months), record.at, program),
  };
}

type Referring = Pick<Account, 'friendOf' | 'emissions'>;

/** The referral that this visit begins or completes, with what the owner of the code is told. */
function refer(account: Account, receipt: Receipt): Referring {
  const { friendOf, emissions: before } = beginReferral(account, receipt) ?? account;
  if (friendOf === null || friendOf.completedAt !== null) return { friendOf, emissions: before };

  const { accountId } = account;
  const { record } = receipt;
  const sharesCard = record.data.sharesCardWith === friendOf.ownerId;
  const emissions = sharesCard
    ? tellHeld({ accountId, emissions: before }, friendOf, record.at)
    : before;
  if (!isFirstTreatment(friendOf, receipt)) return { friendOf, emissions };

  const emission = emissionOf(accountId, friendOf, 'completed', record.at);
  return {
    friendOf: { ...friendOf, completedAt: record.at },
    emissions: { ...emissions, [emission.key]: emission },
  };
}

/**
 * A new patient who never joined names a code at the till, or named one when booking: its owner is
 * credited all the same. What is said at the till outweighs the booking.
 */
function beginReferral(account: Account, { record, inForce, on }: Receipt): Referring | undefined {
  const { accountId, mergedFrom, friendOf, joinedAt, tally } = account;
  const { referredBy, lookAlike } = codeOf(
    record.data.referredBy === undefined ? codeBooked(account.bookings) : record.data,
  );
  if (referredBy === undefined || friendOf || joinedAt !== null || tally.visits > 0) {
    return undefined;
  }
  const person = {
    accountId,
    mergedFrom,
    ownerId: referredBy,
    existingPatient: false,
    firstNameShared: false,
    recordId: record.id,
    at: record.at,
    on,
  };
  const begun = welcomeFriend(person, inForce).friendOf;
  if (!begun) return undefined;
  return { friendOf: begun, emissions: tellJoined(account, begun, lookAlike !== undefined) };
}

function isFirstTreatment(
  friendOf: NonNullable<Account['friendOf']>,
  { record, refunds, inForce, on, paid, taken }: Receipt,
): boolean {
  // A refund after the hold takes nothing back, so it does not count here.
  const { releasesAt } = releaseOf(record.at, inForce.program);
  const inHold = refunds.filter(({ at }) => at < releasesAt);
  const held = keptByLine(record, paid, inHold);
  const { program } = inForce;
  let spend = 0;
  let isTreated = false;
  record.data.lines.forEach((line, index) => {
    const amount = held[index] ?? 0;
    if (line.kind === 'product' || !countsAsSpend(line, program.tiers)) return;
    spend += amount;
    if (line.kind !== 'treatment') return;
    if (neverEarns(program, line, record.data)) return;
    isTreated ||= amount > 0 || keepsSession(line.lineId, taken, inHold);
  });
  return completesReferral(friendOf, { at: record.at, on, isTreated, spend }, inForce);
}

function visitNotices(
  account: Account,
  { record, inForce, on }: Receipt,
  tier: Account['tier'],
  gifts: readonly Gift[],
): readonly Notice[] {
  const { tiers } = inForce.program;
  const { id: recordId, at: dueAt } = record;
  const usefulUntil = dueAt + NEWS_MS;
  if (gifts.length === 0 && tier.rank <= account.tier.rank) return none;
  const notices: Notice[] = [];
  if (tier.rank > account.tier.rank) {
    const level = tiers.levels[levelIndex(tier, tiers)]?.id ?? null;
    const key = `tierUp:${String(level)}:${on}`;
    notices.push({ kind: 'tierUp', key, dueAt, usefulUntil, recordId, args: { level } });
  }
  for (const { rule, key, args = {} } of gifts) {
    if (rule !== 'milestone') continue;
    notices.push({ kind: 'milestone', key, dueAt, usefulUntil, recordId, args });
  }
  return notices;
}
