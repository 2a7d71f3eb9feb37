// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../loyalty-home/define.js';
import { LoyaltyHomeElement } from '../loyalty-home/loyalty-home.js';
import { wrap } from './wrap.js';

/**
 * The whole app inside a page: Home, Offers, Appointment and Status, each made of the other elements,
 * with a bar at the bottom of narrow ones and a list at the side of wide ones. Who is signed out finds
 * one invitation with the sign-in in it.
 */
export const LoyaltyHome = wrap('loyalty-home', LoyaltyHomeElement, [
  'glow-signed-in',
  'glow-joined',
  'glow-signed-out',
  'glow-book',
  'glow-claimed',
  'glow-claim-returned',
  'glow-shared',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
