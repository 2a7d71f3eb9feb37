import type { Account, Membership } from '../account.js';
import { addMonths, dayNumberOf, startOfDay } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { noChange } from '../change.js';
import type { Change } from '../change.js';
import type { Gift } from '../grants/give.js';
import type { RecordOf } from '../history.js';
import { keyPart } from '../keys.js';
import type { ProgramInForce } from '../programs/programs.js';

const MONTHS_OF_A_QUARTER = 3;

/**
 * A membership starts, pauses, goes on or ends. Its terms are those of the day of the start; what
 * was banked stays until its own end, whatever becomes of the membership.
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
    return { ...noChange, set: { membership: { ...membership, status, nextAt: null } } };
  }
  // A till that tells it each month says nothing new.
  if (membership?.status === 'active' && membership.plan === plan) return noChange;
  const terms = program.memberships.find(({ code }) => code === plan);
  if (!terms) return { ...noChange, flags: [{ code: 'plan_unknown', path: 'plan' }] };

  const startsOn = record.data.startsOn ?? on;
  const started: Membership = {
    plan: terms.code,
    version,
    key: `membership:${record.source}/${keyPart(record.externalId)}`,
    recordId: record.id,
    status: 'active',
    startsOn,
    months: 0,
    nextAt: Math.max(record.at, startOfDay(startsOn, program.clinic.timeZone)),
    bankedCredit: terms.bankedCredit.amount,
    rollsForMonths: terms.rollsForMonths,
    perk: terms.perkPerQuarter ?? null,
  };
  return { ...noChange, set: { membership: started } };
}

/** One month of a membership: its credit, and with the first month of a quarter the perk. */
export function bankMonth(account: Account, { program }: ProgramInForce): Change {
  const { membership } = account;
  if (!membership || membership.nextAt === null) return noChange;

  const { months, startsOn, key, version, bankedCredit, rollsForMonths, perk } = membership;
  const at = membership.nextAt;
  const on = addMonths(startsOn, months);
  const common = { version, at, on, cause: { kind: 'membership', id: membership.recordId } };
  const { currency } = program.clinic;
  const usable = dayNumberOf(addMonths(on, rollsForMonths)) - dayNumberOf(on);
  const gifts: Gift[] = [
    {
      ...common,
      grant: { kind: 'credit', amount: { amount: bankedCredit, currency } },
      key: `${key}:${String(months)}`,
      rule: 'membership',
      validDays: usable,
      args: { plan: membership.plan, month: months + 1, rollsForMonths },
    },
  ];
  if (perk && months % MONTHS_OF_A_QUARTER === 0) {
    const args = { plan: membership.plan };
    gifts.push({
      ...common,
      grant: perk,
      key: `${key}:${String(months)}:perk`,
      rule: 'perk',
      args,
    });
  }
  const nextAt = startOfDay(addMonths(startsOn, months + 1), program.clinic.timeZone);
  return {
    ...noChange,
    set: { membership: { ...membership, months: months + 1, nextAt: Math.max(nextAt, at) } },
    gifts,
    notices: [
      {
        kind: 'creditBanked',
        key: `creditBanked:${on}`,
        dueAt: at,
        usefulUntil: nextAt,
        recordId: null,
        args: { credit: bankedCredit, month: months + 1 },
      },
    ],
  };
}
