import type { WordSource } from '../internal/words.js';
import type { words as english } from './referral-link.en.js';

/** The texts of referral-link, a chunk of each language. */
export const referralWords: WordSource = {
  en: () => import('./referral-link.en.js'),
  es: () => import('./referral-link.es.js'),
  fr: () => import('./referral-link.fr.js'),
  'pt-BR': () => import('./referral-link.pt-BR.js'),
  'zh-Hans': () => import('./referral-link.zh-Hans.js'),
  ar: () => import('./referral-link.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    referral: typeof english;
  }
}
