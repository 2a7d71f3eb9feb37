import type { WordsLike } from '../internal/words.js';
import type { words as english } from './offer-list.en.js';

/** What offer-list says in Spanish. */
export const words: WordsLike<typeof english> = {
  'offers.title': 'Tus ofertas',
  'offers.waiting': 'Cargando tus ofertas',
  'offers.signed-out': 'Inicia sesión para ver tus ofertas.',
  'offers.empty': 'No tienes ofertas en este momento. Las nuevas aparecen aquí por sí solas.',
  'offers.off': 'menos',
  'offers.gift-card': 'tarjeta regalo',
  'offers.minimum': 'A partir de {money}',
  'offers.until': 'Úsala hasta el {day}',
  'offers.soon': {
    one: 'Úsala hasta el {day}, queda {count} día',
    other: 'Úsala hasta el {day}, quedan {count} días',
  },
  'offers.today': 'Hoy es el último día',
  'offers.no-end': 'Sin fecha límite',
  'offers.book': 'Reservar',
  'offers.book-with': 'Reservar con {name}',
  'offers.all': 'Ver las {count}',
  'offers.new': 'Tienes una nueva oferta: {name}.',
};
