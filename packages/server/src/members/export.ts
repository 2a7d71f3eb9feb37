import type {
  ConsentRecord,
  ExportedFact,
  ExportedRecord,
  MemberExport,
  Profile,
} from '@afterglow/contract';
import { standing, type Account } from '@afterglow/engine';
import { advance } from '../accounts/advance.js';
import { entryOf, entryRows, recordOf } from '../accounts/rows.js';
import { instantText } from '../clinic-clock.js';
import { ensured } from '../ensured.js';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { aliasesOf } from './aliases.js';
import { birthdayOf, toldBirthdays } from './birthdays.js';
import { consentsSince } from './consents.js';
import { memberById } from './find.js';
import { preferencesOf } from './preferences.js';
import { recordsOf } from './records.js';

type MemberRow = Tables['members'];

/** What is kept of the consents of somebody who joined. */
interface KeptConsents extends Omit<NonNullable<MemberExport['consents']>, 'at'> {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Who a member is, as the member sees it. */
export function profileOf(row: MemberRow): Profile {
  const { id, firstName, phone, email, locale, since } = row;
  return { id, firstName, phone, email, birthday: birthdayOf(row), locale, since };
}

/** Everything that is kept about a member, brought up to the clinic's now. Writes nothing. */
export async function exportOf(
  reader: Reader,
  clinic: Clinic,
  memberId: string,
): Promise<MemberExport> {
  const member = await memberById(reader, clinic.id, memberId);
  const records = await recordsOf(reader, member);
  const [, ...merged] = records;
  const key = { clinicId: clinic.id, accountId: member.id };
  const row = ensured(await reader.get('accounts', key), 'the account of a member');
  const { account, entries } = await advance(reader, row, clinic);
  const posted = (await ledgerOf(reader, member)).filter(({ seq }) => seq <= row.entrySeq);
  const { referrals, vouchers } = standing(account, clinic.programs, clinic.now);
  const reached = [...new Set(records.flatMap(({ phone, email }) => [phone, email]))];
  const addresses = reached.filter((one) => one !== null);
  return {
    asOf: instantText(clinic.now),
    profile: profileOf(member),
    consents: consentsOf(member),
    preferences: member.consentsJson === null ? null : preferencesOf(member, account),
    consentChanges: await ofAll(records, (record) => consentChangesOf(reader, record)),
    records: records.map(recordShown),
    aliases: await ofAll(records, ({ id }) => aliasesOf(reader, clinic.id, id)),
    entries: [
      ...[...posted, ...entryRows(row, entries, clinic.now)].reverse(),
      ...(await ofAll(merged, async (record) => (await ledgerOf(reader, record)).reverse())),
    ].map(entryOf),
    history: await ofAll(records, (record) => factsOf(reader, record)),
    referrals: referrals.map(({ id, status, joinedOn, releasesOn }) => ({
      id,
      status,
      joinedOn,
      releasesOn,
      firstName: null,
    })),
    reviews: await reviewsOf(reader, clinic.id, account),
    vouchers: [...vouchers],
    checkouts: await checkoutsOf(reader, clinic.id, records),
    notices: await ofAll(records, (record) => noticesOf(reader, record)),
    messages: await ofAll(addresses, (to) => messagesTo(reader, clinic.id, to)),
    codes: await ofAll(addresses, (phone) => codesTo(reader, clinic.id, phone)),
    keptCodes: await ofAll(addresses, (phone) => keptBy(reader, clinic.id, phone)),
    sessions: await ofAll(records, (record) => sessionsOf(reader, record)),
  };
}

async function ofAll<Item, Row>(
  items: readonly Item[],
  read: (item: Item) => Promise<readonly Row[]>,
): Promise<Row[]> {
  return (await Promise.all(items.map(read))).flat();
}

const instantOrNull = (at: number | null) => (at === null ? null : instantText(at));

function recordShown(row: MemberRow): ExportedRecord {
  const { status, mergedInto, referralCode, patientSince } = row;
  return {
    ...profileOf(row),
    status,
    mergedInto,
    referralCode,
    patientSince,
    birthdays: [...toldBirthdays(row)],
    consents: consentsOf(row),
    enrolledAt: instantOrNull(row.enrolledAt),
    erasesAt: instantOrNull(row.erasesAt),
    createdAt: instantText(row.createdAt),
  };
}

const ledgerOf = async (reader: Reader, { clinicId, id: accountId }: MemberRow) => [
  ...(await reader.range('entries', { index: 'key', where: { clinicId, accountId } })),
];

async function factsOf(reader: Reader, { clinicId, id }: MemberRow): Promise<ExportedFact[]> {
  const where = { clinicId, accountId: id };
  const rows = await reader.range('history', { index: 'key', where });
  return rows.map((row) => {
    const { at, recordedAt, data, ...head } = recordOf(row);
    const kept = data as Readonly<Record<string, unknown>>;
    return {
      memberId: id,
      ...head,
      at: instantText(at),
      recordedAt: instantText(recordedAt),
      data: kept,
    };
  });
}

async function reviewsOf(
  reader: Reader,
  clinicId: string,
  { referrals, friendOf }: Account,
): Promise<MemberExport['reviews']> {
  const asked = [
    ...(friendOf ? [{ referralId: friendOf.referralId, as: 'friend' }] : []),
    ...referrals.map(({ id }) => ({ referralId: id, as: 'owner' })),
  ];
  return ofAll(asked, async ({ referralId, as }) => {
    const row = await reader.get('reviews', { clinicId, referralId });
    if (!row) return [];
    const { status, reason } = row;
    const [heldAt, decidedAt] = [instantText(row.heldAt), instantOrNull(row.decidedAt)];
    return [{ referralId, as, status, reason, heldAt, decidedAt }];
  });
}

async function checkoutsOf(reader: Reader, clinicId: string, records: readonly MemberRow[]) {
  const ids = new Set(records.map(({ id }) => id));
  // Those of the clinic that are open or ended a short while ago.
  const rows = await reader.range('checkouts', { index: 'byExpiry', where: { clinicId } });
  return rows
    .filter(({ memberId }) => ids.has(memberId))
    .map(({ id, endsAt }) => ({ id, endsAt: instantText(endsAt) }));
}

async function messagesTo(reader: Reader, clinicId: string, recipient: string) {
  const where = { clinicId, recipient };
  const rows = await reader.range('outbox', { index: 'byRecipient', where });
  return rows.map(({ channel, at, sentAt, text, expiresAt }) => ({
    channel,
    recipient,
    at: instantText(at),
    sentAt: instantOrNull(sentAt),
    text: expiresAt === null ? text : null,
  }));
}

async function codesTo(reader: Reader, clinicId: string, phone: string) {
  const rows = await reader.range('challenges', { index: 'byPhone', where: { clinicId, phone } });
  return rows.map(({ createdAt, expiresAt, usedAt, attempts }) => ({
    phone,
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
    usedAt: instantOrNull(usedAt),
    attempts,
  }));
}

async function keptBy(reader: Reader, clinicId: string, phone: string) {
  const rows = await reader.range('keptCodes', { index: 'key', where: { clinicId, phone } });
  return rows.map(({ code, keptAt, keptUntil }) => ({
    phone,
    code,
    keptAt: instantText(keptAt),
    keptUntil: instantText(keptUntil),
  }));
}

function consentsOf({ consentsJson }: MemberRow): MemberExport['consents'] {
  if (consentsJson === null) return null;
  const kept = JSON.parse(consentsJson) as KeptConsents;
  // Those who joined before these were kept have none of them.
  const none = { phone: null, origin: null, address: null };
  return { ...none, ...kept, at: instantText(kept.at) };
}

async function consentChangesOf(reader: Reader, record: MemberRow): Promise<ConsentRecord[]> {
  const rows = await consentsSince(reader, record);
  return rows.map(({ memberId, at, given, purpose, channel, words, ...rest }) => ({
    memberId,
    at: instantText(at),
    purpose,
    channel,
    given: given === 1,
    words,
    recipient: rest.recipient,
    origin: rest.origin,
    address: rest.address,
  }));
}

async function noticesOf(reader: Reader, { clinicId, id: accountId }: MemberRow) {
  const rows = await reader.range('notices', { index: 'key', where: { clinicId, accountId } });
  return rows.map(({ key, kind, dueAt, usefulUntil, queuedAt, argsJson }) => ({
    key,
    kind,
    dueAt: instantText(dueAt),
    usefulUntil: instantText(usefulUntil),
    queuedAt: instantText(queuedAt),
    args: JSON.parse(argsJson) as Record<string, unknown>,
  }));
}

async function sessionsOf(reader: Reader, { clinicId, id: memberId }: MemberRow) {
  const rows = await reader.range('sessions', { index: 'byMember', where: { clinicId, memberId } });
  return rows.map(({ createdAt, expiresAt, revokedAt, remember }) => ({
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
    endedAt: instantOrNull(revokedAt),
    remember,
  }));
}
