import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';

/** Accounts read at once. */
const pageSize = 200;

/** All accounts of a clinic in the order of their ids, as they are when their page is read. */
export async function* accountsOf(
  reader: Reader,
  clinicId: string,
): AsyncGenerator<Tables['accounts']> {
  for (let above = ''; ;) {
    const rows = await reader.range('accounts', {
      index: 'key',
      where: { clinicId },
      above,
      limit: pageSize,
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    above = last.accountId;
  }
}
