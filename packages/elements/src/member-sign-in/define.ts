import { register } from '../internal/register.js';
import { MemberSignInElement } from './member-sign-in.js';

register('member-sign-in', MemberSignInElement);

export type { MemberSignInElement } from './member-sign-in.js';
