import type { WordsLike } from '../../../internal/words.js';
import type { words as english } from './demo.en.js';

/** What a demo page says of itself in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'demo.badge': 'Demonstração, pontos fictícios',
  'demo.about':
    'Esta clínica e estas pessoas são inventadas. Tudo fica na memória desta página; recarregue para começar de novo.',
  'demo.sign-in':
    'Para entrar, use {phone} e o código {code}. Qualquer outro número 555-01 cria uma conta.',
  'demo.code': 'Seu código para esta demonstração: {code}',
};
