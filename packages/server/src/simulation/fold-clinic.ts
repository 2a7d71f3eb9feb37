import {
  emptyJournal,
  foldAccount,
  postEntries,
  type Account,
  type Emission,
  type HistoryRecord,
  type NewEntry,
  type ProgramInForce,
} from '@afterglow/engine';
import { deliveryOf } from '../accounts/emissions.js';
import { canonicalJson } from '../hashing.js';
import { derivedId } from '../ids.js';
import type { SimulatedAccount } from './histories.js';

/** An account as one program makes it. */
export interface FoldedAccount extends SimulatedAccount {
  readonly account: Account;
  /** What the journal would hold: each key once, with all that its history gives it. */
  readonly entries: readonly NewEntry[];
}

/** How often accounts may tell each other something before it counts as a mistake of ours. */
const roundsAtMost = 10;

/** A program as if it had always been in force. */
export function always(program: ProgramInForce['program']): readonly ProgramInForce[] {
  return [{ version: 1, startsAt: null, program }];
}

/**
 * Folds whole histories under a program, each by the engine that folds live accounts. What accounts
 * tell each other (a friend who came) is told here too, until nothing new is said.
 *
 * @param until - How far things fall due by themselves, in epoch milliseconds.
 * @param onFolded - Told after each account; may let others run.
 */
export async function foldClinic(
  accounts: readonly SimulatedAccount[],
  of: { readonly programs: readonly ProgramInForce[]; readonly until: number },
  onFolded: () => Promise<void> | void = () => undefined,
): Promise<readonly FoldedAccount[]> {
  const folded = new Map<string, FoldedAccount>();
  const known = new Map(accounts.map((account) => [account.id, account]));
  const told = new Map<string, Map<string, HistoryRecord>>();
  let open = new Set(known.keys());

  for (let round = 0; open.size > 0; round++) {
    if (round === roundsAtMost) throw new TypeError('accounts tell each other news without end');
    const next = new Set<string>();
    for (const id of open) {
      const own = known.get(id) ?? { id, name: id, records: [], birthdays: [] };
      const records = [...own.records, ...(told.get(id)?.values() ?? [])];
      const before = folded.get(id)?.account.emissions ?? {};
      const after = foldOne({ ...own, records }, of);
      folded.set(id, after);
      for (const to of tell(told, before, after.account.emissions)) next.add(to);
      await onFolded();
    }
    open = next;
  }
  return [...folded.values()];
}

function foldOne(
  account: SimulatedAccount,
  { programs, until }: { readonly programs: readonly ProgramInForce[]; readonly until: number },
): FoldedAccount {
  const { id: accountId, records, birthdays } = account;
  const fold = foldAccount({ accountId, programs, records, birthdays, until });
  const cause = { kind: 'refold', id: null, at: until };
  const entries = postEntries({ fold, journal: emptyJournal, cause });
  return { ...account, account: fold.account, entries };
}

type Emissions = Readonly<Record<string, Emission>>;

/** Puts what changed into the histories that it concerns; answers whose they are. */
function tell(
  told: Map<string, Map<string, HistoryRecord>>,
  before: Emissions,
  after: Emissions,
): readonly string[] {
  const changed: string[] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[key], after[key]];
    if (old && now && canonicalJson(old) === canonicalJson(now)) continue;
    if (old) {
      told.get(old.to)?.delete(key);
      changed.push(old.to);
    }
    if (now) {
      const records = told.get(now.to) ?? new Map<string, HistoryRecord>();
      told.set(now.to, records.set(key, recordOfEmission(now)));
      changed.push(now.to);
    }
  }
  return changed;
}

function recordOfEmission(emission: Emission): HistoryRecord {
  const delivery = deliveryOf(emission);
  const { source, externalId, at } = delivery;
  const id = derivedId('event', at, `${emission.to} ${source} ${externalId}`);
  return { ...delivery, id, revision: 1, recordedAt: at } as HistoryRecord;
}
