// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../points-balance/define.js';
import { PointsBalanceElement } from '../points-balance/points-balance.js';
import { wrap } from './wrap.js';

/** The member's points, what they are worth, and the day the next of them lapse. */
export const PointsBalance = wrap('points-balance', PointsBalanceElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
