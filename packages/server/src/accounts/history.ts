import type { HistoryRecord } from '@afterglow/engine';
import type { Reader } from '../ports.js';
import { recordOf, type AccountKey } from './rows.js';

/** All records of an account, in no order. */
export async function loadHistory(
  reader: Reader,
  { clinicId, accountId }: AccountKey,
): Promise<HistoryRecord[]> {
  const rows = await reader.range('history', { index: 'key', where: { clinicId, accountId } });
  return rows.map(recordOf);
}
