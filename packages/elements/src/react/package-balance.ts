// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../package-balance/define.js';
import { PackageBalanceElement } from '../package-balance/package-balance.js';
import { wrap } from './wrap.js';

/**
 * The prepaid packages of the member, with the sessions that are left in each, and the way to booking
 * with one of them attached.
 */
export const PackageBalance = wrap('package-balance', PackageBalanceElement, [
  'glow-book',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
