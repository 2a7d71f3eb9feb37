import { register } from '../internal/register.js';
import { EarnListElement } from './earn-list.js';

register('earn-list', EarnListElement);

export type { EarnListElement } from './earn-list.js';
