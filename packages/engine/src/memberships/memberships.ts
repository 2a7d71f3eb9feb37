import type { Account, Membership } from '../account.js';
import { addMonths, daysBetween, startOfDay } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { changed, noChange } from '../change.js';
import type { Change } from '../change.js';
import type { Gift } from '../grants/give.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import type { ProgramInForce } from '../programs/programs.js';

const MONTHS_OF_A_QUARTER = 3;

/**
 * A membership starts, pauses, goes on or ends. Its terms are those of the day of the start; what
 * was banked stays until its own end, whatever becomes of the membership. Whoever goes on, after a
 * pause or an end, keeps the count of months; the quarters of the perk go by it.
 */
export function takeMembership(
  account: Account,
  record: RecordOf<'membership'>,
  { program, version }: ProgramInForce,
  on: LocalDay,
): Change {
  const { membership } = account;
  const { step, plan } = record.data;
  if (step !== 'started') {
    if (!membership || membership.status === 'ended') return noChange;
    const status = step === 'paused' ? 'paused' : 'ended';
    return changed({ set: { membership: { ...membership, status, nextAt: null } } });
  }
  // A till that tells it each month says nothing new.
  if (membership?.status === 'active' && membership.plan === plan) return noChange;
  const terms = program.memberships.find(({ code }) => code === plan);
  if (!terms) return changed({ flags: [{ code: 'plan_unknown', path: 'plan' }] });

  const { timeZone } = program.clinic;
  const startsOn = record.data.startsOn ?? on;
  const isSame = membership !== null && membership.plan === plan;
  const nextAt = isSame ? monthAt(membership, timeZone) : null;
  // Whoever goes on within the month that is banked waits for the next one: no month is banked twice.
  if (isSame && nextAt !== null && nextAt > record.at) {
    return changed({ set: { membership: { ...membership, status: 'active', nextAt } } });
  }
  const started: Membership = {
    plan: terms.code,
    version,
    key: `membership:${record.source}/${keyPart(record.externalId)}`,
    recordId: record.id,
    status: 'active',
    startsOn,
    months: 0,
    monthsBefore: isSame ? membership.monthsBefore + membership.months : 0,
    nextAt: Math.max(record.at, startOfDay(startsOn, timeZone)),
    bankedCredit: terms.bankedCredit.amount,
    rollsForMonths: terms.rollsForMonths,
    perk: terms.perkPerQuarter ?? null,
  };
  return changed({ set: { membership: started } });
}

/** When the month that comes next is banked, counted from the start. */
function monthAt({ startsOn, months }: Membership, zone: string): number {
  return startOfDay(addMonths(startsOn, months), zone);
}

/** One month of a membership: its credit, and with the first month of a quarter the perk. */
export function bankMonth(account: Account, { program }: ProgramInForce): Change {
  const { membership } = account;
  if (!membership || membership.nextAt === null) return noChange;

  const { months, startsOn, key, version, bankedCredit, rollsForMonths, perk } = membership;
  const month = membership.monthsBefore + months;
  const at = membership.nextAt;
  const on = addMonths(startsOn, months);
  const common = { version, at, on, cause: { kind: 'membership', id: membership.recordId } };
  const { currency } = program.clinic;
  const usable = daysBetween(on, addMonths(on, rollsForMonths));
  const gifts: Gift[] = [
    {
      ...common,
      grant: { kind: 'credit', amount: { amount: bankedCredit, currency } },
      key: `${key}:${String(months)}`,
      rule: 'membership',
      validDays: usable,
      args: { plan: membership.plan, month: month + 1, rollsForMonths },
    },
  ];
  if (perk && month % MONTHS_OF_A_QUARTER === 0) {
    const args = { plan: membership.plan };
    gifts.push({
      ...common,
      grant: perk,
      key: `${key}:${String(months)}:perk`,
      rule: 'perk',
      args,
    });
  }
  const nextAt = monthAt({ ...membership, months: months + 1 }, program.clinic.timeZone);
  return changed({
    set: { membership: { ...membership, months: months + 1, nextAt: Math.max(nextAt, at) } },
    gifts,
    notices: [
      {
        kind: 'creditBanked',
        key: `creditBanked:${on}`,
        dueAt: at,
        usefulUntil: nextAt,
        recordId: null,
        args: { credit: bankedCredit, month: month + 1 },
      },
    ],
  });
}
