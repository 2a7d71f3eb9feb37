import { register } from '../internal/register.js';
import { ReferralTrackerElement } from './referral-tracker.js';

register('referral-tracker', ReferralTrackerElement);

export type { ReferralTrackerElement } from './referral-tracker.js';
