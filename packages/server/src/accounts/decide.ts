import {
  decisionSource,
  type Account,
  type HistoryRecord,
  type ProgramInForce,
  type UntakenRecord,
} from '@afterglow/engine';
import { newId } from '../ids.js';
import type { Ports, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { memberErased } from '../members/find.js';
import { settleAccounts } from '../settle.js';
import { advance, timeOfWrite } from './advance.js';
import { lockAccount, newestPrograms, writeAccount } from './write.js';
import type { Posted, WriteContext } from './write.js';

/** A locked account as a decision finds it, and the transaction in which it is made. */
export interface Question {
  readonly tx: Transaction;
  readonly account: Account;
  readonly programs: readonly ProgramInForce[];
  /**
   * When the decision counts, epoch milliseconds: now, and after all that was taken before, so that
   * nothing earlier comes between what was asked and what is recorded.
   */
  readonly at: number;
}

/** A decision as it goes into the history; the identity is ours. */
export type DecisionRecord = HistoryRecord extends infer One
  ? One extends HistoryRecord
    ? Pick<One, 'type' | 'externalId' | 'data'>
    : never
  : never;

/** What a decision comes to. */
export interface Decided<Answer> {
  /** Left out where nothing is to be recorded. */
  readonly record?: DecisionRecord | undefined;
  readonly answer: Answer;
}

/** What a decision was answered, and what it did. */
export interface Done<Answer> {
  readonly answer: Answer;
  /** The account after it. */
  readonly account: Account;
  /** What it posted, without what had fallen due before it. */
  readonly entries: readonly Posted[];
}

/**
 * Decides something about one account in one transaction: nobody else changes the account between
 * what is asked and what is recorded. An account that was merged stands for nobody any more; the one
 * that it is part of is asked instead.
 *
 * @throws Refused with `member_erased` when the person was erased.
 *
 * @param decide - Throws a refusal to record nothing. Runs again on a conflict.
 */
export async function decideOnAccount<Answer>(
  ports: Ports,
  clinic: Clinic,
  accountId: string,
  decide: (question: Question) => Promise<Decided<Answer>>,
): Promise<Done<Answer>> {
  const context = { clinicId: clinic.id, programs: clinic.programs, now: clinic.now };
  const { told, ...done } = await ports.store.transaction((tx) =>
    decideIn(tx, ports, context, accountId, decide),
  );
  await settleAccounts(ports, context, told);
  return done;
}

async function decideIn<Answer>(
  tx: Transaction,
  ports: Ports,
  context: WriteContext,
  accountId: string,
  decide: (question: Question) => Promise<Decided<Answer>>,
): Promise<Done<Answer> & { readonly told: readonly string[] }> {
  const row = await lockAccount(tx, { clinicId: context.clinicId, accountId });
  if (row.frozenAt !== null) throw memberErased();
  const programs = await newestPrograms(tx, context, row);
  const now = await timeOfWrite(tx, row, context.now, true);
  const { account } = await advance(tx, row, { programs, now });
  if (account.mergedInto !== null) return decideIn(tx, ports, context, account.mergedInto, decide);

  const at = Math.max(now, (account.last?.at ?? 0) + 1);
  const { record, answer } = await decide({ tx, account, programs, at });
  if (record === undefined) return { answer, account, entries: [], told: [] };

  const whole = {
    ...record,
    id: newId('event', now, ports.randomness),
    source: decisionSource,
    revision: 1,
    at,
  } as UntakenRecord;
  const written = await writeAccount(tx, context, accountId, [whole]);
  const entries = written.entries.filter(({ cause }) => cause.id === whole.id);
  return { answer, account: written.account, entries, told: written.told };
}
