import type { WordSource } from '../internal/words.js';
import type { words as english } from './points-balance.en.js';

/** The texts of points-balance, a chunk of each language. */
export const pointsWords: WordSource = {
  en: () => import('./points-balance.en.js'),
  es: () => import('./points-balance.es.js'),
  fr: () => import('./points-balance.fr.js'),
  'pt-BR': () => import('./points-balance.pt-BR.js'),
  'zh-Hans': () => import('./points-balance.zh-Hans.js'),
  ar: () => import('./points-balance.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    points: typeof english;
  }
}
