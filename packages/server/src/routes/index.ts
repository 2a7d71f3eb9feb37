import type { Handlers } from '../http/call.js';
import { createCheckout, createVisitPreview, deleteCheckout } from './checkouts.js';
import { createCode, listCodes } from './codes.js';
import { adjustMember, giveTier } from './corrections.js';
import { sendEvents } from './events.js';
import { deleteMe, exportMe, getMe, listMyEntries, listMyReferrals, updateMe } from './me.js';
import {
  createMember,
  deleteMember,
  getMember,
  listMemberEntries,
  listMembers,
  updateMember,
} from './members.js';
import { mergeMember, unmergeMember } from './merges.js';
import { getPreferences, updatePreferences } from './preferences.js';
import {
  createProgramVersion,
  deleteProgramVersion,
  getProgram,
  listProgramVersions,
} from './program.js';
import { getReferralCode, keepReferralCode } from './referral-codes.js';
import { listReviews, reviewReferral } from './reviews.js';
import { createClaim, deleteClaim, listMyRewards, listMyVouchers } from './rewards.js';
import { getTestClock, listTestMessages, listTestNotices, moveTestClock } from './sandbox.js';
import { createSession, deleteSession, refreshSession, sendCode } from './sessions.js';
import { createSimulation } from './simulations.js';
import { redeemVoucher } from './vouchers.js';

/** The handler of every route of the contract. */
export const handlers: Handlers = {
  getProgram,
  getReferralCode,
  keepReferralCode,
  sendCode,
  createSession,
  refreshSession,
  deleteSession,
  getMe,
  updateMe,
  exportMe,
  deleteMe,
  getPreferences,
  updatePreferences,
  listMyEntries,
  listMyReferrals,
  listMyRewards,
  listMyVouchers,
  createClaim,
  deleteClaim,
  createVisitPreview,
  createCheckout,
  deleteCheckout,
  redeemVoucher,
  sendEvents,
  listMembers,
  createMember,
  getMember,
  updateMember,
  deleteMember,
  mergeMember,
  unmergeMember,
  adjustMember,
  giveTier,
  listMemberEntries,
  listProgramVersions,
  createProgramVersion,
  deleteProgramVersion,
  createSimulation,
  listCodes,
  createCode,
  listReviews,
  reviewReferral,
  getTestClock,
  moveTestClock,
  listTestMessages,
  listTestNotices,
};
