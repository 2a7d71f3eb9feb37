import type { WordsLike } from '../internal/words.js';
import type { words as english } from './visit-preview.en.js';

/** What visit-preview says in Spanish. */
export const words: WordsLike<typeof english> = {
  'preview.waiting': 'Calculando lo que suma esta visita',
  'preview.choose': 'Elige un tratamiento para ver lo que suma la visita.',
  'preview.label': 'Esta visita suma',
  'preview.least': 'Esta visita suma al menos',
  'preview.due': 'Quedan {money} por pagar, con lo que ya tienes aquí.',
  'preview.rises': 'Con ella llegas a {tier}.',
  'preview.alone': 'Por sí sola alcanza {tier}.',
  'preview.missing': 'Después faltan {money} para {tier}.',
  'preview.top': '{tier} es tuyo, el nivel más alto.',
  'preview.signed-out': 'Inicia sesión para verlo con tu nivel y tus ofertas.',
  'preview.changed': 'Esta visita suma {amount} {points}. {tier}',
};
