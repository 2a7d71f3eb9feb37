import type { WordSource } from '../internal/words.js';
import type { words as english } from './member-sign-in.en.js';

/** The texts of member-sign-in; a chunk of their own, since most pages never show them. */
export const signInWords: WordSource = {
  en: () => import('./member-sign-in.en.js'),
  es: () => import('./member-sign-in.es.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    signIn: typeof english;
  }
}
