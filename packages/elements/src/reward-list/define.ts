import { register } from '../internal/register.js';
import { RewardListElement } from './reward-list.js';

register('reward-list', RewardListElement);
