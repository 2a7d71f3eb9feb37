import type { WordsLike } from '../internal/words.js';
import type { words as english } from './book-button.en.js';

/** What book-button says in French. */
export const words: WordsLike<typeof english> = {
  'book.label': 'Réserver une visite',
  'book.waiting': 'Chargement de l’accès à la réservation',
  'book.none': 'Pas de réservation en ligne',
  'book.failed': 'Échec. Réessayer',
  'book.copy': 'Copier le lien',
  'book.copied': 'Copié',
  'book.not-copied': 'La copie n’a pas fonctionné. Le lien est sélectionné, vous pouvez le copier.',
};
