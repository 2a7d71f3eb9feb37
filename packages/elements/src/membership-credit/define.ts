import { register } from '../internal/register.js';
import { MembershipCreditElement } from './membership-credit.js';

register('membership-credit', MembershipCreditElement);

export type { MembershipCreditElement } from './membership-credit.js';
