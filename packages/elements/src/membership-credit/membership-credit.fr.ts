import type { WordsLike } from '../internal/words.js';
import type { words as english } from './membership-credit.en.js';

/** What membership-credit says in French. */
export const words: WordsLike<typeof english> = {
  'credit.title': 'Votre crédit',
  'credit.waiting': 'Chargement de votre crédit',
  'credit.signed-out': 'Connectez-vous pour voir votre crédit.',
  'credit.empty': 'Vous n’avez pas de crédit pour le moment.',
  'credit.usable': 'à utiliser lors de vos visites',
  'credit.next': '{money} de plus le {day}',
  'credit.paused': 'En pause. Ce qui est acquis reste valable jusqu’à sa date.',
  'credit.ended': 'Terminé. Ce qui est acquis reste valable jusqu’à sa date.',
  'credit.below-zero': 'Une correction a fait passer votre crédit sous zéro.',
  'credit.until': 'à utiliser avant la fin du {day}',
  'credit.no-end': 'sans date limite',
  'credit.all': 'Tout afficher ({count})',
  'credit.terms': 'Conditions de {plan}',
  'credit.rolls': {
    one: '{money} par mois. Le crédit d’un mois est utilisable pendant {count} mois.',
    other: '{money} par mois. Le crédit d’un mois est utilisable pendant {count} mois.',
  },
  'credit.plan': '{price} par mois, avec {money} de crédit chaque mois.',
  'credit.perk': 'Chaque trimestre\u00a0: {perk}.',
  'credit.visits-left': {
    one: 'Encore {count} visite et vous pourrez y adhérer.',
    other: 'Encore {count} visites et vous pourrez y adhérer.',
  },
  'credit.may-join': 'Vous pouvez y adhérer à votre prochaine visite.',
  'credit.changed': 'Votre crédit est maintenant de {money}.',
};
