import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** What tier-badge says in French. */
export const words: WordsLike<typeof english> = {
  'tier.waiting': 'Chargement de votre niveau',
  'tier.signed-out': 'Voir votre niveau',
  'tier.failed': 'Non chargé. Réessayer',
  'tier.none': 'Pas encore de niveau',
  'tier.open': '{tier}, votre niveau. Ce qu’il vous offre',
  'tier.unlocks': 'Avec {tier}',
  'tier.unlocks-nothing':
    'C’est ici que tout le monde commence. Chaque visite compte pour le niveau suivant.',
  'tier.missing': 'Plus que {money} avant {tier}',
  'tier.top': 'C’est le niveau le plus élevé.',
  'tier.kept-until': 'À vous jusqu’au {day}, et au-delà avec vos prochaines visites.',
  'tier.changed': 'Votre niveau est maintenant {tier}.',
  'tier.close': 'Fermer',
  'tier.per-quarter': {
    one: '{name}, une fois par trimestre',
    other: '{name}, {count} fois par trimestre',
  },
};
