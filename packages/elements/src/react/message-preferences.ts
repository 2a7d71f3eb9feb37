// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../message-preferences/define.js';
import { MessagePreferencesElement } from '../message-preferences/message-preferences.js';
import { wrap } from './wrap.js';

/**
 * What the member may be told, on which channel and in which language, and who sees the first name.
 * Each change is saved at once; what one agrees to is kept word by word.
 */
export const MessagePreferences = wrap('message-preferences', MessagePreferencesElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);
