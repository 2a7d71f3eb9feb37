import type { WordSource } from '../internal/words.js';
import type { words as english } from './visit-preview.en.js';

/** The texts of visit-preview, a chunk of each language. */
export const previewWords: WordSource = {
  en: () => import('./visit-preview.en.js'),
  es: () => import('./visit-preview.es.js'),
  fr: () => import('./visit-preview.fr.js'),
  'pt-BR': () => import('./visit-preview.pt-BR.js'),
  'zh-Hans': () => import('./visit-preview.zh-Hans.js'),
  ar: () => import('./visit-preview.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    preview: typeof english;
  }
}
