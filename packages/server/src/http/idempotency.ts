import { hashText } from '../hashing.js';
import type { Ports, Transaction } from '../ports.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import type { Answer } from './answer.js';
import { portsWithin, type Within } from './one-transaction.js';
import { problem } from './problems.js';

/** How long a first answer is kept: 7 days. */
const keptMs = 7 * 24 * 3_600_000;

/** What a request with a key is: which clinic's, which key, and what it asks for. */
export interface KeyedRequest {
  readonly clinicId: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Of the request that runs, for the problem that a refusal becomes. */
  readonly requestId: string;
}

/** The key of a request, or undefined where none was sent. */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  if (key === '' || key.length > 255)
    throw new Refused('invalid_field', {
      detail: 'An Idempotency-Key has 1 to 255 characters.',
      param: 'Idempotency-Key',
    });
  return key;
}

/** The row of a key. */
type Row = Tables['idempotency'];

/** What a request with a key came to, in its transaction. */
interface Done {
  readonly answer: Answer;
  readonly followUps: Within['followUps'];
}

/** An answer whose work is not to be committed: a refusal, or a preview. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('work is taken back, its answer is kept');
    this.answer = answer;
  }
}

/**
 * Carries out a request once. Its work and its answer are one transaction: either both are there or
 * neither, whatever dies. The same key with the same body gets the first answer again, with another
 * body it is refused, and while the first still runs the caller waits for it.
 *
 * @param run - Makes the answer, through these ports and no others; runs again on a conflict. A
 *   refusal is kept like any answer, and what was written before it is taken back; a failure of ours
 *   is not kept, so the request can be tried again.
 */
export async function once(
  ports: Ports,
  asked: KeyedRequest,
  run: (ports: Ports) => Promise<Answer>,
): Promise<Answer> {
  const { clinicId, key, method, path, body } = asked;
  const now = ports.clock.now();
  const row = {
    clinicId,
    key,
    bodyHash: hashText(`${method} ${path}\n${body}`),
    // Nobody sees these before the answer takes their place.
    status: 0,
    answerJson: '',
    expiresAt: now + keptMs,
  };
  const { answer, followUps } = await ports.store
    .transaction(async (tx): Promise<Done> => {
      const first = await take(tx, row, now);
      if (first) return { answer: replay(first, row), followUps: [] };

      const within = portsWithin(ports, tx);
      const made = await run(within.ports).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        throw new TakenBack(problem(error.code, asked.requestId, error.options));
      });
      if (within.isTakenBack()) throw new TakenBack(made);
      await tx.update('idempotency', { clinicId, key }, kept(made));
      return { answer: made, followUps: within.followUps };
    })
    .catch(async (error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
      return { answer: await keepAlone(ports, row, error.answer), followUps: [] };
    });
  for (const followUp of followUps) await followUp(ports);
  return answer;
}

/** Keeps the answer of work that was taken back; another that came first meanwhile counts. */
async function keepAlone(ports: Ports, row: Row, answer: Answer): Promise<Answer> {
  return ports.store.transaction(async (tx) => {
    const first = await take(tx, { ...row, ...kept(answer) }, ports.clock.now());
    return first ? replay(first, row) : answer;
  });
}

/**
 * Takes the key with this row, or answers the row of who had it. Where another transaction has it
 * open, this one waits for that to end.
 */
async function take(tx: Transaction, row: Row, now: number): Promise<Row | undefined> {
  if (await tx.claim('idempotency', row)) return undefined;

  const first = await tx.lock('idempotency', { clinicId: row.clinicId, key: row.key });
  if (first && first.expiresAt > now) return first;
  await tx.save('idempotency', [row]);
  return undefined;
}

/** What is kept of a first answer besides its status. */
interface KeptAnswer {
  readonly type: string | null;
  readonly body: string | null;
}

/** An answer as columns. */
function kept({ status, headers, body }: Answer): Pick<Row, 'status' | 'answerJson'> {
  const answer: KeptAnswer = { type: headers['Content-Type'] ?? null, body };
  return { status, answerJson: JSON.stringify(answer) };
}

/** Kept answers that are looked at together. */
const lookedAtOnce = 200;

/** A refusal as it is kept, to take the place of first answers. */
export function keptRefusal({ code, options }: Refused): Pick<Row, 'status' | 'answerJson'> {
  return kept(problem(code, 'erased', options));
}

/**
 * Replaces the kept answers that name a member, and all that were given to the member, by a refusal.
 * The keys stay taken: a repetition must not carry its request out again.
 *
 * @param refusal - From {@link keptRefusal}, of `member_erased`.
 */
export async function forgetAnswers(
  tx: Transaction,
  clinicId: string,
  {
    memberIds,
    refusal,
  }: { readonly memberIds: readonly string[]; readonly refusal: ReturnType<typeof keptRefusal> },
): Promise<void> {
  const names = (row: Row) =>
    memberIds.some((id) => row.key.startsWith(`${id} `) || row.answerJson.includes(id));
  for (let above = ''; ;) {
    const rows = await tx.range('idempotency', {
      index: 'key',
      where: { clinicId },
      above,
      limit: lookedAtOnce,
    });
    for (const { key, ...row } of rows)
      if (names({ key, ...row })) await tx.update('idempotency', { clinicId, key }, refusal);
    const last = rows.at(-1);
    if (!last || rows.length < lookedAtOnce) return;
    above = last.key;
  }
}

function replay(first: Row, { bodyHash }: Pick<Row, 'bodyHash'>): Answer {
  if (first.bodyHash !== bodyHash)
    throw new Refused('idempotency_key_reused', {
      detail:
        'This Idempotency-Key was sent before with another body or address. Make a new key for each new request.',
    });
  const { type, body } = JSON.parse(first.answerJson) as KeptAnswer;
  return {
    status: first.status,
    headers: {
      ...(type === null ? {} : { 'Content-Type': type }),
      'Cache-Control': 'no-store',
      'Idempotent-Replayed': 'true',
    },
    body,
  };
}
