import type { WordSource } from '../internal/words.js';
import type { words as english } from './earn-list.en.js';

/** The texts of earn-list, a chunk of each language. */
export const earnWords: WordSource = {
  ar: () => import('./earn-list.ar.js'),
  en: () => import('./earn-list.en.js'),
  es: () => import('./earn-list.es.js'),
  fr: () => import('./earn-list.fr.js'),
  'pt-BR': () => import('./earn-list.pt-BR.js'),
  'zh-Hans': () => import('./earn-list.zh-Hans.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    earn: typeof english;
  }
}
