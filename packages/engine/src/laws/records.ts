import type { Tender, VisitLine } from '@afterglow/contract';
import { decisionSource } from '../history.js';
import type {
  AdjustmentData,
  BookingData,
  ClaimData,
  FriendStep,
  HistoryRecord,
  HoldData,
  JoinedData,
  KeptVisit,
  RecordOf,
} from '../history.js';

/** Money of the test clinic, in cents. */
export const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Milliseconds of a day of 24 hours. */
export const DAY = 86_400_000;

/** Noon at the test clinic on 2026-01-05, a Monday. */
export const START = Date.UTC(2026, 0, 5, 18);

/** What a record says about itself; left out: taken a second after it happened. */
export interface When {
  readonly at?: number;
  readonly recordedAt?: number;
  readonly revision?: number;
}

function head(externalId: string, { at = START, recordedAt = at + 1000, revision = 1 }: When) {
  const id = `evt_${externalId}.${String(revision)}`;
  return { id, source: 'till', externalId, revision, at, recordedAt };
}

/** A line; left out: a treatment with the plain rate, bought once. */
export function line(lineId: string, amount: number, more: Partial<VisitLine> = {}): VisitLine {
  return { lineId, kind: 'treatment', quantity: 1, price: usd(amount), ...more };
}

/** A completed visit with these lines. */
export function visit(
  externalId: string,
  lines: readonly VisitLine[],
  when: When & Partial<Omit<KeptVisit, 'lines'>> = {},
): RecordOf<'visit'> {
  const { at: _at, recordedAt: _recordedAt, revision: _revision, ...more } = when;
  return { ...head(externalId, when), type: 'visit', data: { ...more, lines: [...lines] } };
}

/** Money, and perhaps sessions, given back for lines of a visit. */
export function refund(
  externalId: string,
  visitId: string,
  lines: Readonly<Record<string, number | { amount: number; sessions: number }>>,
  when: When = {},
): RecordOf<'refund'> {
  const named = Object.entries(lines).map(([lineId, back]) =>
    typeof back === 'number'
      ? { lineId, amount: usd(back) }
      : { lineId, amount: usd(back.amount), sessions: back.sessions },
  );
  return { ...head(externalId, when), type: 'refund', data: { visit: visitId, lines: named } };
}

export function voiding(externalId: string, visitId: string, when: When = {}): RecordOf<'void'> {
  return { ...head(externalId, when), type: 'void', data: { visit: visitId } };
}

/** The identity is here no more; it takes a higher revision. */
export function withdrawn(
  externalId: string,
  when: When & { source?: string } = {},
): HistoryRecord {
  const { source = 'till' } = when;
  return { ...head(externalId, { revision: 2, ...when }), source, type: 'withdrawn', data: {} };
}

export function joined(when: When & Partial<JoinedData> = {}): RecordOf<'joined'> {
  const { at = START, code = null, ownerId = null, existingPatient = false, lookAlike } = when;
  const alike = lookAlike === undefined ? {} : { lookAlike };
  const data = { code, ownerId, existingPatient, enrolledAt: at, ...alike };
  return { ...head('joined', when), source: 'afterglow', type: 'joined', data };
}

/** A step of a friend, as it stands in the history of the code's owner. */
export function friend(
  friendId: string,
  step: FriendStep,
  when: When & { firstNameShared?: boolean } = {},
): RecordOf<'friend'> {
  const { at = START, firstNameShared = false } = when;
  const externalId = `referral:${friendId}:${step}`;
  const data = { referralId: `ref_${friendId}`, friendId, step, firstNameShared, at };
  return { ...head(externalId, when), source: 'afterglow', type: 'friend', data };
}

/** What a booking system says; left out: made, for nobody knows when. */
export function booking(
  externalId: string,
  data: Partial<BookingData> = {},
  when: When = {},
): RecordOf<'booking'> {
  const told = { booking: externalId, step: 'made' as const, ...data };
  return { ...head(`${told.step}-${externalId}`, when), type: 'booking', data: told };
}

/** Something done beside a visit. */
export function activity(
  externalId: string,
  word: string,
  when: When & { visit?: string } = {},
): RecordOf<'activity'> {
  const { visit: of } = when;
  const data = { activity: word, ...(of === undefined ? {} : { visit: of }) };
  return { ...head(externalId, when), type: 'activity', data };
}

/** A package runs longer. */
export function extension(
  externalId: string,
  packageId: string,
  expiresOn: string,
  when: When = {},
): RecordOf<'packageExtended'> {
  return {
    ...head(externalId, when),
    type: 'packageExtended',
    data: { package: packageId, expiresOn },
  };
}

/** A step of a membership; left out: of the plan of the test clinic. */
export function membership(
  externalId: string,
  step: 'started' | 'paused' | 'ended',
  when: When & { plan?: string; startsOn?: string } = {},
): RecordOf<'membership'> {
  const { plan = 'GLOW', startsOn } = when;
  const data = {
    step,
    ...(step === 'started' ? { plan } : {}),
    ...(startsOn === undefined ? {} : { startsOn }),
  };
  return { ...head(externalId, when), type: 'membership', data };
}

const decided = (externalId: string, when: When) => ({
  ...head(externalId, when),
  source: decisionSource,
});

/** A claim that was granted; left out: 50 dollars for 500 points, for a long time. */
export function claim(
  voucherId: string,
  data: Partial<ClaimData> = {},
  when: When = {},
): RecordOf<'claim'> {
  const grant = { kind: 'credit' as const, amount: usd(5000) };
  const terms = { reward: 'credit-50', cost: 500, grant, cash: 5000, version: 1 };
  const voucher = { voucherId, code: `CODE${voucherId}`, expiresOn: '2027-12-31' };
  return {
    ...decided(`claim:${voucherId}`, when),
    type: 'claim',
    data: { ...terms, ...voucher, ...data },
  };
}

export function claimReturned(voucherId: string, when: When = {}): RecordOf<'claimReturned'> {
  const data = { voucherId };
  return { ...decided(`returned:${voucherId}`, when), type: 'claimReturned', data };
}

export function voucherUsed(voucherId: string, when: When = {}): RecordOf<'voucherUsed'> {
  return { ...decided(`used:${voucherId}`, when), type: 'voucherUsed', data: { voucherId } };
}

/** A hold of a checkout; left out: nothing, for half an hour. */
export function hold(
  checkoutId: string,
  data: Partial<HoldData> = {},
  when: When = {},
): RecordOf<'hold'> {
  const { at = START } = when;
  const none = { sessions: [], credit: 0, points: 0, pointsWorth: 0, vouchers: [], offer: null };
  return {
    ...decided(`hold:${checkoutId}`, when),
    type: 'hold',
    data: { checkoutId, expiresAt: at + 1_800_000, ...none, ...data },
  };
}

/** A correction by the staff. */
export function adjustment(
  externalId: string,
  data: Partial<AdjustmentData>,
  when: When = {},
): RecordOf<'adjustment'> {
  const correction = { asset: 'points', amount: 0, reason: 'goodwill', ...data };
  return { ...decided(externalId, when), type: 'adjustment', data: correction };
}

/** Staff give a level through a day. */
export function tierSet(
  externalId: string,
  level: string | null,
  until: string,
  when: When = {},
): RecordOf<'tierSet'> {
  const data = { level, until, reason: 'goodwill' };
  return { ...decided(externalId, when), type: 'tierSet', data };
}

/** Makes something and all that it holds read-only; writing to it throws then. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

/** A session handed over, for a line or for whatever fits. */
export const session = (named: Partial<Tender> = {}): Tender => ({ kind: 'session', ...named });
