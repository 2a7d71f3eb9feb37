import type { WordsLike } from '../internal/words.js';
import type { words as english } from './reward-list.en.js';

/** What reward-list says in French. */
export const words: WordsLike<typeof english> = {
  'rewards.title': 'Récompenses',
  'rewards.waiting': 'Chargement des récompenses',
  'rewards.signed-out': 'Connectez-vous pour voir ce que vos points vous offrent.',
  'rewards.empty':
    'Il n’y a rien à obtenir pour le moment. Les nouvelles récompenses s’affichent ici.',
  'rewards.balance': 'Vous avez {points}',
  'rewards.points': '{amount} {points}',
  'rewards.claim': 'Obtenir',
  'rewards.claim-named': 'Obtenir {name}',
  'rewards.missing': 'Encore {amount} {points}',
  'rewards.tier': 'À partir de {tier}',
  'rewards.again': 'À nouveau l’an prochain',
  'rewards.below-zero': 'Dès que votre solde dépasse zéro',
  'rewards.unavailable': 'Pas disponible',
  'rewards.yours': 'À vous, jusqu’au {day}',
  'rewards.yours-no-end': 'À vous, prête à l’emploi',
  'rewards.show': 'Voir le code',
  'rewards.show-named': 'Voir le code de {name}',
  'rewards.all': 'Tout voir ({count})',
  'rewards.not-opened': 'Impossible d’ouvrir. Vérifiez votre connexion et réessayez.',

  'rewards.confirm': 'Obtenir cette récompense ?',
  'rewards.price': 'Prix',
  'rewards.keep': 'Il vous reste',
  'rewards.valid': 'Valable',
  'rewards.days': { one: '{count} jour', other: '{count} jours' },
  'rewards.claim-for': 'Obtenir pour {points}',
  'rewards.not-now': 'Pas maintenant',
  'rewards.working': 'Un instant',
  'rewards.voucher': 'Prête à l’emploi',
  'rewards.image': 'Le code {code} sous forme de code QR',
  'rewards.desk': 'À présenter à l’accueil.',
  'rewards.until': 'À présenter à l’accueil, au plus tard le {day}.',
  'rewards.book': 'Prendre rendez-vous',
  'rewards.done': 'Terminé',
  'rewards.give-back': 'Rendre',
  'rewards.return': 'Rendre ce bon ?',
  'rewards.return-text': '{points} vous reviennent aussitôt et le code ne fonctionne plus.',
  'rewards.keep-it': 'Garder',
  'rewards.returned': 'Rendu : {name}. {points} sont de nouveau à vous.',
  'rewards.over': 'Ce bon a été utilisé, rendu ou a expiré.',

  'rewards.points_insufficient': 'Vos points ne suffisent plus pour cela.',
  'rewards.tier_too_low': 'Votre niveau n’ouvre pas cette récompense pour le moment.',
  'rewards.balance_negative':
    'Une correction a mis votre solde sous zéro. Vous pourrez choisir dès qu’il sera remonté.',
  'rewards.claim_limit_reached': 'Vous l’avez déjà obtenue autant de fois qu’une année le permet.',
  'rewards.cash_cap_reached': 'Vous avez déjà obtenu autant de crédit qu’une année le permet.',
  'rewards.reward_unknown': 'La clinique ne propose plus cette récompense.',
  'rewards.voucher_unavailable':
    'Ce bon ne peut pas être rendu : utilisé, expiré ou sur une note en cours.',
  'rewards.unanswered': 'La clinique est injoignable. Réessayez, rien n’est pris deux fois.',
  'rewards.failed': 'Cela n’a pas marché. Réessayez dans un instant.',
};
