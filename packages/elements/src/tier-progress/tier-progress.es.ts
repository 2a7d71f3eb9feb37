import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-progress.en.js';

/** What tier-progress says in Spanish. */
export const words: WordsLike<typeof english> = {
  'progress.waiting': 'Cargando tu progreso',
  'progress.signed-out': 'Inicia sesión para ver cuánto falta para el siguiente nivel.',
  'progress.empty': 'Esta clínica no tiene niveles por ahora.',
  'progress.missing': '{money} para {tier}',
  'progress.missing-by': '{money} para {tier} hasta el {day}',
  'progress.top': '{tier} es el nivel más alto',
  'progress.spend': {
    one: 'Llevas {money} en el último mes',
    other: 'Llevas {money} en los últimos {count} meses',
  },
  'progress.meter': 'Gasto para llegar a {tier}',
  'progress.of': '{money} de {goal}',
  'progress.mine': 'tu nivel',
  'progress.kept': '{tier} es tuyo hasta el {day}.',
  'progress.keep': 'Con {money} antes de esa fecha lo conservas.',
  'progress.at-risk': 'Lo que se iría con él: {benefits}.',
  'progress.unlocks': '{tier} incluye: {benefits}.',
  'progress.given': '{tier} es nuestro regalo hasta el {day} incluido.',
  'progress.changed': 'Ahora faltan {money} para {tier}.',
};
