import type { Program } from '@afterglow/contract';
import { memoryStorage, type SessionStorage } from '@afterglow/sdk';
import { createServerClient, type ServerClient } from '@afterglow/sdk/server';
import {
  createApp,
  createClinic,
  createMemoryRateLimiter,
  createMemoryStore,
  defaultProgram,
  newIdentityKey,
  type Ports,
} from '@afterglow/server';
import { createNetwork, type TestNetwork } from './network.js';
import { createPeople, createTill, type People, type Till } from './people.js';
import { signInAt, type SignedIn, type SignInOptions } from './sign-in.js';
import { createHeldClock, instantMs, spanMs, type Span } from './test-clock.js';

/** How a test wants its clinic. */
export interface TestServerOptions {
  /** Where the clock stands at first; 2026-11-21T15:30:00Z when left out. */
  readonly now?: string | number;
  /** The clinic's rules; left out: the default program. Takes a program or changes the default. */
  readonly program?: Program | ((usual: Program) => Program);
}

/** The clock of a test: nothing passes unless it is moved. */
export interface TestClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Lets time pass, for the sessions and for the clinic; what falls due happens in order. */
  advance(span: Span): Promise<void>;
  /** Goes on to an instant. */
  set(at: string | number): Promise<void>;
}

/** What a page needs to stand on this server: hand it to `createPageStore` or a provider. */
export interface TestPage {
  readonly key: string;
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly storage: SessionStorage;
  readonly channel: null;
  readonly locks: null;
}

/** The real server on memory, with a clock and a network that a test holds. */
export interface TestServer extends TestNetwork {
  readonly keys: {
    readonly publishable: string;
    readonly secret: string;
    /** What the clinic's own login signs identity tokens with, as PEM: see `signIdentity`. */
    readonly identity: string;
  };
  /** Origin of the API; nothing listens there but `fetch`. */
  readonly base: string;
  readonly clock: TestClock;
  /** The version in force at the start. */
  readonly program: Program;
  /** The clinic's own systems. Not touched by faults, delays and holds, like all below. */
  readonly backend: ServerClient;
  readonly till: Till;
  readonly people: People;
  signIn(phone: string, options?: SignInOptions): Promise<SignedIn>;
  /** What a page needs; with somebody, the page of a browser in which they are signed in. */
  page(somebody?: Pick<SignedIn, 'storage'>): TestPage;
}

const base = 'https://afterglow.test';

/**
 * Makes a sandbox clinic on the real server, in memory. Runs in Node and in a browser.
 *
 * Each answer is held against the contract; one that breaks it fails the call with a
 * {@link ContractBrokenError} as its cause.
 */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const wall = createHeldClock(instantMs(options.now ?? '2026-11-21T15:30:00.000Z'));
  const ports: Ports = {
    store: createMemoryStore(),
    clock: wall,
    randomness: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    rateLimiter: createMemoryRateLimiter(wall),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const program = programOf(options);
  const clinic = await createClinic(ports, { name: 'Test clinic', sandbox: true, program });
  const app = createApp(ports);
  const network = createNetwork((request) => app.fetch(request));
  const behind = createNetwork((request) => app.fetch(request));
  const identity = await newIdentityKey(ports, clinic.id);
  await ports.store.transaction((tx) => tx.insert('keys', [identity.row]));
  const keys = {
    publishable: clinic.publishableKey,
    secret: clinic.secretKey,
    identity: identity.text,
  };
  const backend = createServerClient({
    secretKey: keys.secret,
    apiBase: base,
    fetch: behind.fetch,
  });
  const address = { key: keys.publishable, base, now: wall.now };
  const set = async (at: string | number) => {
    const instant = instantMs(at);
    await backend.test.clock.move(new Date(instant).toISOString());
    wall.moveTo(instant);
  };
  const signIn = async (phone: string, how?: SignInOptions) =>
    signInAt({ ...address, fetch: network.fetch }, phone, how);
  const town = { backend, program, now: wall.now, signIn };
  const till = createTill(town);

  return {
    ...network,
    keys,
    base,
    clock: { now: wall.now, set, advance: (span) => set(wall.now() + spanMs(span)) },
    program,
    backend,
    till,
    people: createPeople(town, till),
    signIn,
    page: (somebody) => ({
      ...address,
      fetch: network.fetch,
      storage: somebody?.storage ?? memoryStorage(),
      channel: null,
      locks: null,
    }),
  };
}

function programOf({ program }: TestServerOptions): Program {
  const usual = defaultProgram();
  if (!program) return usual;
  return typeof program === 'function' ? program(usual) : program;
}
