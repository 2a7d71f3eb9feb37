import type { Member } from '@afterglow/contract';
import {
  decisionSource,
  separate,
  type HistoryRecord,
  type UntakenRecord,
} from '@afterglow/engine';
import { withdrawal } from '../accounts/emissions.js';
import { writeAccount } from '../accounts/write.js';
import { newId } from '../ids.js';
import type { KeptAnswer } from '../intake/decide.js';
import type { Ports, Reader, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { settleAccounts } from '../settle.js';
import { toldBirthdays } from './birthdays.js';
import { doOrPreview } from './preview.js';
import { impossible, lockPair, pairRecord, rowOf } from './merge.js';
import { changeMember, todayOf } from './rows.js';
import { shownMember } from './shown.js';
import { filledDetails, newestRecord, partsOf, type Pair } from './union.js';

/**
 * Takes a merge back: what came with the other leaves the survivor's history, and the other folds its
 * own again. What became of the other's visits since goes back with them; what else came since stays
 * with the survivor. A preview says what each would be, and does nothing.
 */
export async function unmergeMembers(
  ports: Ports,
  clinic: Clinic,
  { preview, ...pair }: Pair & { readonly preview: boolean },
): Promise<Separated> {
  const { told, shown } = await doOrPreview(ports.store, preview, async (tx) => ({
    told: await unmergeIn(tx, ports, clinic, pair),
    shown: preview ? await showPair(tx, clinic, pair) : undefined,
  }));
  if (shown) return shown;
  await settleAccounts(ports, { ...clinic, clinicId: clinic.id }, told);
  return showPair(ports.store.reader, clinic, pair);
}

/** The two records apart. */
export interface Separated {
  readonly member: Member;
  readonly other: Member;
}

async function showPair(reader: Reader, clinic: Clinic, { into, from }: Pair): Promise<Separated> {
  const show = async (id: string, param: string) =>
    shownMember(reader, clinic, await rowOf(reader, clinic, id, param));
  return { member: await show(into, 'id'), other: await show(from, 'from') };
}

async function unmergeIn(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  { into, from }: Pair,
): Promise<readonly string[]> {
  await lockPair(tx, clinic, { into, from });
  const member = await rowOf(tx, clinic, from, 'from');
  const survivor = await rowOf(tx, clinic, into, 'id');
  if (survivor.status === 'erased' || survivor.status === 'merged')
    throw impossible(survivor.status, `The record ${into} is ${survivor.status}.`, 'id');
  if (member.mergedInto !== into)
    throw impossible('notMerged', `The record ${from} is no part of ${into}.`, 'from');

  const { clinicId, enrolledAt } = member;
  const status = enrolledAt === null ? 'known' : 'enrolled';
  await tx.update('members', { clinicId, id: from }, { status, mergedInto: null });

  const context = { clinicId, programs: clinic.programs, now: clinic.now };
  const key = { clinicId, accountId: into };
  const externalId = `merge:${from}`;
  const merge = await newestRecord(tx, key, { source: decisionSource, externalId });
  if (merge?.type !== 'merge') throw new TypeError(`${into} has no merge with ${from}`);
  await changeMember(
    tx,
    clinic,
    survivor,
    filledDetails(survivor, member, merge.data.filled ?? [], todayOf(clinic)),
  );
  const { leaving, carried } = separate(await partsOf(tx, clinicId, { into, from }), {
    mergedAt: merge.recordedAt,
    programs: clinic.programs,
    until: clinic.now,
    birthdays: toldBirthdays(member),
  });
  const left = await writeAccount(tx, context, into, [
    await pairRecord(tx, ports, clinic, key, {
      type: 'withdrawn',
      externalId,
      data: { apart: true },
    }),
    ...leaving.map((record) => withdrawn(ports, clinic, record)),
  ]);
  const ended = { type: 'withdrawn', externalId: 'mergedInto', data: {} };
  const fromKey = { clinicId, accountId: from };
  const other = await writeAccount(tx, context, from, [
    await pairRecord(tx, ports, clinic, fromKey, ended),
    ...carried,
  ]);
  for (const record of carried) {
    await giveEvent(tx, clinicId, record, from);
    if (record.type === 'hold') await giveQuote(tx, clinicId, record.data.checkoutId, from);
  }
  return [...left.told, ...other.told];
}

/** An event that went back is the other's from here on; a repetition still gets its first answer. */
async function giveEvent(
  tx: Transaction,
  clinicId: string,
  { type, source, externalId }: UntakenRecord,
  memberId: string,
): Promise<void> {
  // What was taken out is a third person's, and what we decided is no event.
  const key = { clinicId, source, externalId };
  const row = type === 'withdrawn' ? undefined : await tx.get('events', key);
  if (!row) return;
  const first = JSON.parse(row.answerJson) as KeptAnswer;
  const answer: KeptAnswer = { ...first, answeredFor: first.answeredFor ?? row.memberId };
  await tx.update('events', key, { memberId, answerJson: JSON.stringify(answer) });
}

/** A quote that went back is let go in the other's account. */
async function giveQuote(
  tx: Transaction,
  clinicId: string,
  id: string,
  memberId: string,
): Promise<void> {
  const key = { clinicId, id };
  if (await tx.get('checkouts', key)) await tx.update('checkouts', key, { memberId });
}

/** The record that takes an identity out of a history. */
const withdrawn = (
  ports: Ports,
  clinic: Clinic,
  { source, externalId, at, revision }: HistoryRecord,
) =>
  ({
    ...withdrawal(source, externalId, at),
    data: { apart: true },
    id: newId('event', clinic.now, ports.randomness),
    revision: revision + 1,
  }) as UntakenRecord;
