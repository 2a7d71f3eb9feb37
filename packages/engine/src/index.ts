/**
 * What is decided: pure functions over an account's history and the program's versions. No clock,
 * no chance, no I/O; all instants are epoch milliseconds.
 *
 * A server keeps history and journal, and asks `settleAccount` at each write.
 */
export { edition } from './edition.js';
export { decisionSource, ownSource } from './history.js';
export type {
  AdjustmentData,
  BookingData,
  ClaimData,
  FriendData,
  FriendStep,
  HistoryRecord,
  HoldData,
  JoinedData,
  KeptVisit,
  LookAlike,
  MergeData,
  NamedCode,
  RecordOf,
  UntakenRecord,
} from './history.js';
export type {
  Account,
  Credit,
  CreditLot,
  Desired,
  Emission,
  Flag,
  Fold,
  FriendState,
  Hold,
  KnownBirthday,
  LapseClock,
  Membership,
  Notice,
  NoticeKind,
  OfferState,
  OwnedPackage,
  PendingReward,
  PointsLot,
  Position,
  ReferralState,
  Spend,
  TierState,
  VoucherState,
} from './account.js';
export { foldAccount, foldForward } from './fold.js';
export type { FoldInput, WholeFoldInput } from './fold.js';
export { emptyJournal, readJournal } from './ledger/journal.js';
export type { Journal, NewEntry } from './ledger/journal.js';
export { postEntries } from './ledger/post.js';
export { settleAccount } from './settle.js';
export type { Settled, SettleInput } from './settle.js';
export { hasEnded } from './grants/endings.js';
export { programAt } from './programs/programs.js';
export type { ProgramInForce } from './programs/programs.js';
export { validateFact } from './programs/validate-fact.js';
export { validateProgram } from './programs/validate-program.js';
export { available, heldElsewhere } from './checkout/holds.js';
export { findPackage, packageOf } from './packages/packages.js';
export { levelIndex } from './tiers/tiers.js';
export { quoteCheckout } from './checkout/quote.js';
export type { Quote, Quoted, QuoteQuestion } from './checkout/quote.js';
export { ownerGrant } from './referrals/owner.js';
export { decideClaim } from './rewards/decide-claim.js';
export type { ClaimTerms } from './rewards/decide-claim.js';
export { copiesInto, separate } from './people/union.js';
export type { Part, Parts, Separation } from './people/union.js';
export { standing } from './standing.js';
export type { ReferralStanding, Standing } from './standing.js';
export { replayJournal } from './replay.js';
