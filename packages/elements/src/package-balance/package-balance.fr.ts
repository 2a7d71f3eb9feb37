import type { WordsLike } from '../internal/words.js';
import type { words as english } from './package-balance.en.js';

/** What package-balance says in French. */
export const words: WordsLike<typeof english> = {
  'packages.title': 'Vos forfaits',
  'packages.waiting': 'Chargement de vos forfaits',
  'packages.signed-out': 'Connectez-vous pour voir les séances qu’il vous reste.',
  'packages.empty':
    'Vous n’avez pas de forfait pour le moment. Ceux que vous achetez s’affichent ici.',
  'packages.left': {
    one: 'Reste {count} séance sur {total}',
    other: 'Reste {count} séances sur {total}',
  },
  'packages.none': 'Plus de séances',
  'packages.none-left': 'Séances toutes utilisées ({total})',
  'packages.until': 'Jusqu’au {day}',
  'packages.no-end': 'Sans date limite',
  'packages.expired': 'Terminé le {day}',
  'packages.book': 'Réserver',
  'packages.book-with': 'Réserver avec {name}',
  'packages.all': 'Tout afficher ({count})',
  'packages.changed': 'Votre forfait {name} a changé. {left}.',
};
