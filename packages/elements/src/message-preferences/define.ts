import { register } from '../internal/register.js';
import { MessagePreferencesElement } from './message-preferences.js';

register('message-preferences', MessagePreferencesElement);

export type { MessagePreferencesElement } from './message-preferences.js';
