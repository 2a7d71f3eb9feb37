import type { WordSource } from '../internal/words.js';
import type { words as english } from './referral-welcome.en.js';

/** The texts of referral-welcome, a chunk of each language. */
export const welcomeWords: WordSource = {
  en: () => import('./referral-welcome.en.js'),
  es: () => import('./referral-welcome.es.js'),
  fr: () => import('./referral-welcome.fr.js'),
  'pt-BR': () => import('./referral-welcome.pt-BR.js'),
  'zh-Hans': () => import('./referral-welcome.zh-Hans.js'),
  ar: () => import('./referral-welcome.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    welcome: typeof english;
  }
}
