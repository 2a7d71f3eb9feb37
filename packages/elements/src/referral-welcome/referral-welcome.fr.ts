import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-welcome.en.js';

/** What referral-welcome says in French. */
export const words: WordsLike<typeof english> = {
  'welcome.waiting': 'Chargement de votre offre',
  'welcome.from': 'Un proche a pensé à vous',
  'welcome.how':
    'Elle vous attend chez {clinic}. Gardez-la avec votre numéro : elle compte où que vous réserviez ou vous inscriviez.',
  'welcome.phone': 'Numéro de mobile',
  'welcome.keep': 'Garder mon offre',
  'welcome.working': 'Un instant',
  'welcome.use': 'Il sert à retrouver votre offre, nous n’y envoyons rien.',
  'welcome.kept': 'Votre offre est gardée pour le numéro {hint} jusqu’au {day}.',
  'welcome.next':
    'Donnez ce numéro en réservant ou en vous inscrivant. L’offre compte d’elle-même.',
  'welcome.book': 'Réserver une visite',
  'welcome.join': 'Rejoindre le programme',
  'welcome.other': 'Utiliser un autre numéro',
  'welcome.no-code': 'Ouvrez à nouveau le lien de votre proche pour voir votre offre ici.',
  'welcome.off': 'Il n’y a pas d’offre de parrainage en ce moment.',
  'welcome.member': 'Vous êtes déjà membre ici. Cette offre est pour les nouveaux venus.',
  'welcome.yours': 'Cette offre est à vous. Vous la trouvez dans votre compte.',
  'welcome.phone_invalid': 'Ce numéro de mobile ne semble pas exister. Vérifiez-le et réessayez.',
  'welcome.referral_code_unknown':
    'Ce lien n’est plus connu ici. Demandez-en un nouveau à votre proche.',
  'welcome.rate_limited': 'Il y a eu un peu trop d’essais. Attendez une heure et réessayez.',
};
