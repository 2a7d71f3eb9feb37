import type { WordsLike } from '../internal/words.js';
import type { words as english } from './book-button.en.js';

/** What book-button says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'book.label': 'Marcar uma visita',
  'book.waiting': 'Carregando o acesso ao agendamento',
  'book.none': 'Sem agendamento online',
  'book.failed': 'Falhou. Repetir',
  'book.copy': 'Copiar o link',
  'book.copied': 'Copiado',
  'book.not-copied': 'Não foi possível copiar. O link está selecionado para você copiar.',
};
