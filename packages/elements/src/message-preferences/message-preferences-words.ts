import type { WordSource } from '../internal/words.js';
import type { words as english } from './message-preferences.en.js';

/** The texts of message-preferences, a chunk of each language. */
export const preferenceWords: WordSource = {
  en: () => import('./message-preferences.en.js'),
  es: () => import('./message-preferences.es.js'),
  fr: () => import('./message-preferences.fr.js'),
  'pt-BR': () => import('./message-preferences.pt-BR.js'),
  'zh-Hans': () => import('./message-preferences.zh-Hans.js'),
  ar: () => import('./message-preferences.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    preferences: typeof english;
  }
}
