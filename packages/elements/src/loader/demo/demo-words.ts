import type { WordSource } from '../../internal/words.js';
import type { words as english } from './words/demo.en.js';

/** The texts of a demo page; all languages come with its chunk. */
export const demoWords: WordSource = {
  en: () => import('./words/demo.en.js'),
  es: () => import('./words/demo.es.js'),
  fr: () => import('./words/demo.fr.js'),
  'pt-BR': () => import('./words/demo.pt-BR.js'),
  'zh-Hans': () => import('./words/demo.zh-Hans.js'),
  ar: () => import('./words/demo.ar.js'),
};

declare module '../../internal/words.js' {
  interface WordGroups {
    demo: typeof english;
  }
}
