import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-tracker.en.js';

/** What referral-tracker says in Spanish. */
export const words: WordsLike<typeof english> = {
  'tracker.title': 'Tus amistades',
  'tracker.waiting': 'Cargando tus amistades',
  'tracker.signed-out': 'Inicia sesión para ver qué resultó de tu enlace.',
  'tracker.empty':
    'Todavía nadie se ha unido con tu enlace. Aquí verás qué tan cerca está cada recompensa.',
  'tracker.off': 'Tu clínica no tiene una oferta para recomendar en este momento.',
  'tracker.pending': '{amount} {points} en camino',
  'tracker.rewards': {
    one: '{count} recompensa en camino',
    other: '{count} recompensas en camino',
  },
  'tracker.friend': 'Una amistad',
  'tracker.since': 'desde {month}',
  'tracker.invited': 'guardó tu oferta en {month}',
  'tracker.joined': 'Tu recompensa llega después de su primera visita.',
  'tracker.booked': 'Ya tiene cita. Tu recompensa llega después.',
  'tracker.completed': 'Tu recompensa está en camino, llega el {day}.',
  'tracker.thanks': 'Gracias. Esta vez no hay otra recompensa.',
  'tracker.released': 'Tu recompensa ya llegó.',
  'tracker.expired': 'El plazo para la recompensa pasó.',
  'tracker.held': 'La clínica lo revisa antes de enviar tu recompensa.',
  'tracker.rejected': 'Esta vez no hay recompensa. La clínica te dice por qué.',
  'tracker.all': 'Ver todas ({count})',
  'tracker.more': 'Ver más',
  'tracker.more-failed': 'No se pudieron cargar las demás. Inténtalo de nuevo en un momento.',
  'tracker.changed': '{friend}: {status}',
};
