import type { Checkout, Program } from '@afterglow/contract';
import { clinicNow } from '../clinic-clock.js';
import { createClinic, type CreatedClinic } from '../clinics.js';
import { ensured } from '../ensured.js';
import type { Ports } from '../ports.js';
import { createMemoryRateLimiter } from '../stores/memory/memory-rate-limiter.js';
import { createMemoryStore } from '../stores/memory/memory-store.js';
import type { SentEvent } from './acknowledged.js';
import { Acknowledged } from './acknowledged.js';
import { chanceOf, type Chance } from './chance.js';
import { Decided } from './decided.js';
import { noFaults, type FaultCounts, type FaultKind } from './fault-kinds.js';
import { programOf } from './program.js';
import { startProcess, type Plant, type ServerProcess } from './server-process.js';

/** Servers that share the store. */
const serverCount = 2;

/** People whom the till knows, and how many where they are mixed up again and again. */
const peopleCount = 18;
const fewPeople = 5;

/** When the clock of every run starts. */
const startsAt = Date.parse('2026-01-15T16:00:00.000Z');

/** Somebody whom the till knows, and who may have signed in. */
export interface Person {
  /** The id at the till. */
  readonly client: string;
  /** A number that a sandbox accepts. */
  readonly phone: string;
  /** The code to hand on; undefined before the first sign-in. */
  code: string | undefined;
}

/** An event that was told, such as a booking or a joining, for what is said of it later. */
export interface SentFact {
  /** The newest revision that was sent. */
  event: SentEvent;
}

/** A visit that the till sent, for what is said of it later. */
export interface SentVisit extends SentFact {
  readonly externalId: string;
  readonly at: number;
  /** What each line can still be refunded: the least price that any revision gave it. */
  readonly left: Map<string, number>;
}

/** A voucher that a patient was given. */
export interface KnownVoucher {
  readonly id: string;
  readonly code: string;
  readonly memberId: string;
  readonly client: string;
}

/** A bill that was quoted. */
export interface KnownCheckout {
  readonly client: string;
  readonly memberId: string;
  /** As they were asked for. */
  readonly lines: readonly object[];
  readonly made: Checkout;
  /** Neither paid nor let go by who quoted it. */
  isOpen: boolean;
}

/** An event on its way. */
export interface InFlight {
  readonly event: SentEvent;
  readonly sentAtStep: number;
  readonly arrivesAtStep: number;
}

/** One run: a clinic, its servers, the people, and what the till knows. */
export interface World {
  readonly seed: number;
  /** What people and tills do. */
  readonly chance: Chance;
  /** What goes wrong. */
  readonly noise: Chance;
  readonly counts: FaultCounts;
  /** The store and the clock under all servers. */
  readonly outside: Ports;
  readonly clinic: CreatedClinic;
  /** Whether the clinic has a clock of its own that stands still between moves. */
  readonly sandbox: boolean;
  /** Who comes anew after an erasure takes the place of who was erased. */
  readonly people: Person[];
  /** Codes of staff and of the practice. */
  readonly codes: string[];
  readonly visits: SentVisit[];
  /** Bookings and joinings, which are told again as visits are edited. */
  readonly facts: SentFact[];
  /** Packages that answers told of. */
  readonly packages: { readonly client: string; readonly id: string }[];
  readonly vouchers: KnownVoucher[];
  readonly checkouts: KnownCheckout[];
  /** Birthdays that the clinic was told of each person in the last step that told any, by client. */
  readonly birthdays: Map<string, { readonly step: number; readonly told: string[] }>;
  /** What happens to people in this run: not in each, so that in the others stronger laws hold. */
  readonly has: {
    readonly merges: boolean;
    /** Few people, who are merged, moved and separated often. */
    readonly mixing: boolean;
    readonly erasures: boolean;
    /** Both of it: who is mixed up leaves, and comes anew. */
    readonly leaving: boolean;
  };
  readonly merges: {
    readonly into: string;
    readonly from: string;
    isUndone: boolean;
  }[];
  /** The till's ids of people who were erased, or of whom the clinic asked it. */
  readonly erased: Set<string>;
  /** Records that the clinic asked to be erased, with all that belongs to them. */
  readonly staffErased: Set<string>;
  /** Records whose people asked to be erased and did not come back, each with the day they were told. */
  readonly wishes: Map<string, number>;
  /** The record that stands for a record, by the merges that were acknowledged. */
  survivor(id: string): string;
  readonly book: Acknowledged;
  readonly decided: Decided;
  readonly mail: InFlight[];
  /** The sending step of the newest event that arrived. */
  newestArrived: number;
  step: number;
  /** The newest version of the program. */
  program: Program;
  /** Versions that were published, each with the program that it took the place of. */
  readonly ahead: { readonly version: number; readonly name: string; readonly before: Program }[];
  /** One number for each thing that needs a name of its own. */
  number(): number;
  /** A server to ask, new in the place of one that died. */
  server(): ServerProcess;
  servers(): readonly ServerProcess[];
  /** Moves the wall clock on. */
  wait(ms: number): void;
  /** The clinic's now. */
  now(): Promise<number>;
  took(fault: FaultKind): void;
}

