import type { WordSource } from '../internal/words.js';
import type { words as english } from './tier-progress.en.js';

/** The texts of tier-progress, a chunk of each language. */
export const progressWords: WordSource = {
  ar: () => import('./tier-progress.ar.js'),
  en: () => import('./tier-progress.en.js'),
  es: () => import('./tier-progress.es.js'),
  fr: () => import('./tier-progress.fr.js'),
  'pt-BR': () => import('./tier-progress.pt-BR.js'),
  'zh-Hans': () => import('./tier-progress.zh-Hans.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    progress: typeof english;
  }
}
