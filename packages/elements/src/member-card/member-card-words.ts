import type { WordSource } from '../internal/words.js';
import type { words as english } from './member-card.en.js';

/** The texts of member-card, a chunk of each language. */
export const cardWords: WordSource = {
  en: () => import('./member-card.en.js'),
  es: () => import('./member-card.es.js'),
  fr: () => import('./member-card.fr.js'),
  'pt-BR': () => import('./member-card.pt-BR.js'),
  'zh-Hans': () => import('./member-card.zh-Hans.js'),
  ar: () => import('./member-card.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    card: typeof english;
  }
}
