import type { WordSource } from '../internal/words.js';
import type { words as english } from './offer-list.en.js';

/** The texts of offer-list, a chunk of each language. */
export const offerWords: WordSource = {
  en: () => import('./offer-list.en.js'),
  es: () => import('./offer-list.es.js'),
  fr: () => import('./offer-list.fr.js'),
  'pt-BR': () => import('./offer-list.pt-BR.js'),
  'zh-Hans': () => import('./offer-list.zh-Hans.js'),
  ar: () => import('./offer-list.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    offers: typeof english;
  }
}
