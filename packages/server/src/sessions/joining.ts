import type { Joining } from '@afterglow/contract';
import { ownSource, type UntakenRecord } from '@afterglow/engine';
import { newCodeWord, newId } from '../ids.js';
import type { AskedFrom } from '../members/consents.js';
import { currentId } from '../members/find.js';
import { lookAlikeOf } from '../members/look-alike.js';
import { insertMembers, newMember } from '../members/rows.js';
import type { Ports, Reader, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { codeAt, codesKept } from '../referrals/kept-codes.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';

/** Version of our own words that a person agrees to; raised with each change of them. */
const consentTextVersion = 2;

type MemberRow = Tables['members'];

/** Who of several people with one phone it is: the one with this first name. */
export function chooseKnown(
  known: readonly MemberRow[],
  firstName: string | undefined,
): MemberRow | undefined {
  const plain = (name: string | null | undefined) => name?.trim().toLowerCase();
  const fitting =
    known.length > 1 ? known.filter((one) => plain(one.firstName) === plain(firstName)) : known;
  if (fitting.length > 1 || (known.length > 1 && fitting.length === 0))
    throw new Refused('member_ambiguous', {
      detail: `${known.length} records of this clinic have this phone and the first name does not decide. The clinic chooses one.`,
      details: { records: known.length },
    });
  return fitting[0];
}

/** The code that somebody joins with; refused when this clinic has none like it. */
export async function joiningCode(
  reader: Reader,
  clinic: Clinic,
  code: string | undefined,
): Promise<Tables['codes'] | undefined> {
  if (code === undefined) return undefined;
  const row = await reader.get('codes', { clinicId: clinic.id, code });
  if (row) return row;
  throw new Refused('referral_code_unknown', {
    detail: 'This clinic has no such code. Compare its eight characters, or join without one.',
    param: 'joining.code',
  });
}

/** The code that a phone keeps from a page where somebody followed a friend's link; it may be gone. */
export async function keptCode(
  reader: Reader,
  clinic: Clinic,
  phone: string,
): Promise<Tables['codes'] | undefined> {
  const code = codeAt(await codesKept(reader, clinic.id, phone), clinic, clinic.now);
  return code === undefined ? undefined : reader.get('codes', { clinicId: clinic.id, code });
}

/**
 * Makes a person a member who can sign in: a known record becomes enrolled, or a new one is made.
 * The consents are kept with the version of their words, the time and where they came from; the own
 * code is made.
 *
 * @returns The member, and the record that its account takes up.
 */
export async function enrol(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  person: {
    readonly known: MemberRow | undefined;
    readonly phone: string;
    readonly joining: Joining;
    readonly code: Tables['codes'] | undefined;
    readonly from: AskedFrom;
  },
): Promise<{ readonly member: MemberRow; readonly record: UntakenRecord }> {
  const { joining } = person;
  const referralCode = await freeCode(tx, ports, clinic.id);
  const before = person.known ?? newMember(ports, clinic, { phone: person.phone }, clinic.now);
  const member: MemberRow = {
    ...before,
    status: 'enrolled',
    phone: person.phone,
    firstName: joining.firstName ?? before.firstName,
    consentsJson: JSON.stringify({
      ...joining.consents,
      textVersion: consentTextVersion,
      at: ports.clock.now(),
      phone: person.phone,
      origin: person.from.origin,
      address: isMarketed(joining.consents) ? person.from.address : null,
    }),
    referralCode,
    enrolledAt: clinic.now,
  };
  if (person.known) await tx.save('members', [member]);
  else await insertMembers(tx, [member]);
  await tx.insert('codes', [
    {
      clinicId: clinic.id,
      code: referralCode,
      kind: 'member',
      label: '',
      ownerId: member.id,
      createdAt: clinic.now,
    },
  ]);

  const owner = person.code?.ownerId ?? null;
  const ownerId = owner === null ? null : await currentId(tx, clinic.id, owner);
  const lookAlike = await lookAlikeOf(tx, clinic.id, ownerId, member);
  const record: UntakenRecord = {
    id: newId('event', clinic.now, ports.randomness),
    type: 'joined',
    source: ownSource,
    externalId: 'joined',
    revision: 1,
    at: clinic.now,
    data: {
      code: person.code?.code ?? null,
      ownerId: ownerId === member.id ? null : ownerId,
      existingPatient: person.known ? await wasHereBefore(tx, person.known, clinic.now) : false,
      enrolledAt: clinic.now,
      firstNameShared: joining.consents.shareFirstName,
      ...(lookAlike === undefined ? {} : { lookAlike }),
    },
  };
  return { member, record };
}

/**
 * True when the clinic has seen the person, or its patient list says so: decided once, at joining,
 * and recorded.
 */
export async function wasHereBefore(
  reader: Reader,
  { clinicId, id: accountId, patientSince }: MemberRow,
  joinedAt: number,
): Promise<boolean> {
  if (patientSince !== null) return true;
  const history = await reader.range('history', { index: 'key', where: { clinicId, accountId } });
  return hasVisitBefore(history, joinedAt);
}

/** Whether somebody has come before an instant. */
export function hasVisitBefore(
  records: readonly { readonly type: string; readonly at: number }[],
  joinedAt: number,
): boolean {
  return records.some(({ type, at }) => type === 'visit' && at < joinedAt);
}

/** Proof of a yes to news and offers is what the network address is kept for, and for nothing else. */
const isMarketed = ({ marketingSms, marketingEmail }: Joining['consents']) =>
  marketingSms || marketingEmail;

/** A code that nobody has. Two in a trillion meet, so the loop hardly ever turns. */
export async function freeCode(reader: Reader, ports: Ports, clinicId: string): Promise<string> {
  for (;;) {
    const code = newCodeWord(ports.randomness);
    if (!(await reader.get('codes', { clinicId, code }))) return code;
  }
}
