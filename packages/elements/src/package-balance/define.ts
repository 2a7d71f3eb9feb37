import { register } from '../internal/register.js';
import { PackageBalanceElement } from './package-balance.js';

register('package-balance', PackageBalanceElement);

export type { PackageBalanceElement } from './package-balance.js';
