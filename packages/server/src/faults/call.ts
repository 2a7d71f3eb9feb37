import type { Answered } from '../trial/trial-clinic.js';
import { Difference } from './difference.js';
import type { FaultKind } from './fault-kinds.js';
import type { ServerProcess, StoreFault } from './server-process.js';
import type { World } from './world.js';

/** What a caller sends. */
export interface Request {
  /** `POST /v1/events` and the like. */
  readonly route: string;
  /** The credential; a function makes one for each try, since tokens of patients end soon. */
  readonly key: string | (() => Promise<string>);
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** After so many tries nothing goes wrong any more, so that every call ends. */
const unluckyTries = 5;

const storeFaults = [
  'crashBeforeCommit',
  'crashAfterCommit',
  'conflict',
  'storeFailed',
  'commitUnknown',
] as const satisfies readonly StoreFault[];

const lotsOfCalls: readonly [Weighted, ...Weighted[]] = [
  { fault: undefined, weight: 60 },
  { fault: 'requestLost', weight: 5 },
  { fault: 'answerLost', weight: 8 },
  ...storeFaults.map((fault) => ({ fault, weight: 6 })),
];

interface Weighted {
  readonly fault: Extract<FaultKind, 'requestLost' | 'answerLost' | StoreFault> | undefined;
  readonly weight: number;
}

/** What to do with an answer, also with one that its caller never sees. */
export type Watch = (answered: Answered) => void;

/**
 * One try of a call, on which something may go wrong.
 *
 * @returns Undefined when the caller can't know what became of it.
 */
export async function attempt(
  world: World,
  request: Request,
  { watch = () => {}, calm = false }: { readonly watch?: Watch; readonly calm?: boolean } = {},
): Promise<Answered | undefined> {
  const { fault } = calm ? { fault: undefined } : world.noise.weighted(lotsOfCalls);
  if (fault === 'requestLost') {
    world.took(fault);
    return undefined;
  }
  const key = typeof request.key === 'string' ? request.key : await request.key();
  const server = world.server();
  const before = brokenOf(world);
  // A call with a key is one transaction, which what it tells others follows.
  const isKeyed = request.headers?.['idempotency-key'] !== undefined;
  if (isStoreFault(fault)) server.plan(fault, world.noise.between(0, isKeyed ? 1 : 3));
  const answered = await Promise.race([ask(server, request, key), server.death]);
  if (isStoreFault(fault)) server.unplan();
  if (answered === 'died') {
    if (isKeyed && fault === 'crashAfterCommit') world.took('crashAfterDecision');
    return undefined;
  }

  if (answered.status >= 500) {
    if (brokenOf(world) === before)
      throw new Difference(`${request.route} answers ${answered.status} though nothing broke`);
    return undefined;
  }
  watch(answered);
  if (fault !== 'answerLost') return answered;
  world.took(fault);
  return undefined;
}

/** Tries until there is an answer. For calls that may be repeated. */
export async function insist(
  world: World,
  request: Request,
  watch: Watch = () => {},
): Promise<Answered> {
  for (let tries = 1; ; tries++) {
    const answered = await attempt(world, request, { watch, calm: tries > unluckyTries });
    if (answered) return answered;
    if (tries > 2 * unluckyTries) throw new Difference(`${request.route} never ends`);
    world.wait(world.noise.between(1, 90_000));
  }
}

const isStoreFault = (fault: FaultKind | undefined): fault is StoreFault =>
  (storeFaults as readonly (FaultKind | undefined)[]).includes(fault);

/** How often a store broke so that an app has to answer 500. */
export const brokenOf = ({ counts }: World) => counts.storeFailed + counts.commitUnknown;

async function ask(server: ServerProcess, request: Request, key: string): Promise<Answered> {
  const [method = 'GET', path = ''] = request.route.split(' ');
  const answer = await server.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}
