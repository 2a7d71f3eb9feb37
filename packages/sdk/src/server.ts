/** The client for a clinic's backend or till: it holds a secret key and never runs in a browser. */
import { checkAnswer } from './answer-check.js';
import { caller, type CheckAnswer, type RequestOptions, type WriteOptions } from './call.js';
import type { CallPatience } from './patience.js';
import { listOf, queryOf, type List, type ListInit } from './list.js';
import { newKey } from './random.js';
import type * as z from 'zod/mini';
import {
  eventsLimit,
  type BodyOf,
  type Adjustment,
  type AdjustmentCreate,
  type Checkout,
  type CheckoutCreate,
  type ClockAnswer,
  type CodeCreate,
  type CodeRow,
  type Entry,
  type Event,
  type EventResult,
  type Member,
  type MemberCreate,
  type MemberUpdate,
  type MergeAnswer,
  type MergeRequest,
  type Page,
  type UnmergeAnswer,
  type UnmergeRequest,
  type Program,
  type ReferralReview,
  type ReviewDecision,
  type ProgramVersion,
  type RedeemedVoucher,
  type SimulationAnswer,
  type SimulationRequest,
  type TierGift,
  type TierStanding,
  type TestMessage,
  type TestNotice,
} from '@afterglow/contract';

export type { CheckAnswer, RequestOptions, WriteOptions } from './call.js';
export type { CallPatience } from './patience.js';
export type { List, ListInit } from './list.js';
export * from './errors.js';
export { signIdentity, type IdentityInit } from './identity.js';

/** What a server client needs. */
export interface ServerClientOptions extends CallPatience {
  /** `sk_test_…` or `sk_live_…`; refused when it comes from a browser. */
  readonly secretKey: string;
  /** Origin (and path) of the API, without `/v1`. */
  readonly apiBase: string;
  /** Left out: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Left out: answers are checked by the contract. */
  readonly checkAnswer?: CheckAnswer | undefined;
}

/** An event as it may be written: what has a default may be left out. */
export type EventInput = z.input<typeof Event>;

/** A simulation as it may be written: its events may leave out what has a default. */
export interface SimulationInput extends Omit<SimulationRequest, 'history'> {
  /** At most 5,000 events; left out: what the clinic has recorded. */
  readonly history?: { readonly events: readonly EventInput[] };
}

/** A bill to be quoted, as it may be written: what has a default may be left out. */
export type CheckoutInput = z.input<typeof CheckoutCreate>;

/** Which members to list; left out: all. */
export interface MemberFilter {
  readonly phone?: string;
  /** Together with `externalId`: the member whom another system knows by this id. */
  readonly source?: string;
  readonly externalId?: string;
}

/** What a clinic's backend may ask; each verb throws one of the four families of errors. */
export interface ServerClient {
  readonly events: {
    /**
     * Sends one event or many; more than 500 go in several requests, one after the other. An
     * event's own id makes it safe to send again, for ever.
     *
     * @returns one result for each event, in order; a rejected one throws nothing.
     */
    send(events: EventInput | readonly EventInput[], init?: RequestOptions): Promise<EventResult[]>;
  };
  readonly members: {
    list(filter?: MemberFilter, init?: ListInit): List<Member>;
    create(member: MemberCreate, init?: RequestOptions): Promise<Member>;
    get(id: string, init?: RequestOptions): Promise<Member>;
    /** Changes what is named; null takes a value away. */
    update(id: string, change: MemberUpdate, init?: RequestOptions): Promise<Member>;
    /** Erases a person at once; the ledger stays and names nobody. It can't be taken back. */
    erase(id: string, init?: RequestOptions): Promise<void>;
    /** Makes two records of one person one; `preview` says what would happen. */
    merge(id: string, merge: MergeRequest, init?: WriteOptions): Promise<MergeAnswer>;
    /** Takes a merge back; `preview` says what each of the two would be. */
    unmerge(id: string, unmerge: UnmergeRequest, init?: WriteOptions): Promise<UnmergeAnswer>;
    /** Corrects points, credit or sessions, with a reason; once for each key. */
    adjust(id: string, correction: AdjustmentCreate, init?: WriteOptions): Promise<Adjustment>;
    /** Gives a tier through a day; a level of null ends one that was given. */
    giveTier(id: string, tier: TierGift, init?: WriteOptions): Promise<TierStanding>;
    /** The ledger of one member, newest first. */
    entries(id: string, init?: ListInit): List<Entry>;
  };
  readonly program: {
    versions(init?: RequestOptions): Promise<readonly ProgramVersion[]>;
    /** Publishes the next version; left out, `startsAt` is now. */
    publish(
      version: { program: Program; startsAt?: string },
      init?: RequestOptions,
    ): Promise<ProgramVersion>;
    /** Takes a version back that has not started yet. */
    withdraw(version: number, init?: RequestOptions): Promise<void>;
    /** What a program would have given for a history, and at what cost. Nothing is stored. */
    simulate(simulation: SimulationInput, init?: RequestOptions): Promise<SimulationAnswer>;
  };
  readonly checkout: {
    /** Quotes a bill, and holds what is used on it for half an hour. */
    quote(bill: CheckoutInput, init?: WriteOptions): Promise<Checkout>;
    /** Lets go what a checkout holds. */
    release(id: string, init?: RequestOptions): Promise<void>;
  };
  readonly vouchers: {
    /** Uses a voucher, once, by the code that the patient shows. */
    redeem(code: string, init?: WriteOptions): Promise<RedeemedVoucher>;
  };
  readonly codes: {
    list(init?: RequestOptions): Promise<readonly CodeRow[]>;
    create(code: CodeCreate, init?: RequestOptions): Promise<CodeRow>;
  };
  /** Referrals that staff look at: friends who are like the owner of the code. */
  readonly referrals: {
    /** Those that are held, or of another status, oldest first. */
    list(status?: 'held' | 'approved' | 'rejected', init?: ListInit): List<ReferralReview>;
    /** Approves or rejects one; the last decision counts. */
    review(id: string, decision: ReviewDecision, init?: WriteOptions): Promise<ReferralReview>;
  };
  /** Sandboxes only. */
  readonly test: {
    readonly clock: {
      get(init?: RequestOptions): Promise<ClockAnswer>;
      /** Moves the clinic's clock to an instant; what falls due until then happens in order. */
      move(now: string, init?: RequestOptions): Promise<ClockAnswer>;
    };
    /** What would have been sent, newest first. */
    messages(init?: RequestOptions): Promise<readonly TestMessage[]>;
    /** What the members should be told so far, newest first. */
    notices(init?: ListInit): List<TestNotice>;
  };
}

