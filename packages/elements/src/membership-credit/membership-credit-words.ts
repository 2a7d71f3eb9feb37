import type { WordSource } from '../internal/words.js';
import type { words as english } from './membership-credit.en.js';

/** The texts of membership-credit, a chunk of each language. */
export const creditWords: WordSource = {
  ar: () => import('./membership-credit.ar.js'),
  en: () => import('./membership-credit.en.js'),
  es: () => import('./membership-credit.es.js'),
  fr: () => import('./membership-credit.fr.js'),
  'pt-BR': () => import('./membership-credit.pt-BR.js'),
  'zh-Hans': () => import('./membership-credit.zh-Hans.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    credit: typeof english;
  }
}
