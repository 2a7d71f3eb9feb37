// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../member-sign-in/define.js';
import { MemberSignInElement } from '../member-sign-in/member-sign-in.js';
import { wrap } from './wrap.js';

/**
 * Signs a member in by a code sent to the phone, one question at a time; whoever is new joins here.
 */
export const MemberSignIn = wrap('member-sign-in', MemberSignInElement, [
  'glow-signed-in',
  'glow-joined',
  'glow-signed-out',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
