import type { WordsLike } from '../internal/words.js';
import type { words as english } from './visit-preview.en.js';

/** What visit-preview says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'preview.waiting': 'Calculando o que esta visita rende',
  'preview.choose': 'Escolha um tratamento para ver o que a visita rende.',
  'preview.label': 'Esta visita rende',
  'preview.least': 'Esta visita rende pelo menos',
  'preview.due': 'Faltam {money} a pagar, com o que você já tem aqui.',
  'preview.rises': 'Com ela você chega a {tier}.',
  'preview.alone': 'Sozinha ela alcança {tier}.',
  'preview.missing': 'Depois dela faltam {money} para {tier}.',
  'preview.top': '{tier} é seu, o nível mais alto.',
  'preview.signed-out': 'Entre para ver com o seu nível e suas ofertas.',
  'preview.changed': 'Esta visita rende {amount} {points}. {tier}',
};
