import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-tracker.en.js';

/** What referral-tracker says in French. */
export const words: WordsLike<typeof english> = {
  'tracker.title': 'Vos proches',
  'tracker.waiting': 'Chargement de vos proches',
  'tracker.signed-out': 'Connectez-vous pour voir ce que votre lien a donné.',
  'tracker.empty':
    'Personne ne s’est encore inscrit avec votre lien. Vous verrez ici où en est chaque récompense.',
  'tracker.off': 'Votre clinique n’a pas d’offre de parrainage en ce moment.',
  'tracker.pending': '{amount} {points} en route',
  'tracker.rewards': { one: '{count} récompense en route', other: '{count} récompenses en route' },
  'tracker.friend': 'Un proche',
  'tracker.since': 'depuis {month}',
  'tracker.invited': 'a gardé votre offre en {month}',
  'tracker.joined': 'Votre récompense viendra après sa première visite.',
  'tracker.booked': 'Première visite réservée. Votre récompense suivra.',
  'tracker.completed': 'Votre récompense est en route, elle arrive le {day}.',
  'tracker.thanks': 'Merci. Il n’y a pas d’autre récompense cette fois.',
  'tracker.released': 'Votre récompense est arrivée.',
  'tracker.expired': 'Le délai pour une récompense est passé.',
  'tracker.held': 'La clinique vérifie avant d’envoyer votre récompense.',
  'tracker.rejected': 'Pas de récompense cette fois. La clinique peut vous dire pourquoi.',
  'tracker.all': 'Tout afficher ({count})',
  'tracker.more': 'Afficher plus',
  'tracker.more-failed': 'La suite n’a pas pu être chargée. Réessayez dans un instant.',
  'tracker.changed': '{friend} : {status}',
};
