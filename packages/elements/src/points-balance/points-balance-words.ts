import type { WordSource } from '../internal/words.js';
import type { words as english } from './points-balance.en.js';

/** The texts of points-balance, a chunk of each language. */
export const pointsWords: WordSource = {
  en: () => import('./points-balance.en.js'),
  es: () => import('./points-balance.es.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    points: typeof english;
  }
}
