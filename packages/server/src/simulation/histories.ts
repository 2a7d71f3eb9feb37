import {
  ownSource,
  type HistoryRecord,
  type KnownBirthday,
  type RecordOf,
} from '@afterglow/engine';
import { recordOf } from '../accounts/rows.js';
import { toldBirthdays } from '../members/birthdays.js';
import type { Reader } from '../ports.js';

type FriendStep = RecordOf<'friend'>['data']['step'];

/** The history of one account, as it is judged by a program. */
export interface SimulatedAccount {
  readonly id: string;
  /** What the account is called in a report: an id of ours or a number, never a person's name. */
  readonly name: string;
  readonly records: readonly HistoryRecord[];
  /** By the day from which each counts. */
  readonly birthdays: readonly KnownBirthday[];
}

/**
 * Whether a record was derived under the program that was in force: a step of a friend that the
 * friend's account told. Another program may tell another step, so it is derived again.
 */
function isDerived(record: HistoryRecord): boolean {
  if (record.source !== ownSource) return false;
  if (record.type === 'withdrawn') return record.externalId.startsWith('referral:');
  return record.type === 'friend' && derivedSteps.includes(record.data.step);
}

/** Steps of a friend that folds tell; the others are decisions of the staff. */
const derivedSteps: readonly FriendStep[] = ['joined', 'booked', 'completed', 'released'];

/**
 * All that a clinic has recorded, by account. Only what happened and what somebody decided is kept;
 * what one account told another under the clinic's rules is left out.
 *
 * @param limit - Left out: no limit.
 * @returns Undefined when there are more records than `limit`.
 */
export async function readHistories(
  reader: Reader,
  clinicId: string,
  limit?: number,
): Promise<readonly SimulatedAccount[] | undefined> {
  const rows = await reader.range('history', {
    index: 'key',
    where: { clinicId },
    ...(limit === undefined ? {} : { limit: limit + 1 }),
  });
  if (limit !== undefined && rows.length > limit) return undefined;

  const records = new Map<string, HistoryRecord[]>();
  for (const row of rows) {
    const record = recordOf(row);
    const known = records.get(row.accountId);
    if (isDerived(record)) continue;
    if (known) known.push(record);
    else records.set(row.accountId, [record]);
  }
  const members = await reader.range('members', { index: 'key', where: { clinicId } });
  const birthdays = new Map(members.map((row) => [row.id, toldBirthdays(row)]));
  return [...records].map(([id, own]) => ({
    id,
    name: id,
    records: own,
    birthdays: birthdays.get(id) ?? [],
  }));
}
