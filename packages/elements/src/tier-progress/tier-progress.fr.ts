import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-progress.en.js';

/** What tier-progress says in French. */
export const words: WordsLike<typeof english> = {
  'progress.waiting': 'Chargement de votre progression',
  'progress.signed-out': 'Connectez-vous pour voir ce qui vous sépare du niveau suivant.',
  'progress.empty': 'Cette clinique n’a pas de niveaux pour le moment.',
  'progress.missing': 'Plus que {money} avant {tier}',
  'progress.missing-by': 'Plus que {money} avant {tier}, d’ici au {day}',
  'progress.top': '{tier} est le niveau le plus élevé',
  'progress.spend': {
    one: '{money} à ce jour, sur le dernier mois',
    other: '{money} à ce jour, sur les {count} derniers mois',
  },
  'progress.meter': 'Dépenses vers {tier}',
  'progress.of': '{money} sur {goal}',
  'progress.mine': 'votre niveau',
  'progress.kept': '{tier} est à vous jusqu’au {day}.',
  'progress.keep': 'Avec {money} d’ici là, vous le gardez.',
  'progress.at-risk': 'Ce qui partirait avec lui : {benefits}.',
  'progress.unlocks': '{tier} donne droit à : {benefits}.',
  'progress.given': 'Nous vous offrons {tier} jusqu’au {day} inclus.',
  'progress.changed': 'Il manque maintenant {money} avant {tier}.',
};
