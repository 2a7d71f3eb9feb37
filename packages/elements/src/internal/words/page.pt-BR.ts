import type { WordsLike } from '../words.js';
import type { words as english } from './page.en.js';

/** What all elements say in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'face.signed-out': 'Entre para ver isto.',
  'face.sign-in': 'Entrar',
  'face.waiting': 'Carregando',
  'face.retry': 'Tentar de novo',
  'face.stale': 'Pode não estar em dia. Logo tentamos de novo.',

  'failed.network': 'Não conseguimos falar com a clínica. Confira sua conexão e tente de novo.',
  'failed.set-up': 'O programa ainda não está ativo nesta página. Avise a clínica, por favor.',
  'failed.other': 'Não foi possível carregar. Tente de novo daqui a pouco.',
};
