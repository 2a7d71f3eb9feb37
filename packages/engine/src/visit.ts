import type { Reason, VisitLine } from '@afterglow/contract';
import type { Account, Desired, Flag, LapseClock } from './account.js';
import { dayOfNumber, lapseInstantOf, localDayNumberAt } from './calendar.js';
import type { LocalDay } from './calendar.js';
import type { Change } from './change.js';
import { earn } from './earning/earn.js';
import { paidByLine } from './earning/paid.js';
import type { Step } from './gather.js';
import type { RecordOf } from './history.js';
import { keyPart } from './keys.js';
import { buyPackages, offerOf, visitCause } from './packages/packages.js';
import { isUndone, refundBase } from './packages/refunds.js';
import { useSessions } from './packages/sessions.js';
import type { TakenSessions } from './packages/sessions.js';
import type { ProgramInForce } from './programs/programs.js';
import { completesReferral, emissionOf } from './referrals/friend.js';
import { releaseOf } from './referrals/terms.js';
import { addSpend, countsAsSpend } from './tiers/spend.js';
import { reviewTier } from './tiers/tiers.js';

/** What a visit makes of an account, and what later refunds need of it. */
export interface FoldedVisit {
  readonly change: Change;
  /** Paid for each line with money, before refunds. */
  readonly paid: readonly number[];
  readonly taken: readonly TakenSessions[];
}

/** A visit with everything that is known of its lines: the ground of all its rules. */
interface Receipt {
  readonly record: RecordOf<'visit'>;
  readonly refunds: readonly RecordOf<'refund'>[];
  readonly inForce: ProgramInForce;
  readonly keyPrefix: string;
  readonly on: LocalDay;
  /** The same day, counted since 1970. */
  readonly today: number;
  readonly paid: readonly number[];
  /** What is left of `paid` after all refunds. */
  readonly kept: readonly number[];
  readonly taken: readonly TakenSessions[];
}

/**
 * Takes a completed visit into an account: packages bought, sessions used, points earned, spend and
 * tier, the inactivity clock, and the referral that it may complete.
 *
 * What was refunded, at any time, counts from the start: an amount is what remains after it. Only
 * the inactivity clock looks at what was paid at the till, so that a date once announced never
 * moves closer.
 */
export function foldVisit(
  account: Account,
  { record, refunds }: Extract<Step, { type: 'visit' }>,
  inForce: ProgramInForce,
  memoryDays: number,
): FoldedVisit {
  const { program } = inForce;
  const keyPrefix = `visit:${record.source}/${keyPart(record.externalId)}`;
  const today = localDayNumberAt(record.at, program.clinic.timeZone);
  const on = dayOfNumber(today);

  const bought = buyPackages({ accountId: account.accountId, record, keyPrefix, inForce, on });
  const packages =
    bought.packages.length > 0 ? [...account.packages, ...bought.packages] : account.packages;
  const used = useSessions(packages, record, keyPrefix, program.packages);
  const paid = paidByLine(record.data, program.points.value, used.linesOfTenders);
  const { taken } = used;
  const kept = keptByLine(record, paid, refunds);
  const receipt: Receipt = {
    record,
    refunds,
    inForce,
    keyPrefix,
    on,
    today,
    paid,
    kept,
    taken,
  };

  const earns = program.earnBeforeJoining || account.joinedAt !== null;
  const points = earns ? earnPoints(receipt) : [];
  const change: Change = {
    set: {
      packages: used.packages,
      tier: spendMoney(account, receipt, memoryDays),
      clock: restartClock(account.clock, receipt),
      ...completeReferral(account, receipt),
    },
    desired: joined(bought.desired, used.desired, points),
    flags: joined(bought.flags, used.flags, flagTenders(record)),
  };
  return { change, paid, taken };
}

/** All members of three lists; most visits have members in one of them at most. */
function joined<Item>(
  first: readonly Item[],
  second: readonly Item[],
  third: readonly Item[],
): readonly Item[] {
  const before = second.length === 0 ? first : first.length === 0 ? second : first.concat(second);
  return third.length === 0 ? before : before.length === 0 ? third : before.concat(third);
}

/** Whether refunds leave a line any of the sessions that it took. */
function keepsSession(
  lineId: string,
  taken: readonly TakenSessions[],
  refunds: readonly RecordOf<'refund'>[],
): boolean {
  let left = 0;
  for (const { line, count } of taken) if (line === lineId) left += count;
  for (const { data } of refunds) {
    for (const { lineId: line, sessions } of data.lines) if (line === lineId) left -= sessions ?? 0;
  }
  return left > 0;
}

/** What each line keeps of what was paid for it. */
function keptByLine(
  record: RecordOf<'visit'>,
  paid: readonly number[],
  refunds: readonly RecordOf<'refund'>[],
): readonly number[] {
  if (refunds.length === 0) return paid;
  return record.data.lines.map(({ lineId }, index) =>
    Math.max(0, (paid[index] ?? 0) - refundedOf(refunds, lineId)),
  );
}

