import type { WordsLike } from '../internal/words.js';
import type { words as english } from './points-balance.en.js';

/** What points-balance says in Spanish. */
export const words: WordsLike<typeof english> = {
  'points.waiting': 'Cargando tus puntos',
  'points.signed-out': 'Inicia sesión para ver tus puntos.',
  'points.worth': 'valen {money}',
  'points.lapse': '{amount} caducan el {day}',
  'points.kept': 'Tus puntos se conservan mientras sigas viniendo.',
  'points.empty': 'Los puntos llegan solos después de tu próxima visita.',
  'points.below-zero':
    'Una corrección dejó tu saldo por debajo de cero. Se completa con tu próxima visita.',
  'points.changed': 'Tu saldo es ahora de {amount} {points}.',
};
