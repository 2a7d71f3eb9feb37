import * as z from 'zod/mini';
import { Checkout, CheckoutCreate, VisitPreview, VisitPreviewCreate } from './checkout.js';
import { ClaimCreate, RedeemedVoucher, RewardStanding, Voucher } from './claim.js';
import { ClockAnswer, ClockMove, TestMessage, TestNotice } from './clock.js';
import { Adjustment, AdjustmentCreate, TierGift } from './correction.js';
import { Event, EventsAnswer } from './event.js';
import { Entry } from './ledger.js';
import { Member, MemberCreate, MemberUpdate, Summary, TierStanding } from './member.js';
import { MergeAnswer, MergeRequest, UnmergeAnswer, UnmergeRequest } from './merge.js';
import { pageOf } from './page.js';
import { ExternalId, InstantInput, ShortText } from './primitives.js';
import { MemberExport } from './member-export.js';
import { Preferences, PreferencesUpdate } from './preferences.js';
import { ErasureAnswer, ErasureRequest, Profile, ProfileUpdate } from './profile.js';
import { Program, ProgramVersion, PublicProgram } from './program.js';
import {
  CodeCreate,
  CodeRow,
  KeptReferralCode,
  ReferralCodeAnswer,
  ReferralCodeKeep,
  ReferralRow,
} from './referral.js';
import { ReferralReview, ReviewDecision, reviewStatuses } from './review.js';
import type { RouteName, routes } from './routes.js';
import {
  CodeAnswer,
  CodeRequest,
  RefreshRequest,
  SessionAnswer,
  SessionRequest,
} from './session.js';
import { SimulationAnswer, SimulationRequest } from './simulation.js';

const limit = z.coerce.number().check(z.int(), z.gte(1), z.lte(100));
const paging = { cursor: z.optional(ShortText), limit: z.optional(limit) };
const PageQuery = z.strictObject(paging);

type With<Name extends RouteName, Part extends string, Schema> =
  (typeof routes)[Name] extends Record<Part, unknown> ? Record<Part, Schema> : unknown;

type SchemasOf = {
  readonly [Name in RouteName]: { readonly answer: z.ZodMiniType } & With<
    Name,
    'body',
    z.ZodMiniType
  > &
    With<Name, 'query', z.ZodMiniType>;
};

/**
 * The schema of each route's query, body and answer. The compiler misses one that is missing.
 * The body of `sendEvents` is checked event by event, so that one bad event spoils no other.
 */
export const schemas = {
  getProgram: { query: z.strictObject({ key: z.optional(ExternalId) }), answer: PublicProgram },
  getReferralCode: { answer: ReferralCodeAnswer },
  keepReferralCode: { body: ReferralCodeKeep, answer: KeptReferralCode },
  sendCode: { body: CodeRequest, answer: CodeAnswer },
  createSession: { body: SessionRequest, answer: SessionAnswer },
  refreshSession: { body: RefreshRequest, answer: SessionAnswer },
  deleteSession: { answer: z.null() },
  getMe: { answer: Summary },
  updateMe: { body: ProfileUpdate, answer: Profile },
  exportMe: { answer: MemberExport },
  deleteMe: { body: ErasureRequest, answer: ErasureAnswer },
  getPreferences: { answer: Preferences },
  updatePreferences: { body: PreferencesUpdate, answer: Preferences },
  listMyEntries: { query: PageQuery, answer: pageOf(Entry) },
  listMyReferrals: { query: PageQuery, answer: pageOf(ReferralRow) },
  listMyRewards: { query: PageQuery, answer: pageOf(RewardStanding) },
  listMyVouchers: { query: PageQuery, answer: pageOf(Voucher) },
  createClaim: { body: ClaimCreate, answer: Voucher },
  deleteClaim: { answer: z.null() },
  createVisitPreview: { body: VisitPreviewCreate, answer: VisitPreview },
  createCheckout: { body: CheckoutCreate, answer: Checkout },
  deleteCheckout: { answer: z.null() },
  redeemVoucher: { answer: RedeemedVoucher },
  sendEvents: {
    body: z.union([Event, z.strictObject({ events: z.array(Event) })]),
    answer: EventsAnswer,
  },
  listMembers: {
    query: z.strictObject({
      ...paging,
      phone: z.optional(ShortText),
      source: z.optional(ShortText),
      externalId: z.optional(ExternalId),
    }),
    answer: pageOf(Member),
  },
  createMember: { body: MemberCreate, answer: Member },
  getMember: { answer: Member },
  updateMember: { body: MemberUpdate, answer: Member },
  deleteMember: { answer: z.null() },
  mergeMember: { body: MergeRequest, answer: MergeAnswer },
  unmergeMember: { body: UnmergeRequest, answer: UnmergeAnswer },
  adjustMember: { body: AdjustmentCreate, answer: Adjustment },
  giveTier: { body: TierGift, answer: TierStanding },
  listMemberEntries: { query: PageQuery, answer: pageOf(Entry) },
  listProgramVersions: { answer: pageOf(ProgramVersion) },
  deleteProgramVersion: { answer: z.null() },
  createProgramVersion: {
    body: z.strictObject({ startsAt: z.optional(InstantInput), program: Program }),
    answer: ProgramVersion,
  },
  createSimulation: { body: SimulationRequest, answer: SimulationAnswer },
  listCodes: { answer: pageOf(CodeRow) },
  createCode: { body: CodeCreate, answer: CodeRow },
  listReviews: {
    query: z.strictObject({ ...paging, status: z.optional(z.enum(reviewStatuses)) }),
    answer: pageOf(ReferralReview),
  },
  reviewReferral: { body: ReviewDecision, answer: ReferralReview },
  getTestClock: { answer: ClockAnswer },
  moveTestClock: { body: ClockMove, answer: ClockAnswer },
  listTestMessages: { answer: pageOf(TestMessage) },
  listTestNotices: { query: PageQuery, answer: pageOf(TestNotice) },
} as const satisfies SchemasOf;
