import type { WordSource } from '../internal/words.js';
import type { words as english } from './member-sign-in.en.js';

/** The texts of member-sign-in; a chunk of their own, since most pages never show them. */
export const signInWords: WordSource = {
  en: () => import('./member-sign-in.en.js'),
  es: () => import('./member-sign-in.es.js'),
  fr: () => import('./member-sign-in.fr.js'),
  'pt-BR': () => import('./member-sign-in.pt-BR.js'),
  'zh-Hans': () => import('./member-sign-in.zh-Hans.js'),
  ar: () => import('./member-sign-in.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    signIn: typeof english;
  }
}
