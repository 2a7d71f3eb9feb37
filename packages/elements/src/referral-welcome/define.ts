import { register } from '../internal/register.js';
import { ReferralWelcomeElement } from './referral-welcome.js';

register('referral-welcome', ReferralWelcomeElement);

export type { ReferralWelcomeElement } from './referral-welcome.js';
