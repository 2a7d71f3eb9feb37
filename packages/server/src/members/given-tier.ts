import { decisionSource, type Account } from '@afterglow/engine';
import { recordOf, type AccountKey } from '../accounts/rows.js';
import type { Reader } from '../ports.js';

/** What the ids of records of given tiers begin with; the id of the decision follows. */
export const tierPrefix = 'tier:';

/** The first text behind all that begin so. */
const behind = 'tier;';

/**
 * The reason that staff gave for a tier, from the history of the account. Nearly nobody has one, so
 * that nothing is read for all others.
 *
 * @returns Null where no tier was given.
 */
export async function reasonOfTier(
  reader: Reader,
  { clinicId, accountId }: AccountKey,
  { tier: { override } }: Account,
): Promise<string | null> {
  if (!override) return null;
  const rows = await reader.range('history', {
    index: 'key',
    where: { clinicId, accountId, source: decisionSource },
    above: tierPrefix,
    below: behind,
    descending: true,
  });
  for (const record of rows.map(recordOf)) {
    const isIt =
      record.type === 'tierSet' &&
      record.data.level === override.level &&
      record.data.until === override.until;
    if (isIt) return record.data.reason;
  }
  return null;
}
