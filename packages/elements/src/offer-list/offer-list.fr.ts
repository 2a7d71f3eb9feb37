import type { WordsLike } from '../internal/words.js';
import type { words as english } from './offer-list.en.js';

/** What offer-list says in French. */
export const words: WordsLike<typeof english> = {
  'offers.title': 'Vos offres',
  'offers.waiting': 'Chargement de vos offres',
  'offers.signed-out': 'Connectez-vous pour voir vos offres.',
  'offers.empty':
    'Vous n’avez pas d’offre en ce moment. Les nouvelles apparaissent ici d’elles-mêmes.',
  'offers.off': 'de remise',
  'offers.gift-card': 'carte cadeau',
  'offers.minimum': 'À partir de {money}',
  'offers.until': 'Valable jusqu’au {day}',
  'offers.soon': {
    one: 'Valable jusqu’au {day}, encore {count} jour',
    other: 'Valable jusqu’au {day}, encore {count} jours',
  },
  'offers.today': 'C’est le dernier jour',
  'offers.no-end': 'Sans date de fin',
  'offers.book': 'Réserver',
  'offers.book-with': 'Réserver avec {name}',
  'offers.all': 'Voir les {count}',
  'offers.new': 'Vous avez une nouvelle offre : {name}.',
};
