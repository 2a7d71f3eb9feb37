import type { WordSource } from '../internal/words.js';
import type { words as english } from './savings-calculator.en.js';

/** The texts of savings-calculator; a chunk of their own, so that no other element waits for them. */
export const calculatorWords: WordSource = {
  en: () => import('./savings-calculator.en.js'),
  es: () => import('./savings-calculator.es.js'),
  fr: () => import('./savings-calculator.fr.js'),
  'pt-BR': () => import('./savings-calculator.pt-BR.js'),
  'zh-Hans': () => import('./savings-calculator.zh-Hans.js'),
  ar: () => import('./savings-calculator.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    calculator: typeof english;
  }
}
