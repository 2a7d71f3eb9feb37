// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../points-history/define.js';
import { PointsHistoryElement } from '../points-history/points-history.js';
import { wrap } from './wrap.js';

/** What came and went, with the reason of each: points, credit, and sessions of packages. */
export const PointsHistory = wrap('points-history', PointsHistoryElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
