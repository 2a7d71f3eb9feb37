import type { WordSource } from '../internal/words.js';
import type { words as english } from './package-balance.en.js';

/** The texts of package-balance, a chunk of each language. */
export const packagesWords: WordSource = {
  en: () => import('./package-balance.en.js'),
  es: () => import('./package-balance.es.js'),
  fr: () => import('./package-balance.fr.js'),
  'pt-BR': () => import('./package-balance.pt-BR.js'),
  'zh-Hans': () => import('./package-balance.zh-Hans.js'),
  ar: () => import('./package-balance.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    packages: typeof english;
  }
}
