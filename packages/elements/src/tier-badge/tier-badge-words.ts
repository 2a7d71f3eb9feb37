import type { WordSource } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** The texts of tier-badge, a chunk of each language. */
export const tierWords: WordSource = {
  en: () => import('./tier-badge.en.js'),
  es: () => import('./tier-badge.es.js'),
  fr: () => import('./tier-badge.fr.js'),
  'pt-BR': () => import('./tier-badge.pt-BR.js'),
  'zh-Hans': () => import('./tier-badge.zh-Hans.js'),
  ar: () => import('./tier-badge.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    tier: typeof english;
  }
}
