import { register } from '../internal/register.js';
import { LoyaltyHomeElement } from './loyalty-home.js';

register('loyalty-home', LoyaltyHomeElement);
