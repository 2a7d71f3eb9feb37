import { errors } from '@afterglow/contract';
import { hashText } from '../hashing.js';
import type { Ports, Store, Transaction } from '../ports.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { problem } from './problems.js';

/** While a first request may still be running: 60 seconds. */
const leaseMs = 60_000;

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

/**
 * Carries out a request once: the same key with the same body gets the first answer again, with
 * another body it is refused, and while the first still runs the caller is asked to wait. Where the
 * answer was lost after something was committed, the key stays taken: nothing is carried out twice.
 *
 * @param run - Makes the answer, through these ports. A refusal is kept like any answer; a failure of
 *   ours before anything was committed is not, so the request can be tried again.
 */
export async function once(
  ports: Ports,
  asked: KeyedRequest,
  run: (ports: Ports) => Promise<Response>,
): Promise<Response> {
  const bodyHash = hashText(`${asked.method} ${asked.path}\n${asked.body}`);
  const key = { clinicId: asked.clinicId, key: asked.key };
  const first = await begin(ports, { ...key, bodyHash });
  if (first) return replay(first, bodyHash, ports.clock.now());

  const answer = await run(keyedPorts(ports, key))
    .catch((error: unknown) => {
      if (error instanceof Refused) return problem(error.code, asked.requestId, error.options);
      throw error;
    })
    .catch(async (error: unknown) => {
      await ports.store.transaction(async (tx) => {
        const row = await tx.lock('idempotency', key);
        if (row && !isCommitted(row)) await tx.remove('idempotency', key);
      });
      throw error;
    });
  const kept: KeptAnswer = {
    type: answer.headers.get('content-type'),
    body: await answer.clone().text(),
  };
  await ports.store.transaction((tx) =>
    tx.update('idempotency', key, { status: answer.status, answerJson: JSON.stringify(kept) }),
  );
  return answer;
}

/** Ports whose transactions note, as they commit, that the key was used. */
function keyedPorts(ports: Ports, key: { readonly clinicId: string; readonly key: string }): Ports {
  const { store } = ports;
  const transaction: Store['transaction'] = (work) =>
    store.transaction(async (tx) => {
      const made = await work(tx);
      const row = await tx.get('idempotency', key);
      if (row && !isCommitted(row))
        await tx.update('idempotency', key, { leaseUntil: row.expiresAt });
      return made;
    });
  return { ...ports, store: { reader: store.reader, close: () => store.close(), transaction } };
}

/** Whether something was committed under the key: then it is not free before it is forgotten. */
const isCommitted = ({ leaseUntil, expiresAt }: Tables['idempotency']) => leaseUntil >= expiresAt;

/** What is kept of a first answer besides its status. */
interface KeptAnswer {
  readonly type: string | null;
  readonly body: string;
}

/** Takes the key, or answers the row of who has it. */
async function begin(
  ports: Ports,
  row: Pick<Tables['idempotency'], 'clinicId' | 'key' | 'bodyHash'>,
): Promise<Tables['idempotency'] | undefined> {
  const now = ports.clock.now();
  const taken = {
    ...row,
    status: null,
    answerJson: null,
    leaseUntil: now + leaseMs,
    expiresAt: now + keptMs,
  };
  return ports.store.transaction(async (tx) => {
    if ((await tx.insertMissing('idempotency', [taken])) === 1) return undefined;

    const known = await tx.lock('idempotency', { clinicId: row.clinicId, key: row.key });
    const isFree =
      !known || known.expiresAt <= now || (known.status === null && known.leaseUntil <= now);
    if (!isFree) return known;
    await tx.save('idempotency', [taken]);
    return undefined;
  });
}

/** Kept answers that are looked at together. */
const lookedAtOnce = 200;

/** A refusal as it is kept, to take the place of first answers. */
export async function keptRefusal({ code, options }: Refused): Promise<string> {
  const answer = problem(code, 'erased', options);
  const kept: KeptAnswer = {
    type: answer.headers.get('content-type'),
    body: await answer.text(),
  };
  return JSON.stringify(kept);
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
  { memberIds, refusal }: { readonly memberIds: readonly string[]; readonly refusal: string },
): Promise<void> {
  const { status } = errors.member_erased;
  const names = (row: Tables['idempotency']) =>
    memberIds.some((id) => row.key.startsWith(`${id} `) || row.answerJson?.includes(id));
  for (let above = ''; ;) {
    const rows = await tx.range('idempotency', {
      index: 'key',
      where: { clinicId },
      above,
      limit: lookedAtOnce,
    });
    for (const { key, ...row } of rows)
      if (row.answerJson !== null && names({ key, ...row }))
        await tx.update('idempotency', { clinicId, key }, { status, answerJson: refusal });
    const last = rows.at(-1);
    if (!last || rows.length < lookedAtOnce) return;
    above = last.key;
  }
}

function replay(first: Tables['idempotency'], bodyHash: string, now: number): Response {
  if (first.bodyHash !== bodyHash)
    throw new Refused('idempotency_key_reused', {
      detail:
        'This Idempotency-Key was sent before with another body or address. Make a new key for each new request.',
    });
  if (first.status === null || first.answerJson === null) {
    const seconds = Math.max(1, Math.ceil((first.leaseUntil - now) / 1000));
    throw new Refused('idempotency_key_in_use', {
      detail: isCommitted(first)
        ? 'The first request with this Idempotency-Key was carried out or is about to be, and its answer is not known yet. Ask again shortly; if it stays so, the answer was lost: look at what came of it.'
        : 'The first request with this Idempotency-Key is still running. Ask again shortly.',
      headers: { 'Retry-After': String(Math.min(seconds, 2)) },
    });
  }

  const { type, body } = JSON.parse(first.answerJson) as KeptAnswer;
  return new Response(body, {
    status: first.status,
    headers: {
      'Content-Type': type ?? 'application/json',
      'Cache-Control': 'no-store',
      'Idempotent-Replayed': 'true',
    },
  });
}
