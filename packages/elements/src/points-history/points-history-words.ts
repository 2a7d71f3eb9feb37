import type { WordSource } from '../internal/words.js';
import type { words as english } from './points-history.en.js';

/** The texts of points-history, a chunk of each language. */
export const historyWords: WordSource = {
  en: () => import('./points-history.en.js'),
  es: () => import('./points-history.es.js'),
  fr: () => import('./points-history.fr.js'),
  'pt-BR': () => import('./points-history.pt-BR.js'),
  'zh-Hans': () => import('./points-history.zh-Hans.js'),
  ar: () => import('./points-history.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    history: typeof english;
  }
}
