import type { WordSource } from '../internal/words.js';
import type { words as english } from './reward-list.en.js';

/** The texts of reward-list, a chunk of each language. */
export const rewardWords: WordSource = {
  en: () => import('./reward-list.en.js'),
  es: () => import('./reward-list.es.js'),
  fr: () => import('./reward-list.fr.js'),
  'pt-BR': () => import('./reward-list.pt-BR.js'),
  'zh-Hans': () => import('./reward-list.zh-Hans.js'),
  ar: () => import('./reward-list.ar.js'),
};

declare module '../internal/words.js' {
  interface WordGroups {
    rewards: typeof english;
  }
}
