import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-card.en.js';

/** What member-card says in Spanish. */
export const words: WordsLike<typeof english> = {
  'card.title': 'Tu tarjeta',
  'card.waiting': 'Cargando tu tarjeta',
  'card.signed-out': 'Inicia sesión para ver tu tarjeta.',
  'card.since': 'En el programa desde {year}',
  'card.vip': 'VIP',
  'card.show': 'Muéstralo en recepción y tu visita cuenta por sí sola.',
  'card.image': 'Código QR de tu número',
  'card.number': 'Tu número',
  'card.failed': 'No se pudo dibujar el código. El número también sirve.',
};
