// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../reward-list/define.js';
import { RewardListElement } from '../reward-list/reward-list.js';
import { wrap } from './wrap.js';

/**
 * What the member's points can be claimed for, and the vouchers that are there to be used. Who is
 * signed out sees the clinic's rewards with what they cost.
 */
export const RewardList = wrap('reward-list', RewardListElement, [
  'glow-claimed',
  'glow-claim-returned',
  'glow-book',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
