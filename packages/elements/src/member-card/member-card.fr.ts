import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-card.en.js';

/** What member-card says in French. */
export const words: WordsLike<typeof english> = {
  'card.title': 'Votre carte de membre',
  'card.waiting': 'Chargement de votre carte',
  'card.signed-out': 'Connectez-vous pour voir votre carte de membre.',
  'card.since': 'Membre depuis {year}',
  'card.vip': 'VIP',
  'card.show': 'Présentez-la à l’accueil et votre visite compte d’elle-même.',
  'card.image': 'Code QR de votre numéro de membre',
  'card.number': 'Numéro de membre',
  'card.failed': 'Le code n’a pas pu être dessiné. Le numéro suffit aussi.',
};
