import { emptyJournal } from './ledger/journal.js';
import type { NewEntry } from './ledger/journal.js';
import type { HistoryRecord } from './history.js';
import { settleAccount } from './settle.js';
import type { ProgramInForce } from './programs/programs.js';

/**
 * The whole journal of an account, made again write by write in the order in which records were
 * taken (`recordedAt`; records of one write share it). The same bytes as the journal that is kept.
 */
export function replayJournal(input: {
  readonly accountId: string;
  readonly programs: readonly ProgramInForce[];
  readonly records: readonly HistoryRecord[];
  readonly until: number;
}): readonly NewEntry[] {
  const { accountId, programs, records, until } = input;
  const settled = settleAccount({
    accountId,
    programs,
    account: undefined,
    count: 0,
    written: records,
    now: until,
    past: { records: [], journal: emptyJournal },
  });
  return settled?.entries ?? [];
}
