// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../savings-calculator/define.js';
import { SavingsCalculatorElement } from '../savings-calculator/savings-calculator.js';
import { wrap } from './wrap.js';

/**
 * What a year of visits would save, estimated by the very rules of the clinic's program. Works
 * signed out; it needs the program alone.
 */
export const SavingsCalculator = wrap('savings-calculator', SavingsCalculatorElement, [
  'glow-calculated',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
