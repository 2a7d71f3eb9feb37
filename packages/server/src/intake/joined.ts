import type { UnstampedRecord } from '../accounts/write.js';
import type { Reader } from '../ports.js';

/**
 * The record of somebody who joined at the clinic, with whose code it was. Other records pass
 * through. A code that nobody has joins without one: the person is there, the slip of paper is not.
 */
export async function joiningRecord(
  reader: Reader,
  clinicId: string,
  record: UnstampedRecord,
): Promise<UnstampedRecord> {
  if (record.type !== 'joined' || record.data.code === null) return record;

  const { code } = record.data;
  const row = await reader.get('codes', { clinicId, code });
  return { ...record, data: { ...record.data, ownerId: row?.ownerId ?? null } };
}
