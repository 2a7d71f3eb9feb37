import { register } from '../internal/register.js';
import { RewardListElement } from './reward-list.js';

register('reward-list', RewardListElement);

export type { RewardListElement } from './reward-list.js';
