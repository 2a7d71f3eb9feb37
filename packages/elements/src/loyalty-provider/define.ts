import { register } from '../internal/register.js';
import { LoyaltyProviderElement } from './loyalty-provider.js';

register('loyalty-provider', LoyaltyProviderElement);

export type { LoyaltyProviderElement } from './loyalty-provider.js';
