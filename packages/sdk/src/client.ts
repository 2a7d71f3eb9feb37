import type * as z from 'zod/mini';
import type {
  BodyOf,
  CodeAnswer,
  Entry,
  ErasureAnswer,
  ErasureRequest,
  KeptReferralCode,
  MemberExport,
  Preferences,
  PreferencesUpdate,
  Profile,
  ProfileUpdate,
  PublicProgram,
  ReferralCodeAnswer,
  ReferralRow,
  RewardStanding,
  Session,
  SessionAnswer,
  SessionRequest,
  Summary,
  VisitPreview,
  VisitPreviewCreate,
  Voucher,
} from '@afterglow/contract';
import { logoUrlAt } from '@afterglow/contract/logo-address';
import { caller, type CheckAnswer, type RequestOptions, type WriteOptions } from './call.js';
import { listOf, queryOf, type List, type ListInit } from './list.js';
import type { CallPatience } from './patience.js';
import { newKey } from './random.js';
import { createPageSession, type PageSession, type SessionStorage } from './session/session.js';

/** What a client needs; only the key is a must. */
export interface ClientOptions extends CallPatience {
  /** `pk_test_…` or `pk_live_…`. */
  readonly publishableKey: string;
  /** Origin (and path) of the API, without `/v1`. Left out: the page's own origin. */
  readonly apiBase?: string | undefined;
  /** Asks the clinic's own login who this is; called on first need and again at expiry. */
  readonly getIdentityToken?: (() => Promise<string | undefined>) | undefined;
  /** Left out: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** BCP 47; the language of messages to the patient. Left out: the program's. */
  readonly locale?: string | undefined;
  /** The session of a page store; left out: one of its own. */
  readonly session?: PageSession | undefined;
  /** Where an own session is kept; left out: the browser's database, else memory. */
  readonly storage?: SessionStorage | undefined;
  /** Left out: answers are taken as they come. `@afterglow/sdk` checks them by the contract. */
  readonly checkAnswer?: CheckAnswer | undefined;
}

/** A sign-in: the proof, what joining needs, and how long to remember. */
export type SignIn = Omit<SessionRequest, 'publicKey'>;

/** A bill as it may be written: what has a default may be left out. */
export type BillInput = z.input<typeof VisitPreviewCreate>;

/** What a page may ask; each verb throws one of the four families of {@link AfterglowError}. */
export interface Client {
  /** The public program: tiers, ways to earn, packages, brand. */
  program(init?: RequestOptions): Promise<PublicProgram>;
  readonly session: {
    /** The session now; undefined when signed out or not resumed yet. */
    readonly current: Session | undefined;
    /** Sends a code by SMS; the answer is the same for every phone. */
    sendCode(to: { phone: string; locale?: string }, init?: RequestOptions): Promise<CodeAnswer>;
    /** Signs in; `join_required` says that `joining` must come with the same code. */
    create(signIn: SignIn, init?: RequestOptions): Promise<SessionAnswer>;
    /** Takes up the session that this browser keeps, or renews it; undefined when signed out. */
    refresh(): Promise<SessionAnswer | undefined>;
    /** Signs out here and on the server, in all tabs. The browser forgets even without a network. */
    end(init?: RequestOptions): Promise<void>;
  };
  readonly me: {
    /** Everything that elements show of the member, in one answer. */
    summary(init?: RequestOptions): Promise<Summary>;
    /** Changes what is named; null takes a value away. */
    update(change: ProfileUpdate, init?: RequestOptions): Promise<Profile>;
    /** Asks to be erased in 14 days, with a new code; signing in before that takes it back. */
    erase(proof: ErasureRequest, init?: RequestOptions): Promise<ErasureAnswer>;
    /** Everything that is kept about the member, in one answer. */
    export(init?: RequestOptions): Promise<MemberExport>;
    /** The ledger, newest first. */
    entries(init?: ListInit): List<Entry>;
    /** Friends and their status, newest first. */
    referrals(init?: ListInit): List<ReferralRow>;
    /** Rewards of the program, and what is in the way of each. */
    rewards(init?: ListInit): List<RewardStanding>;
    /** What was claimed, newest first. */
    vouchers(init?: ListInit): List<Voucher>;
    /** What a visit would earn and which tier it reaches, quoted as at the till; nothing is held. */
    visitPreview(bill: BillInput, init?: RequestOptions): Promise<VisitPreview>;
    readonly preferences: {
      /** What may be told to the member and how; the summary has it too. */
      get(init?: RequestOptions): Promise<Preferences>;
      /** Says yes, with the words that stood on the page, or no. What is left out stays. */
      update(change: PreferencesUpdate, init?: RequestOptions): Promise<Preferences>;
    };
    readonly claims: {
      /** Claims a reward for points: a voucher, whose code the patient shows at the counter. */
      create(rewardId: string, init?: WriteOptions): Promise<Voucher>;
      /** Gives a voucher back that was not used; its points are there again. */
      delete(voucherId: string, init?: RequestOptions): Promise<void>;
    };
  };
  readonly referralCodes: {
    /** Whether a code is good, and what the friend gets; never whose it is. */
    check(code: string, init?: RequestOptions): Promise<ReferralCodeAnswer>;
    /** Keeps the offer of a code for a phone; the answer is the same for every phone. */
    keep(code: string, to: { phone: string }, init?: RequestOptions): Promise<KeptReferralCode>;
  };
}

