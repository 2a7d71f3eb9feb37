import { register } from '../internal/register.js';
import { PointsBalanceElement } from './points-balance.js';

register('points-balance', PointsBalanceElement);

export type { PointsBalanceElement } from './points-balance.js';
