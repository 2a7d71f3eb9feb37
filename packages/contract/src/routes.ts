import type { ClaimCreate, RedeemedVoucher, RewardStanding, Voucher } from './claim.js';
import type { Adjustment, AdjustmentCreate, TierGift } from './correction.js';
import type { Checkout, CheckoutCreate, VisitPreview, VisitPreviewCreate } from './checkout.js';
import type { ErrorCode } from './errors.js';
import type { ClockAnswer, ClockMove, TestMessage, TestNotice } from './clock.js';
import type { Event, EventsAnswer } from './event.js';
import type { Entry } from './ledger.js';
import type { Member, MemberCreate, MemberUpdate, Summary, TierStanding } from './member.js';
import type { MergeAnswer, MergeRequest, UnmergeAnswer, UnmergeRequest } from './merge.js';
import type { Page } from './page.js';
import type { MemberExport } from './member-export.js';
import type { Preferences, PreferencesUpdate } from './preferences.js';
import type { ErasureAnswer, ErasureRequest, Profile, ProfileUpdate } from './profile.js';
import type { Program, ProgramVersion, PublicProgram } from './program.js';
import type {
  CodeCreate,
  CodeRow,
  KeptReferralCode,
  ReferralCodeAnswer,
  ReferralCodeKeep,
  ReferralRow,
} from './referral.js';
import type { ReferralReview, ReviewDecision, reviewStatuses } from './review.js';
import type {
  CodeAnswer,
  CodeRequest,
  RefreshRequest,
  SessionAnswer,
  SessionRequest,
} from './session.js';
import type { SimulationAnswer, SimulationRequest } from './simulation.js';

/** Who may call a route. */
export type Caller = 'open' | 'page' | 'patient' | 'secret' | 'staff';

/** A type carried as a value, so that the route table costs a page nothing. */
export interface TypeOf<T> {
  readonly type?: T;
}

/** Names a type in the route table; empty at run time. */
export const type = <T>(): TypeOf<T> => ({});

/** One address of the API. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Below `/v1/`; a part that starts with a colon is a parameter. */
  readonly path: string;
  readonly callers: readonly Caller[];
  readonly query?: TypeOf<unknown>;
  readonly body?: TypeOf<unknown>;
  readonly answer: TypeOf<unknown>;
  readonly status?: 200 | 201 | 204;
  /** True when the answer is about a person: never cached. */
  readonly personal: boolean;
  /** The codes that this route can refuse with, beyond those of its credentials. */
  readonly refusals: readonly ErrorCode[];
}

/** A page of a list: where to go on, and how many at most (1 to 100). */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

