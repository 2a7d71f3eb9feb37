import type { WordsLike } from '../internal/words.js';
import type { words as english } from './points-balance.en.js';

/** What points-balance says in French. */
export const words: WordsLike<typeof english> = {
  'points.waiting': 'Chargement de vos points',
  'points.signed-out': 'Connectez-vous pour voir vos points.',
  'points.worth': 'soit {money}',
  'points.lapse': '{amount} expirent le {day}',
  'points.kept': 'Vos points restent à vous tant que vous revenez.',
  'points.empty': 'Les points arrivent d’eux-mêmes après votre prochaine visite.',
  'points.below-zero':
    'Une correction a mis votre solde sous zéro. Il remontera à votre prochaine visite.',
  'points.changed': 'Votre solde est maintenant de {amount} {points}.',
};
