import { register } from '../internal/register.js';
import { TierBadgeElement } from './tier-badge.js';

register('tier-badge', TierBadgeElement);

export type { TierBadgeElement } from './tier-badge.js';
