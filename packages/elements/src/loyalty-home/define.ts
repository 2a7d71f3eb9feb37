import { register } from '../internal/register.js';
import { LoyaltyHomeElement } from './loyalty-home.js';

register('loyalty-home', LoyaltyHomeElement);

export type { LoyaltyHomeElement } from './loyalty-home.js';
