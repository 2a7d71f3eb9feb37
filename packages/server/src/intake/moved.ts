import { deliver, withdrawal } from '../accounts/emissions.js';
import { recordOf, type AccountKey } from '../accounts/rows.js';
import type { HistoryRecord } from '@afterglow/engine';
import { currentId } from '../members/find.js';
import type { Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { derivedId } from '../ids.js';
import { awaitedRevision, type Fresh, type KeptAnswer } from './decide.js';

/** A refund or a void: it lies in the history of whoever the visit is of. */
type Correction = Extract<HistoryRecord, { readonly type: 'refund' | 'void' }>;

/**
 * Keeps a visit and what corrects it in one history: what moved to this member is taken out of the
 * account where it was, and its refunds and voids come along; a correction of a visit that moved away
 * meanwhile goes after it. What comes before its visit waits, and goes to whomever the visit is told of.
 *
 * @returns Accounts whose history grew by this.
 */
export async function followMoves(
  tx: Transaction,
  clinic: Clinic,
  fresh: readonly Fresh[],
): Promise<readonly string[]> {
  const told: string[] = [];
  for (const { row, movedFrom, isAwaited, incoming } of fresh) {
    if (movedFrom !== undefined) {
      const gone = withdrawal(row.source, row.externalId, incoming.at);
      if (!isAwaited) await deliver(tx, senderOf(clinic), movedFrom, gone, row.revision);
      told.push(movedFrom);
      for (const correction of await correctionsOf(tx, clinic, movedFrom, row)) {
        await carry(tx, clinic, correction, { from: movedFrom, to: row.memberId });
        told.push(row.memberId);
      }
    }
    const owner = await otherOwner(tx, clinic, { row, incoming });
    if (owner === undefined) continue;
    const key = { clinicId: clinic.id, accountId: row.memberId };
    const own = await latest(tx, key, row);
    if (!own) continue;
    await carry(tx, clinic, own, { from: row.memberId, to: owner });
    told.push(row.memberId, owner);
  }
  return told;
}

/** Nobody was told anything of a visit that is not known. */
const noAnswer: KeptAnswer = { warnings: [], entries: [] };

const senderOf = ({ id, now }: Clinic) => ({ clinicId: id, now });

/** Takes a correction out of one history and puts it into another, as the same event. */
async function carry(
  tx: Transaction,
  clinic: Clinic,
  record: HistoryRecord,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const { id, type, source, externalId, at, data } = record;
  await deliver(tx, senderOf(clinic), to, { id, type, source, externalId, at, data });
  await deliver(tx, senderOf(clinic), from, withdrawal(source, externalId, at));
}

/** The refunds and voids of a visit that count in an account. */
async function correctionsOf(
  tx: Transaction,
  clinic: Clinic,
  accountId: string,
  visit: { readonly source: string; readonly externalId: string },
): Promise<readonly Correction[]> {
  const where = { clinicId: clinic.id, accountId, source: visit.source };
  const rows = await tx.range('history', { index: 'key', where });
  // In the order of revisions, so the last of each identity stays.
  const current = new Map(rows.map((row) => [row.externalId, recordOf(row)]));
  return [...current.values()].filter(
    (record): record is Correction =>
      (record.type === 'refund' || record.type === 'void') &&
      record.data.visit === visit.externalId,
  );
}

/**
 * Whose the visit of a correction is, when it is somebody else's: it moved after the correction's
 * owner was looked for. The lock makes whoever moves it now wait, and see the correction. A visit that
 * is not known yet leaves a row, by which it finds what waits for it.
 */
async function otherOwner(
  tx: Transaction,
  clinic: Clinic,
  { row, incoming }: Pick<Fresh, 'row' | 'incoming'>,
): Promise<string | undefined> {
  const { event } = incoming;
  if (event.type !== 'visit.refunded' && event.type !== 'visit.voided') return undefined;
  const key = { clinicId: clinic.id, source: event.source, externalId: event.data.visit };
  const visit = await tx.lock('events', key);
  if (!visit) {
    await tx.insert('events', [
      {
        ...key,
        id: derivedId('event', clinic.now, `${clinic.id} ${key.source} ${key.externalId}`),
        memberId: row.memberId,
        revision: awaitedRevision,
        bodyHash: '',
        answerJson: JSON.stringify(noAnswer),
        recordedAt: clinic.now,
      },
    ]);
    return undefined;
  }
  const owner = await currentId(tx, clinic.id, visit.memberId);
  return owner === row.memberId ? undefined : owner;
}

/** The newest record of an identity in a history. */
async function latest(
  tx: Transaction,
  key: AccountKey,
  { source, externalId }: { readonly source: string; readonly externalId: string },
): Promise<HistoryRecord | undefined> {
  const [row] = await tx.range('history', {
    index: 'key',
    where: { ...key, source, externalId },
    descending: true,
    limit: 1,
  });
  return row && recordOf(row);
}

/**
 * The revision of an event in the history of its account: its own, or one above what lies there when
 * the event came along with a visit that moved.
 */
export async function revisionHere(
  tx: Transaction,
  key: AccountKey,
  event: { readonly source: string; readonly externalId: string; readonly revision: number },
): Promise<number> {
  if (event.revision === 1) return 1;
  const known = await latest(tx, key, event);
  return Math.max(event.revision, (known?.revision ?? 0) + 1);
}
