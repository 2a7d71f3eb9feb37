// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../member-card/define.js';
import { MemberCardElement } from '../member-card/member-card.js';
import { wrap } from './wrap.js';

/**
 * The member's card for the front desk: a QR code of the member number, which a till reads as
 * `memberId`, with the name, the tier, whether one is a VIP, and the year. Dark on white in light and in dark pages.
 */
export const MemberCard = wrap('member-card', MemberCardElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