/** How a world is opened. */
export interface WorldOptions {
  readonly seed: number;
  /** Few people who are mixed up and leave, whatever the seed says of it. */
  readonly leaving?: boolean;
  /** For planted bugs: what stands between the servers and their store. */
  readonly plant?: Plant;
}

/** Opens a world. Everything in it comes from the seed. */
export async function openWorld({ seed, leaving = false, plant }: WorldOptions): Promise<World> {
  const chance = chanceOf(`seed ${seed}`);
  const noise = chance.fork('noise');
  const counts = noFaults();
  const time = { now: startsAt };
  const outside = portsOf(chance.fork('ids'), time);
  const sandbox = chance.happens(50);
  const program = programOf(chance);
  const clinic = await createClinic(outside, { name: 'Simulated', sandbox, program });
  const took = (fault: FaultKind) => void (counts[fault] += 1);
  const start = () => startProcess(outside, { chance: noise, taken: took, plant });
  const processes = Array.from({ length: serverCount }, start);
  const alive = () => {
    for (const [index, process] of processes.entries())
      if (process.isDead) processes[index] = start();
    return processes as [ServerProcess, ...ServerProcess[]];
  };

  const merges: World['merges'] = [];
  const isMerging = chance.happens(25) || leaving;
  const mixing = isMerging && (chance.happens(50) || leaving);
  const erasures = chance.happens(mixing ? 50 : 25) || leaving;
  const erased = new Set<string>();
  const wishes: World['wishes'] = new Map();
  const survivor = (id: string): string => {
    const merged = merges.find(({ from, isUndone }) => from === id && !isUndone);
    return merged ? survivor(merged.into) : id;
  };
  let numbers = 0;
  return {
    seed,
    chance,
    noise,
    counts,
    outside,
    clinic,
    sandbox,
    people: Array.from({ length: mixing ? fewPeople : peopleCount }, (_, index) => ({
      client: `C-${index + 1}`,
      phone: `+131255501${String(index).padStart(2, '0')}`,
      code: undefined,
    })),
    codes: [],
    visits: [],
    facts: [],
    packages: [],
    vouchers: [],
    checkouts: [],
    birthdays: new Map(),
    has: { merges: isMerging, mixing, erasures, leaving: mixing && erasures },
    merges,
    erased,
    staffErased: new Set(),
    wishes,
    survivor,
    book: new Acknowledged(() => erased.size + wishes.size > 0),
    decided: new Decided(),
    mail: [],
    newestArrived: 0,
    step: 0,
    program,
    ahead: [],
    number: () => (numbers += 1),
    server: () => noise.pick(alive()),
    servers: alive,
    wait: (ms) => void (time.now += ms),
    async now() {
      const row = await outside.store.reader.get('clinics', { id: clinic.id });
      return clinicNow(ensured(row, 'the row of the clinic'), time.now);
    },
    took,
  };
}

function portsOf(ids: Chance, time: { readonly now: number }): Ports {
  const clock = { now: () => time.now };
  const silent = () => {};
  return {
    store: createMemoryStore(),
    clock,
    randomness: { bytes: (length) => ids.bytes(length) },
    rateLimiter: createMemoryRateLimiter(clock),
    logger: { info: silent, warn: silent, error: silent },
  };
}
