import type { WordSource } from '../internal/words.js';
import type { words as english } from './referral-tracker.en.js';

/** The texts of referral-tracker, a chunk of each language. */
export const trackerWords: WordSource = {
  en: () => import('./referral-tracker.en.js'),
  es: () => import('./referral-tracker.es.js'),
  fr: () => import('./referral-tracker.fr.js'),
  'pt-BR': () => import('./referral-tracker.pt-BR.js'),
  'zh-Hans': () => import('./referral-tracker.zh-Hans.js'),
  ar: () => import('./referral-tracker.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    tracker: typeof english;
  }
}
