import type { ErasureAnswer, ErasureRequest } from '@afterglow/contract';
import { standing } from '@afterglow/engine';
import { accountNow } from '../accounts/advance.js';
import { instantText } from '../clinic-clock.js';
import type { Ports, Reader, Transaction } from '../ports.js';
import { openClinic, type Clinic } from '../programs.js';
import { provePhone, useChallenge, wrongCode } from '../sessions/prove-phone.js';
import { settleDue } from '../settle.js';
import type { Tables } from '../tables.js';
import { eraseMember } from './erase.js';
import { memberById, membersByPhone, survivorOf } from './find.js';

/** Between the wish to be erased and the erasure: 14 days of the clinic's clock. */
const waitMs = 14 * 24 * 3_600_000;

/**
 * Notes that a member wants to be erased, against a code from a phone that the member signs in with.
 * Asked again meanwhile, the day stays. Signing in takes it back.
 *
 * @returns When it takes effect, and what would be lost as of now.
 */
export async function askErasure(
  ports: Ports,
  clinic: Clinic,
  memberId: string,
  given: ErasureRequest,
): Promise<ErasureAnswer> {
  const challenge = await provePhone(ports, clinic, given, 'code');
  const key = { clinicId: clinic.id, id: memberId };
  const erasesAt = await ports.store.transaction(async (tx) => {
    await tx.lock('members', key);
    const member = await memberById(tx, clinic.id, memberId);
    // The phone of a merged record is the person's too.
    const people = await membersByPhone(tx, clinic.id, challenge.phone);
    if (people.every(({ id }) => id !== member.id)) throw wrongCode('code');
    await useChallenge(tx, challenge, ports.clock.now(), 'code');
    const [first] = await wishesOf(tx, member);
    if (first !== undefined) return first.erasesAt;
    const at = clinic.now + waitMs;
    await tx.update('members', { clinicId: clinic.id, id: member.id }, { erasesAt: at });
    return at;
  });
  return {
    erasesAt: instantText(erasesAt),
    lost: await worthOf(ports.store.reader, clinic, memberId),
  };
}

/** A record of somebody who wants to be erased. */
type Wish = Tables['members'] & { readonly erasesAt: number };

/**
 * The wishes of a person to be erased, soonest first. Each stays with the record that asked, so that a
 * merge which was a mistake takes nobody along.
 */
async function wishesOf(reader: Reader, { clinicId, id }: Tables['members']): Promise<Wish[]> {
  // Few wait at any time.
  const waiting = await reader.range('members', {
    index: 'byErasure',
    where: { clinicId },
    above: 0,
  });
  const wishes: Wish[] = [];
  for (const record of waiting)
    if ((await survivorOf(reader, record))?.id === id) wishes.push(record as Wish);
  return wishes;
}

/** Takes the wish of a person to be erased back: who comes back wants to stay. */
export async function stay(tx: Transaction, member: Tables['members']): Promise<void> {
  for (const { clinicId, id } of await wishesOf(tx, member))
    await tx.update('members', { clinicId, id }, { erasesAt: null });
}

async function worthOf(
  reader: Reader,
  clinic: Clinic,
  memberId: string,
): Promise<ErasureAnswer['lost']> {
  const account = await accountNow(reader, clinic, memberId);
  const { points, credit, packages } = standing(account, clinic.programs, clinic.now);
  return {
    points: points.balance,
    pointsValue: points.value,
    credit: credit.balance,
    sessions: packages.reduce((sum, { left }) => sum + left, 0),
  };
}

/**
 * Erases who asked for it 14 days ago, each at the instant that was told, after everything that fell
 * due by then. Any number may run at once.
 *
 * @param until - The clinic's clock, epoch milliseconds.
 */
export async function eraseDue(ports: Ports, clinicId: string, until: number): Promise<void> {
  for (;;) {
    const [row] = await ports.store.reader.range('members', {
      index: 'byErasure',
      where: { clinicId },
      below: until + 1,
      limit: 1,
    });
    const clinic = row && (await openClinic(ports, clinicId));
    if (!clinic || row.erasesAt === null) return;
    await settleDue(ports, clinicId, row.erasesAt);
    await eraseMember(ports, { ...clinic, now: row.erasesAt }, row.id, row.erasesAt);
  }
}
