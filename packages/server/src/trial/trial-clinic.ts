import type { Problem, Program, SessionAnswer } from '@afterglow/contract';
import { createApp, type App } from '../app.js';
import { createClinic, type CreatedClinic } from '../clinics.js';
import { defaultProgram } from '../default-program.js';
import type { Logger, Ports, Randomness, Store } from '../ports.js';
import { createMemoryRateLimiter } from '../stores/memory/memory-rate-limiter.js';
import { createMemoryStore } from '../stores/memory/memory-store.js';

/** What one call was answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON; a problem where it is one, null where there is none. */
  readonly body: unknown;
}

/** What a call sends besides its address. */
export interface Sent {
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The network address that it comes from. */
  readonly address?: string;
}

/** A clinic to try the API on, with a wall clock that one holds. */
export interface TrialClinic extends CreatedClinic {
  readonly app: App;
  readonly ports: Ports;
  readonly program: Program;
  /** All lines that were logged, as text. */
  readonly logged: readonly string[];
  /** Moves the wall clock on. */
  wait(ms: number): void;
  /** `GET /v1/me` and the like. */
  call(route: string, sent?: Sent): Promise<Answered>;
  /** Signs somebody in with a test number, who joins if need be. */
  signIn(phone: string, joining?: object): Promise<SessionAnswer>;
}

/** Where the wall clock stands at first. */
export const trialStart = Date.parse('2026-11-22T15:00:00.000Z');

/** Opens a clinic on a store of its own, or beside another one on the same. */
export async function openTrial(
  options: {
    readonly sandbox?: boolean;
    readonly program?: Program;
    readonly beside?: TrialClinic;
    readonly store?: Store;
    readonly randomness?: Randomness;
  } = {},
): Promise<TrialClinic> {
  const { sandbox = true, program = defaultProgram({ holdDays: 14 }), beside } = options;
  const time = { now: trialStart };
  const logged: string[] = [];
  const ports = beside?.ports ?? portsOf(options, time, logged);
  const clinic = await createClinic(ports, { name: 'Trial', program, sandbox });
  const app = createApp(ports, {
    addressOf: (request) => request.headers.get('x-trial-address') ?? undefined,
  });
  const call = (route: string, sent: Sent = {}) => callApp(app, route, sent);
  return {
    ...clinic,
    app,
    ports,
    program,
    logged,
    wait: (ms) => (beside ? beside.wait(ms) : void (time.now += ms)),
    call,
    signIn: (phone, joining = { consents: { terms: true } }) =>
      signIn(call, clinic.publishableKey, phone, joining),
  };
}

const strongRandomness: Randomness = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

function portsOf(
  { store = createMemoryStore(), randomness = strongRandomness }: Partial<Ports>,
  time: { readonly now: number },
  logged: string[],
): Ports {
  const clock = { now: () => time.now };
  const line = (fields: object, message: string) =>
    void logged.push(JSON.stringify({ ...fields, message }));
  const logger: Logger = { info: line, warn: line, error: line };
  return {
    store,
    clock,
    randomness,
    rateLimiter: createMemoryRateLimiter(clock),
    logger,
  };
}

async function callApp(app: App, route: string, sent: Sent): Promise<Answered> {
  const [method = 'GET', path = ''] = route.split(' ');
  const isText = typeof sent.body === 'string';
  const answer = await app.request(path, {
    method,
    headers: {
      ...(sent.key === undefined ? {} : { authorization: `Bearer ${sent.key}` }),
      ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(sent.address === undefined ? {} : { 'x-trial-address': sent.address }),
      ...sent.headers,
    },
    ...(sent.body === undefined
      ? {}
      : { body: isText ? (sent.body as string) : JSON.stringify(sent.body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}

async function signIn(
  call: TrialClinic['call'],
  key: string,
  phone: string,
  joining: object,
): Promise<SessionAnswer> {
  const sent = await call('POST /v1/sessions/codes', { key, body: { phone } });
  const { challengeId } = sent.body as { challengeId: string };
  const grant = { kind: 'code', challengeId, code: '424242' };
  const answer = await call('POST /v1/sessions', { key, body: { grant, joining } });
  if (answer.status !== 200) throw new TypeError(`signing in: ${codeOf(answer)}`);
  return answer.body as SessionAnswer;
}

/** The code of a problem; empty where the answer is none. */
export const codeOf = ({ body }: Answered): string => (body as Problem | null)?.code ?? '';

/** A receipt of one line that was paid with money. */
export function receipt(
  externalId: string,
  of: {
    readonly client?: string;
    readonly amount?: number;
    readonly at?: string;
    readonly more?: object;
  } = {},
): object {
  return {
    type: 'visit.completed',
    source: 'till',
    externalId,
    occurredAt: of.at ?? '2026-11-21T15:30:00.000Z',
    member: { externalId: of.client ?? 'C-77' },
    data: {
      lines: [
        {
          lineId: '1',
          kind: 'treatment',
          code: 'FACIAL',
          category: 'facial',
          price: { amount: of.amount ?? 40_000, currency: 'USD' },
        },
      ],
    },
    ...of.more,
  };
}
