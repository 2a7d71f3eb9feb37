import { hashText } from './hashing.js';
import { pageFrom, pageSize, placeOf, type Paging } from './paging.js';
import type { Reader } from './ports.js';
import type { Tables } from './tables.js';

type NoticeRow = Tables['notices'];

/** An instant, the account, and a mark of the key, which may be longer than a cursor. */
const noticePlace = /^(\d{1,15})\/([^/]+)\/([0-9a-f]{16})$/;

const markOf = ({ key }: NoticeRow) => hashText(key).slice(0, 16);

/**
 * A page of a clinic's notices, newest first. Many are due at one instant, such as the start of a
 * day, so the place names the notice and not the instant alone.
 */
export async function noticesPage(
  reader: Reader,
  clinicId: string,
  paging: Paging,
): Promise<{ readonly data: readonly NoticeRow[]; readonly nextCursor: string | null }> {
  const size = pageSize(paging);
  const place = noticePlace.exec(placeOf(paging, noticePlace) ?? '');
  const range = { index: 'byTime', where: { clinicId }, descending: true } as const;
  const [, dueAt = '', accountId = '', mark = ''] = place ?? [];
  const begun = place
    ? await reader.range('notices', { ...range, where: { clinicId, dueAt: Number(dueAt) } })
    : [];
  const last = begun.findIndex((row) => row.accountId === accountId && markOf(row) === mark);
  const older = await reader.range('notices', {
    ...range,
    ...(place ? { below: Number(dueAt) } : {}),
    limit: size + 1,
  });
  return pageFrom([...begun.slice(last + 1), ...older], size, {
    show: (row) => row,
    place: (row) => `${row.dueAt}/${row.accountId}/${markOf(row)}`,
  });
}
