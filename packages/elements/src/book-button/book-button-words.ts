import type { WordSource } from '../internal/words.js';
import type { words as english } from './book-button.en.js';

/** The texts of book-button, a chunk of each language. */
export const bookWords: WordSource = {
  en: () => import('./book-button.en.js'),
  es: () => import('./book-button.es.js'),
  fr: () => import('./book-button.fr.js'),
  'pt-BR': () => import('./book-button.pt-BR.js'),
  'zh-Hans': () => import('./book-button.zh-Hans.js'),
  ar: () => import('./book-button.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    book: typeof english;
  }
}