/** What refunds name for a line, all together. */
function refundedOf(refunds: readonly RecordOf<'refund'>[], lineId: string): number {
  let sum = 0;
  for (const { data } of refunds) {
    for (const line of data.lines) if (line.lineId === lineId) sum += line.amount.amount;
  }
  return sum;
}

/** Points of each line, and those for buying a package. */
function earnPoints(receipt: Receipt): readonly Desired[] {
  const { record, inForce, keyPrefix, on, paid, kept } = receipt;
  const { program, version } = inForce;
  const desired: Desired[] = [];

  record.data.lines.forEach((line, index) => {
    const before = paid[index] ?? 0;
    const remains = kept[index] ?? 0;
    const sold = earn(program, { line, place: record.data, paid: before, on });
    if (sold.rule && sold.points > 0) {
      const { id, rate } = sold.rule;
      const points =
        remains === before
          ? sold.points
          : earn(program, { line, place: record.data, paid: remains, on }).points;
      const sum = { points: rate.points, perMinorUnits: rate.perMinorUnits, earned: points };
      const args =
        remains === before
          ? { paid: before, ...sum }
          : { paid: before, refunded: before - remains, ...sum };
      const because: Reason = { rule: id, version, args };
      const key = `${keyPrefix}:${keyPart(line.lineId)}:${id}:points`;
      desired.push(pointsOf(receipt, line, key, points, because));
    }
    const offer = offerOf(line, program.packages);
    if (offer?.bonusPoints) {
      const isBack =
        receipt.refunds.length > 0 &&
        isUndone(refundBase(record.data, index, before), refundedOf(receipt.refunds, line.lineId));
      const packages = isBack ? 0 : Math.floor(line.quantity);
      const because: Reason = {
        rule: 'packageBonus',
        version,
        args: { package: offer.code, packages, points: offer.bonusPoints },
      };
      const key = `${keyPrefix}:${keyPart(line.lineId)}:package/bonus:points`;
      desired.push(pointsOf(receipt, line, key, packages * offer.bonusPoints, because));
    }
  });
  return desired;
}

/** An amount of points of one line, and the last refund of that line. */
function pointsOf(
  { record, refunds }: Receipt,
  { lineId }: VisitLine,
  key: string,
  amount: number,
  because: Reason,
): Desired {
  const given: Desired = {
    key,
    asset: 'points',
    amount,
    at: record.at,
    cause: { kind: visitCause(record), id: record.id },
    because: [because],
  };
  if (refunds.length === 0) return given;
  const refund = refunds.findLast(({ data }) => data.lines.some((line) => line.lineId === lineId));
  if (!refund) return given;
  const cause = { kind: 'refund', id: refund.id };
  return { ...given, loweredBy: { at: Math.max(refund.at, record.at), cause } };
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
  return reviewTier({ ...account.tier, spend }, receipt.today, program);
}

/** The inactivity clock: a visit is a purchase when money was paid, or a prepaid session taken. */
function restartClock(clock: LapseClock | null, receipt: Receipt): LapseClock | null {
  const { inForce, on, today, paid, taken } = receipt;
  if (taken.length === 0 && !paid.some((amount) => amount > 0)) return clock;

  const months = inForce.program.points.lapseAfterMonths;
  if (months === null) return null;
  return {
    purchaseDay: on,
    months,
    version: inForce.version,
    lapsesAt: lapseInstantOf(today, months, inForce.program.clinic.timeZone),
  };
}

/** The referral that this visit completes, with what the owner of the code is told. */
function completeReferral(
  { accountId, friendOf, emissions }: Account,
  { record, refunds, inForce, on, paid, taken }: Receipt,
): Partial<Account> | undefined {
  if (!friendOf || friendOf.completedAt !== null) return undefined;

  // A refund after the hold takes nothing back, so it does not count here.
  const { releasesAt } = releaseOf(record.at, inForce.program);
  const inHold = refunds.filter(({ at }) => at < releasesAt);
  const held = keptByLine(record, paid, inHold);
  let spend = 0;
  let isTreated = false;
  record.data.lines.forEach((line, index) => {
    const amount = held[index] ?? 0;
    if (line.kind === 'product' || !countsAsSpend(line, inForce.program.tiers)) return;
    spend += amount;
    if (line.kind !== 'treatment') return;
    isTreated ||= amount > 0 || keepsSession(line.lineId, taken, inHold);
  });
  const visit = { at: record.at, on, isTreated, spend };
  if (!completesReferral(friendOf, visit, inForce)) return undefined;

  const emission = emissionOf(accountId, friendOf, 'completed', record.at);
  return {
    friendOf: { ...friendOf, completedAt: record.at },
    emissions: { ...emissions, [emission.key]: emission },
  };
}

/** Tenders in points, credit or vouchers lower what is paid; nothing is taken for them here. */
function flagTenders({ data }: RecordOf<'visit'>): readonly Flag[] {
  const flags: Flag[] = [];
  data.tenders?.forEach(({ kind }, index) => {
    if (kind === 'points' || kind === 'credit' || kind === 'voucher') {
      flags.push({ code: 'tender_not_posted', path: `tenders[${String(index)}]` });
    }
  });
  return flags;
}
