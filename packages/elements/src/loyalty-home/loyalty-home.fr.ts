import type { WordsLike } from '../internal/words.js';
import type { words as english } from './loyalty-home.en.js';

/** What loyalty-home says in French. */
export const words: WordsLike<typeof english> = {
  'home.waiting': 'Chargement de vos avantages',
  'home.nav': 'Vos avantages',
  'home.home': 'Accueil',
  'home.offers': 'Offres',
  'home.appointment': 'Rendez-vous',
  'home.status': 'Statut',
  'home.hello': 'Quel plaisir de vous voir, {name}',
  'home.hello-unnamed': 'Quel plaisir de vous voir',
  'home.since': 'Membre depuis {year}',
  'home.visit':
    'Choisissez l’heure qui vous convient. Ce que vous gagnez arrive ensuite tout seul.',
  'home.invite': 'Chaque visite vous rend quelque chose',
  'home.invite-why':
    'Des points pour vos visites habituelles, et des offres qui ne sont que pour vous.',
};
