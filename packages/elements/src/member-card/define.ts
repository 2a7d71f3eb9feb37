import { register } from '../internal/register.js';
import { MemberCardElement } from './member-card.js';

register('member-card', MemberCardElement);

export type { MemberCardElement } from './member-card.js';
