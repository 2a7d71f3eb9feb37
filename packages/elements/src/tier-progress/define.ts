import { register } from '../internal/register.js';
import { TierProgressElement } from './tier-progress.js';

register('tier-progress', TierProgressElement);

export type { TierProgressElement } from './tier-progress.js';
