import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** What tier-badge says in Spanish. */
export const words: WordsLike<typeof english> = {
  'tier.waiting': 'Cargando tu nivel',
  'tier.signed-out': 'Ver tu nivel',
  'tier.failed': 'No cargó. Reintentar',
  'tier.none': 'Aún sin nivel',
  'tier.open': '{tier}, tu nivel. Qué incluye',
  'tier.unlocks': '{tier} incluye',
  'tier.unlocks-nothing': 'Aquí empezamos todos. Cada visita cuenta para el siguiente nivel.',
  'tier.missing': 'Faltan {money} para {tier}',
  'tier.top': 'Es el nivel más alto.',
  'tier.kept-until': 'Es tuyo hasta el {day}, y más con tus próximas visitas.',
  'tier.changed': 'Tu nivel es ahora {tier}.',
  'tier.close': 'Cerrar',
  'tier.per-quarter': {
    one: '{name}, una vez por trimestre',
    other: '{name}, {count} veces por trimestre',
  },
};