/** Makes a client for a backend; asks nobody anything yet. */
export function createServerClient(options: ServerClientOptions): ServerClient {
  const { secretKey, apiBase } = options;
  const call = caller({
    ...options,
    base: apiBase,
    check: options.checkAnswer ?? checkAnswer,
    credential: () => Promise.resolve(secretKey),
  });
  const rows = async <Row>(page: Promise<Page<Row>>) => (await page).data;

  return {
    events: {
      send: async (events, init) => {
        const all: readonly EventInput[] = [events].flat();
        const results: EventResult[] = [];
        for (let from = 0; from < all.length; from += eventsLimit) {
          const body = { events: all.slice(from, from + eventsLimit) } as BodyOf<'sendEvents'>;
          results.push(...(await call('sendEvents', { body, repeatable: true, ...init })).results);
        }
        return results;
      },
    },
    members: {
      list: (filter = {}, init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listMembers', { query: { ...filter, ...queryOf(page) }, signal }),
        ),
      create: (member, init) => call('createMember', { body: member, ...init }),
      get: (id, init) => call('getMember', { params: { id }, ...init }),
      update: (id, change, init) => call('updateMember', { params: { id }, body: change, ...init }),
      erase: async (id, init) => {
        await call('deleteMember', { params: { id }, ...init });
      },
      merge: (id, body, { idempotencyKey = newKey(), ...init } = {}) =>
        call('mergeMember', { params: { id }, body, idempotencyKey, ...init }),
      unmerge: (id, body, { idempotencyKey = newKey(), ...init } = {}) =>
        call('unmergeMember', { params: { id }, body, idempotencyKey, ...init }),
      adjust: (id, body, { idempotencyKey = newKey(), ...init } = {}) =>
        call('adjustMember', { params: { id }, body, idempotencyKey, ...init }),
      giveTier: (id, body, { idempotencyKey = newKey(), ...init } = {}) =>
        call('giveTier', { params: { id }, body, idempotencyKey, ...init }),
      entries: (id, init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listMemberEntries', { params: { id }, query: queryOf(page), signal }),
        ),
    },
    program: {
      versions: (init) => rows(call('listProgramVersions', { ...init })),
      publish: (version, init) => call('createProgramVersion', { body: version, ...init }),
      withdraw: async (version, init) => {
        await call('deleteProgramVersion', { params: { version: String(version) }, ...init });
      },
      simulate: (simulation, init) => {
        const body = simulation as BodyOf<'createSimulation'>;
        return call('createSimulation', { body, repeatable: true, ...init });
      },
    },
    checkout: {
      quote: (bill, { idempotencyKey = newKey(), ...init } = {}) =>
        call('createCheckout', {
          body: bill as BodyOf<'createCheckout'>,
          idempotencyKey,
          ...init,
        }),
      release: async (id, init) => {
        await call('deleteCheckout', { params: { id }, ...init });
      },
    },
    vouchers: {
      redeem: (code, { idempotencyKey = newKey(), ...init } = {}) =>
        call('redeemVoucher', { params: { code }, idempotencyKey, ...init }),
    },
    codes: {
      list: (init) => rows(call('listCodes', { ...init })),
      create: (code, init) => call('createCode', { body: code, ...init }),
    },
    referrals: {
      list: (status = 'held', init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listReviews', { query: { status, ...queryOf(page) }, signal }),
        ),
      review: (id, body, { idempotencyKey = newKey(), ...init } = {}) =>
        call('reviewReferral', { params: { id }, body, idempotencyKey, ...init }),
    },
    test: {
      clock: {
        get: (init) => call('getTestClock', { ...init }),
        move: (now, init) => call('moveTestClock', { body: { now }, ...init }),
      },
      messages: (init) => rows(call('listTestMessages', { ...init })),
      notices: (init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listTestNotices', { query: queryOf(page), signal }),
        ),
    },
  };
}
