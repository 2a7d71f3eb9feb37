import { register } from '../internal/register.js';
import { PointsHistoryElement } from './points-history.js';

register('points-history', PointsHistoryElement);

export type { PointsHistoryElement } from './points-history.js';
