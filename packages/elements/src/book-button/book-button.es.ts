import type { WordsLike } from '../internal/words.js';
import type { words as english } from './book-button.en.js';

/** What book-button says in Spanish. */
export const words: WordsLike<typeof english> = {
  'book.label': 'Reservar una visita',
  'book.waiting': 'Cargando el acceso a la reserva',
  'book.none': 'Sin reserva en línea',
  'book.failed': 'No cargó. Reintentar',
  'book.copy': 'Copiar el enlace',
  'book.copied': 'Copiado',
  'book.not-copied': 'No se pudo copiar. El enlace está seleccionado para que lo copies.',
};
