/**
 * What is decided: pure functions over an account's history and the program's versions. No clock,
 * no chance, no I/O; all instants are epoch milliseconds.
 *
 * A server keeps history and journal, and asks `settleAccount` at each write.
 */
export { edition } from './edition.js';
export type {
  BookingData,
  FriendData,
  FriendStep,
  HistoryRecord,
  JoinedData,
  RecordOf,
} from './history.js';
export type {
  Account,
  Desired,
  Emission,
  Flag,
  Fold,
  FriendState,
  LapseClock,
  OfferState,
  OwnedPackage,
  PendingReward,
  PointsLot,
  Position,
  ReferralState,
  Spend,
  TierState,
} from './account.js';
export { foldAccount, foldForward } from './fold.js';
export type { FoldInput } from './fold.js';
export { emptyJournal, readJournal } from './ledger/journal.js';
export type { Journal, NewEntry } from './ledger/journal.js';
export { postEntries } from './ledger/post.js';
export { settleAccount } from './settle.js';
export type { Settled, SettleInput } from './settle.js';
export { programAt } from './programs/programs.js';
export type { ProgramInForce } from './programs/programs.js';
export { validateFact } from './programs/validate-fact.js';
export { validateProgram } from './programs/validate-program.js';
export { standing } from './standing.js';
export type { ReferralStanding, Standing } from './standing.js';
export { replayJournal } from './replay.js';
