import { register } from '../internal/register.js';
import { ReferralLinkElement } from './referral-link.js';

register('referral-link', ReferralLinkElement);

export type { ReferralLinkElement } from './referral-link.js';
