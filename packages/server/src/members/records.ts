import { loadHistory } from '../accounts/history.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';

/** The record of a person and all that were merged into it, through any number of merges. */
export async function recordsOf(
  reader: Reader,
  member: Tables['members'],
): Promise<readonly Tables['members'][]> {
  const { clinicId } = member;
  const records = [member];
  // Grows while it is gone through. A merge that was taken back leads nowhere.
  for (const { id } of records)
    for (const record of await loadHistory(reader, { clinicId, accountId: id })) {
      if (record.type !== 'merge') continue;
      const other = await reader.get('members', { clinicId, id: record.data.from });
      const isNew = records.every((one) => one.id !== other?.id);
      if (other?.mergedInto === id && isNew) records.push(other);
    }
  return records;
}
