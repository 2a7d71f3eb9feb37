import type { Entry, Page } from '@afterglow/contract';
import { advance } from '../accounts/advance.js';
import { entryOf, entryRows } from '../accounts/rows.js';
import { pageFrom, pageSize, placeOf, type Paging } from '../paging.js';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';

/**
 * A page of an account's journal, newest first. What is due and not posted yet is on it, with the
 * place that it will have, so that a page reads the same before and after it was posted.
 */
export async function entriesPage(
  reader: Reader,
  clinic: Clinic,
  account: Tables['accounts'],
  paging: Paging,
): Promise<Page<Entry>> {
  const { clinicId, accountId } = account;
  const below = placeOf(paging, /^\d{1,15}$/);
  const size = pageSize(paging);
  const { entries } = await advance(reader, account, clinic);
  const due = entryRows(account, entries, clinic.now)
    .reverse()
    .filter(({ seq }) => below === undefined || seq < Number(below));
  const posted = await reader.range('entries', {
    index: 'key',
    where: { clinicId, accountId },
    // What others post meanwhile is on this page already, as due.
    below: Math.min(Number(below ?? Infinity), account.entrySeq + 1),
    descending: true,
    limit: size + 1,
  });
  return pageFrom([...due, ...posted], size, { show: entryOf, place: ({ seq }) => seq });
}