/** Every address of the API. Server, SDK and the OpenAPI document are readers of this table. */
export const routes = {
  getProgram: {
    method: 'get',
    path: 'program',
    callers: ['open', 'page'],
    query: type<{ key?: string }>(),
    answer: type<PublicProgram>(),
    personal: false,
    refusals: ['key_invalid', 'origin_not_allowed'],
  },
  getReferralCode: {
    method: 'get',
    path: 'referral-codes/:code',
    callers: ['page'],
    answer: type<ReferralCodeAnswer>(),
    personal: false,
    refusals: ['rate_limited'],
  },
  keepReferralCode: {
    method: 'post',
    path: 'referral-codes/:code/keep',
    callers: ['page'],
    body: type<ReferralCodeKeep>(),
    answer: type<KeptReferralCode>(),
    personal: true,
    refusals: ['phone_invalid', 'referral_code_unknown', 'rate_limited'],
  },
  sendCode: {
    method: 'post',
    path: 'sessions/codes',
    callers: ['page'],
    body: type<CodeRequest>(),
    answer: type<CodeAnswer>(),
    personal: true,
    refusals: ['phone_invalid', 'rate_limited'],
  },
  createSession: {
    method: 'post',
    path: 'sessions',
    callers: ['page'],
    body: type<SessionRequest>(),
    answer: type<SessionAnswer>(),
    personal: true,
    refusals: [
      'code_invalid',
      'code_expired',
      'code_attempts_exceeded',
      'identity_invalid',
      'join_required',
      'consent_required',
      'referral_code_unknown',
      'member_ambiguous',
      'rate_limited',
    ],
  },
  refreshSession: {
    method: 'post',
    path: 'sessions/refresh',
    callers: ['open'],
    body: type<RefreshRequest>(),
    answer: type<SessionAnswer>(),
    personal: true,
    refusals: [
      'session_expired',
      'session_revoked',
      'signature_invalid',
      'nonce_used',
      'clock_skew',
    ],
  },
  deleteSession: {
    method: 'delete',
    path: 'sessions',
    callers: ['patient'],
    answer: type<null>(),
    status: 204,
    personal: true,
    refusals: [],
  },
  getMe: {
    method: 'get',
    path: 'me',
    callers: ['patient'],
    answer: type<Summary>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  updateMe: {
    method: 'patch',
    path: 'me',
    callers: ['patient'],
    body: type<ProfileUpdate>(),
    answer: type<Profile>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  exportMe: {
    method: 'get',
    path: 'me/export',
    callers: ['patient'],
    answer: type<MemberExport>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  deleteMe: {
    method: 'delete',
    path: 'me',
    callers: ['patient'],
    body: type<ErasureRequest>(),
    answer: type<ErasureAnswer>(),
    personal: true,
    refusals: [
      'code_invalid',
      'code_expired',
      'code_attempts_exceeded',
      'session_expired',
      'session_revoked',
    ],
  },
  getPreferences: {
    method: 'get',
    path: 'me/preferences',
    callers: ['patient'],
    answer: type<Preferences>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  updatePreferences: {
    method: 'put',
    path: 'me/preferences',
    callers: ['patient'],
    body: type<PreferencesUpdate>(),
    answer: type<Preferences>(),
    personal: true,
    refusals: ['channel_unreachable', 'session_expired', 'session_revoked'],
  },
  listMyEntries: {
    method: 'get',
    path: 'me/entries',
    callers: ['patient'],
    query: type<PageQuery>(),
    answer: type<Page<Entry>>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  listMyReferrals: {
    method: 'get',
    path: 'me/referrals',
    callers: ['patient'],
    query: type<PageQuery>(),
    answer: type<Page<ReferralRow>>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  listMyRewards: {
    method: 'get',
    path: 'me/rewards',
    callers: ['patient'],
    query: type<PageQuery>(),
    answer: type<Page<RewardStanding>>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  listMyVouchers: {
    method: 'get',
    path: 'me/vouchers',
    callers: ['patient'],
    query: type<PageQuery>(),
    answer: type<Page<Voucher>>(),
    personal: true,
    refusals: ['session_expired', 'session_revoked'],
  },
  createClaim: {
    method: 'post',
    path: 'me/claims',
    callers: ['patient'],
    body: type<ClaimCreate>(),
    answer: type<Voucher>(),
    status: 201,
    personal: true,
    refusals: [
      'reward_unknown',
      'balance_negative',
      'tier_too_low',
      'vip_only',
      'points_insufficient',
      'claim_limit_reached',
      'cash_cap_reached',
      'session_expired',
      'session_revoked',
    ],
  },
  deleteClaim: {
    method: 'delete',
    path: 'me/claims/:id',
    callers: ['patient'],
    answer: type<null>(),
    status: 204,
    personal: true,
    refusals: ['voucher_unknown', 'voucher_unavailable', 'session_expired', 'session_revoked'],
  },
  createVisitPreview: {
    method: 'post',
    path: 'me/visit-preview',
    callers: ['patient'],
    body: type<VisitPreviewCreate>(),
    answer: type<VisitPreview>(),
    personal: true,
    refusals: [
      'line_repeated',
      'currency_mismatch',
      'voucher_unknown',
      'voucher_unavailable',
      'offer_unavailable',
      'session_expired',
      'session_revoked',
    ],
  },
  createCheckout: {
    method: 'post',
    path: 'checkouts',
    callers: ['secret', 'staff'],
    body: type<CheckoutCreate>(),
    answer: type<Checkout>(),
    status: 201,
    personal: true,
    refusals: [
      'member_missing',
      'member_unknown',
      'member_erased',
      'line_repeated',
      'currency_mismatch',
      'voucher_unknown',
      'voucher_unavailable',
      'offer_unavailable',
    ],
  },
  deleteCheckout: {
    method: 'delete',
    path: 'checkouts/:id',
    callers: ['secret', 'staff'],
    answer: type<null>(),
    status: 204,
    personal: true,
    refusals: ['checkout_unknown', 'member_erased'],
  },
  redeemVoucher: {
    method: 'post',
    path: 'vouchers/:code/redeem',
    callers: ['secret', 'staff'],
    answer: type<RedeemedVoucher>(),
    personal: true,
    refusals: ['voucher_unknown', 'member_erased', 'voucher_unavailable'],
  },
  sendEvents: {
    method: 'post',
    path: 'events',
    callers: ['secret'],
    body: type<Event | { events: readonly Event[] }>(),
    answer: type<EventsAnswer>(),
    personal: true,
    refusals: ['malformed_json', 'body_too_large', 'too_many_events'],
  },
  listMembers: {
    method: 'get',
    path: 'members',
    callers: ['secret', 'staff'],
    query: type<PageQuery & { phone?: string; source?: string; externalId?: string }>(),
    answer: type<Page<Member>>(),
    personal: true,
    refusals: [],
  },
  createMember: {
    method: 'post',
    path: 'members',
    callers: ['secret', 'staff'],
    body: type<MemberCreate>(),
    answer: type<Member>(),
    status: 201,
    personal: true,
    refusals: ['phone_invalid', 'alias_taken', 'member_erased'],
  },
  getMember: {
    method: 'get',
    path: 'members/:id',
    callers: ['secret', 'staff'],
    answer: type<Member>(),
    personal: true,
    refusals: ['member_unknown', 'member_erased'],
  },
  updateMember: {
    method: 'patch',
    path: 'members/:id',
    callers: ['secret', 'staff'],
    body: type<MemberUpdate>(),
    answer: type<Member>(),
    personal: true,
    refusals: ['member_unknown', 'member_erased', 'phone_invalid', 'phone_taken', 'alias_taken'],
  },
  deleteMember: {
    method: 'delete',
    path: 'members/:id',
    callers: ['secret', 'staff'],
    answer: type<null>(),
    status: 204,
    personal: true,
    refusals: ['member_unknown'],
  },
  mergeMember: {
    method: 'post',
    path: 'members/:id/merge',
    callers: ['secret', 'staff'],
    body: type<MergeRequest>(),
    answer: type<MergeAnswer>(),
    personal: true,
    refusals: ['member_unknown', 'merge_impossible'],
  },
  unmergeMember: {
    method: 'post',
    path: 'members/:id/unmerge',
    callers: ['secret', 'staff'],
    body: type<UnmergeRequest>(),
    answer: type<UnmergeAnswer>(),
    personal: true,
    refusals: ['member_unknown', 'merge_impossible'],
  },
  adjustMember: {
    method: 'post',
    path: 'members/:id/adjustments',
    callers: ['secret', 'staff'],
    body: type<AdjustmentCreate>(),
    answer: type<Adjustment>(),
    status: 201,
    personal: true,
    refusals: ['member_unknown', 'member_erased', 'package_unknown', 'session_unavailable'],
  },
  giveTier: {
    method: 'post',
    path: 'members/:id/tier',
    callers: ['secret', 'staff'],
    body: type<TierGift>(),
    answer: type<TierStanding>(),
    personal: true,
    refusals: ['member_unknown', 'member_erased', 'tier_unknown'],
  },
  listMemberEntries: {
    method: 'get',
    path: 'members/:id/entries',
    callers: ['secret', 'staff'],
    query: type<PageQuery>(),
    answer: type<Page<Entry>>(),
    personal: true,
    refusals: ['member_unknown'],
  },
  listProgramVersions: {
    method: 'get',
    path: 'program/versions',
    callers: ['secret', 'staff'],
    answer: type<Page<ProgramVersion>>(),
    personal: false,
    refusals: [],
  },
  createProgramVersion: {
    method: 'post',
    path: 'program/versions',
    callers: ['secret', 'staff'],
    body: type<{ startsAt?: string; program: Program }>(),
    answer: type<ProgramVersion>(),
    status: 201,
    personal: false,
    refusals: ['program_invalid', 'program_starts_in_past'],
  },
  deleteProgramVersion: {
    method: 'delete',
    path: 'program/versions/:version',
    callers: ['secret', 'staff'],
    answer: type<null>(),
    status: 204,
    personal: false,
    refusals: ['program_version_unknown', 'program_started'],
  },
  createSimulation: {
    method: 'post',
    path: 'simulations',
    callers: ['secret', 'staff'],
    body: type<SimulationRequest>(),
    answer: type<SimulationAnswer>(),
    personal: true,
    refusals: ['program_invalid', 'too_many_events', 'simulation_too_large'],
  },
  listCodes: {
    method: 'get',
    path: 'codes',
    callers: ['secret', 'staff'],
    answer: type<Page<CodeRow>>(),
    personal: false,
    refusals: [],
  },
  createCode: {
    method: 'post',
    path: 'codes',
    callers: ['secret', 'staff'],
    body: type<CodeCreate>(),
    answer: type<CodeRow>(),
    status: 201,
    personal: false,
    refusals: ['alias_taken'],
  },
  listReviews: {
    method: 'get',
    path: 'referrals',
    callers: ['secret', 'staff'],
    query: type<PageQuery & { status?: (typeof reviewStatuses)[number] }>(),
    answer: type<Page<ReferralReview>>(),
    personal: true,
    refusals: [],
  },
  reviewReferral: {
    method: 'post',
    path: 'referrals/:id/review',
    callers: ['secret', 'staff'],
    body: type<ReviewDecision>(),
    answer: type<ReferralReview>(),
    personal: true,
    refusals: ['referral_unknown', 'member_erased'],
  },
  getTestClock: {
    method: 'get',
    path: 'test/clock',
    callers: ['secret'],
    answer: type<ClockAnswer>(),
    personal: false,
    refusals: ['sandbox_only'],
  },
  moveTestClock: {
    method: 'post',
    path: 'test/clock',
    callers: ['secret'],
    body: type<ClockMove>(),
    answer: type<ClockAnswer>(),
    personal: false,
    refusals: ['sandbox_only', 'clock_backwards'],
  },
  listTestMessages: {
    method: 'get',
    path: 'test/messages',
    callers: ['secret'],
    answer: type<Page<TestMessage>>(),
    personal: true,
    refusals: ['sandbox_only'],
  },
  listTestNotices: {
    method: 'get',
    path: 'test/notices',
    callers: ['secret'],
    query: type<PageQuery>(),
    answer: type<Page<TestNotice>>(),
    personal: true,
    refusals: ['sandbox_only'],
  },
} as const satisfies Record<string, Route>;

/** The name of a route. */
export type RouteName = keyof typeof routes;

type Carried<T> = T extends TypeOf<infer Inner> ? Inner : never;

/** What a route's request body holds; never where it has none. */
export type BodyOf<Name extends RouteName> = (typeof routes)[Name] extends { body: infer Body }
  ? Carried<Body>
  : never;

/** What a route's query holds; never where it has none. */
export type QueryOf<Name extends RouteName> = (typeof routes)[Name] extends { query: infer Query }
  ? Carried<Query>
  : never;

/** What a route answers. */
export type AnswerOf<Name extends RouteName> = Carried<(typeof routes)[Name]['answer']>;
