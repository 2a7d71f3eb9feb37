// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../offer-list/define.js';
import { OfferListElement } from '../offer-list/offer-list.js';
import { wrap } from './wrap.js';

/**
 * The offers that the member has, each like a ticket: what it is, until when, and the way to booking
 * with it attached.
 */
export const OfferList = wrap('offer-list', OfferListElement, [
  'glow-book',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
