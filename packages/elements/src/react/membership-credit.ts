// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../membership-credit/define.js';
import { MembershipCreditElement } from '../membership-credit/membership-credit.js';
import { wrap } from './wrap.js';

/**
 * The credit that a member has banked: how much, when each part of it ends, when the next comes, and
 * the terms. Who has no membership sees which there are, and from which visit on.
 */
export const MembershipCredit = wrap('membership-credit', MembershipCreditElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