/** Makes a client for a page, or anything else that speaks for one patient. */
export function createClient(options: ClientOptions): Client {
  const { publishableKey, apiBase = '', fetch, locale } = options;
  const session =
    options.session ??
    createPageSession({
      key: publishableKey,
      base: apiBase,
      fetch,
      storage: options.storage,
      getIdentityToken: options.getIdentityToken,
    });
  const call = caller({
    ...options,
    base: apiBase,
    check: options.checkAnswer,
    credential: ({ callers }) =>
      callers.includes('patient') ? session.accessToken() : Promise.resolve(publishableKey),
    renew: async ({ callers }) =>
      callers.includes('patient') && (await session.refresh()) !== undefined,
  });

  return {
    program: async (init) => {
      const program = await call('getProgram', { ...init });
      const logoUrl = logoUrlAt(apiBase, program.brand.logoUrl);
      return { ...program, brand: { ...program.brand, logoUrl } };
    },
    session: {
      get current() {
        return session.current;
      },
      sendCode: (to, init) =>
        call('sendCode', { body: { ...(locale !== undefined && { locale }), ...to }, ...init }),
      create: async (signIn, init) => {
        const sessionKey = await session.newSessionKey();
        const body = { ...signIn, ...(sessionKey && { publicKey: sessionKey.publicKey }) };
        const answer = await call('createSession', { body, ...init });
        await session.accept(answer, sessionKey);
        return answer;
      },
      refresh: () => session.refresh(),
      end: async (init) => {
        const token = await session.forget();
        if (token) await endOnServer(token, init);
      },
    },
    me: {
      summary: (init) => call('getMe', { ...init }),
      update: (change, init) => call('updateMe', { body: change, ...init }),
      erase: (proof, init) => call('deleteMe', { body: proof, ...init }),
      export: (init) => call('exportMe', { ...init }),
      entries: (init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listMyEntries', { query: queryOf(page), signal }),
        ),
      referrals: (init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listMyReferrals', { query: queryOf(page), signal }),
        ),
      rewards: (init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listMyRewards', { query: queryOf(page), signal }),
        ),
      vouchers: (init) =>
        listOf(init, ({ signal, ...page }) =>
          call('listMyVouchers', { query: queryOf(page), signal }),
        ),
      visitPreview: (bill, init) =>
        call('createVisitPreview', {
          body: bill as BodyOf<'createVisitPreview'>,
          repeatable: true,
          ...init,
        }),
      preferences: {
        get: (init) => call('getPreferences', { ...init }),
        update: (change, init) =>
          call('updatePreferences', { body: change, repeatable: true, ...init }),
      },
      claims: {
        create: (rewardId, { idempotencyKey = newKey(), ...init } = {}) =>
          call('createClaim', { body: { rewardId }, idempotencyKey, ...init }),
        delete: async (id, init) => {
          await call('deleteClaim', { params: { id }, ...init });
        },
      },
    },
    referralCodes: {
      check: (code, init) => call('getReferralCode', { params: { code }, ...init }),
      keep: (code, to, init) =>
        call('keepReferralCode', { params: { code }, body: to, repeatable: true, ...init }),
    },
  };

  /** With the token of before, since the session has forgotten it by now. */
  async function endOnServer(token: string, init?: RequestOptions): Promise<void> {
    const callOnce = caller({
      ...options,
      base: apiBase,
      credential: () => Promise.resolve(token),
    });
    await callOnce('deleteSession', { ...init });
  }
}
