import type { WordSource } from '../internal/words.js';
import type { words as english } from './loyalty-home.en.js';

/** The texts of loyalty-home, a chunk of each language. */
export const homeWords: WordSource = {
  en: () => import('./loyalty-home.en.js'),
  es: () => import('./loyalty-home.es.js'),
  fr: () => import('./loyalty-home.fr.js'),
  'pt-BR': () => import('./loyalty-home.pt-BR.js'),
  'zh-Hans': () => import('./loyalty-home.zh-Hans.js'),
  ar: () => import('./loyalty-home.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    home: typeof english;
  }
}
