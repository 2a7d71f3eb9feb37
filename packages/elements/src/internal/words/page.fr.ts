import type { WordsLike } from '../words.js';
import type { words as english } from './page.en.js';

/** What all elements say in French. */
export const words: WordsLike<typeof english> = {
  'face.signed-out': 'Connectez-vous pour voir ceci.',
  'face.sign-in': 'Se connecter',
  'face.waiting': 'Chargement',
  'face.retry': 'Réessayer',
  'face.stale': 'Peut-être plus à jour. Nouvel essai dans un instant.',

  'failed.network': 'La clinique est injoignable. Vérifiez votre connexion et réessayez.',
  'failed.set-up':
    'Le programme n’est pas encore actif sur cette page. Merci de le dire à la clinique.',
  'failed.other': 'Cela n’a pas pu être chargé. Réessayez dans un instant.',
};
