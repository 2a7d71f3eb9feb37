import { register } from '../internal/register.js';
import { SavingsCalculatorElement } from './savings-calculator.js';

register('savings-calculator', SavingsCalculatorElement);

export type { SavingsCalculatorElement } from './savings-calculator.js';
