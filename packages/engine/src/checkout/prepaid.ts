import type { PackageOffer } from '@afterglow/contract';
import type { Account } from '../account.js';
import type { HoldData, RecordOf } from '../history.js';
import { useSessions } from '../packages/sessions.js';
import { heldElsewhere } from './holds.js';

/** A session that a bill takes. */
export type HeldSession = HoldData['sessions'][number];

/**
 * The sessions that pay lines of a bill: as a visit would take them, each from the fitting package
 * that ends soonest, none that is held for another bill. A line is paid whole or not at all, with a
 * session for each of its units; a line that costs nothing takes none.
 *
 * @param record - The visit that the bill will be.
 */
export function prepaidSessions(
  account: Pick<Account, 'packages' | 'holds'>,
  record: RecordOf<'visit'>,
  offers: readonly PackageOffer[],
): readonly HeldSession[] {
  const held = heldElsewhere(account.holds).sessions;
  const sessions: HeldSession[] = [];
  let { packages } = account;
  for (const { lineId, quantity, price } of record.data.lines) {
    if (price.amount === 0) continue;
    const tenders = [{ kind: 'session' as const, line: lineId, count: Math.ceil(quantity) }];
    const visit = { ...record, data: { ...record.data, tenders } };
    const used = useSessions(packages, visit, '', offers, held);
    if (used.flags.length > 0) continue;
    packages = used.packages;
    sessions.push(...used.taken);
  }
  return sessions;
}
