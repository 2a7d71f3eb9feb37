import type { WordSource } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** The texts of tier-badge, a chunk of each language. */
export const tierWords: WordSource = {
  en: () => import('./tier-badge.en.js'),
  es: () => import('./tier-badge.es.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    tier: typeof english;
  }
}
