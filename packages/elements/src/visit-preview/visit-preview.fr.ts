import type { WordsLike } from '../internal/words.js';
import type { words as english } from './visit-preview.en.js';

/** What visit-preview says in French. */
export const words: WordsLike<typeof english> = {
  'preview.waiting': 'Calcul de ce que rapporte cette visite',
  'preview.choose': 'Choisissez un soin pour voir ce que rapporte la visite.',
  'preview.label': 'Cette visite rapporte',
  'preview.least': 'Cette visite rapporte au moins',
  'preview.due': 'Il reste {money} à régler, avec ce que vous avez ici.',
  'preview.rises': 'Elle vous mène à {tier}.',
  'preview.alone': 'Elle suffit pour atteindre {tier}.',
  'preview.missing': 'Ensuite, il manque {money} pour {tier}.',
  'preview.top': '{tier} est à vous, le niveau le plus élevé.',
  'preview.signed-out': 'Connectez-vous pour le voir avec votre niveau et vos offres.',
  'preview.changed': 'Cette visite rapporte {amount} {points}. {tier}',
};
