import type { DatabaseConnection } from 'kysely';
import type { RowAhead, Transaction } from '../../ports.js';
import { ensured } from '../../ensured.js';
import { sending, type Connections } from './connections.js';
import type { SqlEngine } from './dialect.js';
import { SqlTransaction } from './sql-transaction.js';
import type { Statements } from './statements.js';

/** Most transactions in one commit, so that the first of them doesn't wait long for the others. */
const perCommit = 32;

/** Work that waits for its turn. */
interface Waiting {
  readonly work: (tx: Transaction) => Promise<unknown>;
  readonly ahead: readonly RowAhead[];
  readonly resolve: (made: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What became of transactions that share a commit. */
type Outcome =
  /** Kept: what answers each of them, now that all is on the disk. */
  { readonly answers: readonly (() => void)[] } | Failed;

interface Failed {
  readonly failure: unknown;
  /** Whose work failed, where it was the work; the rows of the others are taken back with its own. */
  readonly culprit?: Waiting | undefined;
  /** True when nobody knows whether the rows are kept: the connection was lost in the commit. */
  readonly mayBeKept: boolean;
}

/** Each transaction of PostgreSQL; SQLite knows no other. */
const settings = { isolationLevel: 'serializable' } as const;

/**
 * Transactions on the one connection that writes. Those that wait at the same moment run one after
 * another and share a commit, since waiting for the disk is most of what a small one takes.
 *
 * One that fails before it has written anything is in nobody's way. After that, or when the commit is
 * refused, nothing of them is kept: they run again, and who failed runs alone. Nobody is answered before
 * the commit, not even with an error, which may rest on rows that are not kept after all.
 */
export class SharedCommits {
  readonly #writers: Connections;
  readonly #statements: Statements;
  readonly #engine: SqlEngine;
  readonly #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(writers: Connections, statements: Statements, engine: SqlEngine) {
    this.#writers = writers;
    this.#statements = statements;
    this.#engine = engine;
  }

  /** Runs work in a transaction, as `Store.transaction` does, but fails where it loses against another. */
  run<T>(work: (tx: Transaction) => Promise<T>, ahead: readonly RowAhead[] = []): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, ahead, resolve: resolve as Waiting['resolve'], reject });
      if (!this.#isRunning) void this.#runAll();
    });
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true;
    for (let first = this.#waiting.shift(); first; first = this.#waiting.shift()) {
      await this.#answer([first], perCommit);
      // Requests that arrived while the disk was waited for are heard now.
      await nextTurn();
    }
    this.#isRunning = false;
  }

  /**
   * Runs and commits transactions, and with them those that wait when they are done. Never rejects.
   *
   * @param most - How many share the commit at most; nobody joins more than that.
   */
  async #answer(asked: readonly Waiting[], most: number): Promise<void> {
    const together = [...asked];
    const outcome = await this.#writers
      .use((connection) => this.#commit(connection, together, most))
      .catch((failure: unknown): Failed => ({ failure, mayBeKept: false }));
    if ('answers' in outcome) for (const answer of outcome.answers) answer();
    else if (together.length === 1 || outcome.mayBeKept)
      for (const { reject } of together) reject(outcome.failure);
    else for (const again of apart(together, outcome.culprit)) await this.#answer(again, 0);
  }

  /** @param together - Holds who begins; whoever joins is added. */
  async #commit(
    connection: DatabaseConnection,
    together: Waiting[],
    most: number,
  ): Promise<Outcome> {
    const opened: SqlTransaction[] = [];
    let culprit: Waiting | undefined;
    let mayBeKept = false;
    try {
      const begun = this.#writers.beginTransaction(connection, settings);
      if (!this.#engine.pipelines) await begun;
      const answers: (() => void)[] = [];
      for (let wave = [...together]; wave.length > 0; together.push(...wave)) {
        const transactions = this.#open(connection, wave);
        opened.push(...transactions);
        if (answers.length === 0) transactions[0]?.goAhead(begun);
        for (const [nth, tx] of transactions.entries()) {
          culprit = ensured(wave[nth], 'the work of a transaction');
          answers.push(await run(culprit, tx));
        }
        culprit = undefined;
        wave = this.#waiting.splice(0, most - together.length);
      }
      for (const tx of opened) await tx.rowsArrived();
      throwFailed(opened);
      const committed = this.#writers.commitTransaction(connection).catch((error: unknown) => {
        mayBeKept = !this.#engine.isConflict(error);
        throw error;
      });
      await Promise.all([committed, ...opened.map((tx) => tx.arrived())]);
      // Of a transaction in which a statement failed, PostgreSQL makes a commit a rollback.
      throwFailed(opened);
      return { answers };
    } catch (error) {
      for (const tx of opened) tx.end();
      await this.#writers.rollbackTransaction(connection).catch(() => undefined);
      for (const tx of opened) await tx.arrived();
      const failed = opened.find((tx) => tx.failed !== undefined)?.failed;
      return { failure: failed ?? error, culprit, mayBeKept };
    }
  }

  /**
   * A transaction for each of them. Where the connection goes ahead they ask for their rows now: the
   * database reads those of the last ones while the first ones compute.
   */
  #open(connection: DatabaseConnection, wave: readonly Waiting[]): readonly SqlTransaction[] {
    const changed = new Set<string>();
    return wave.map(({ ahead }) => {
      const tx = new SqlTransaction(sending(connection), this.#statements, this.#engine, changed);
      if (this.#engine.pipelines) tx.readAhead(ahead);
      return tx;
    });
  }
}

function throwFailed(transactions: readonly SqlTransaction[]): void {
  for (const { failed } of transactions) if (failed !== undefined) throw failed;
}

/** How transactions run again: the others together and then the culprit, or each alone. */
const apart = (
  together: readonly Waiting[],
  culprit: Waiting | undefined,
): readonly (readonly Waiting[])[] =>
  culprit ? [together.filter((one) => one !== culprit), [culprit]] : together.map((one) => [one]);

/** Runs work; answers what tells its caller how that went. Throws where rows have to be taken back. */
async function run({ work, resolve, reject }: Waiting, tx: SqlTransaction): Promise<() => void> {
  try {
    const made = await work(tx);
    // Work may have gone on after a statement that failed.
    if (tx.failed !== undefined) throw tx.failed;
    return () => resolve(made);
  } catch (error) {
    if (tx.hasWritten || tx.failed !== undefined) throw error;
    return () => reject(error);
  } finally {
    tx.end();
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
