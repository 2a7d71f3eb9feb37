import type { WordsLike } from '../internal/words.js';
import type { words as english } from './package-balance.en.js';

/** What package-balance says in Spanish. */
export const words: WordsLike<typeof english> = {
  'packages.title': 'Tus paquetes',
  'packages.waiting': 'Cargando tus paquetes',
  'packages.signed-out': 'Inicia sesión para ver las sesiones que te quedan.',
  'packages.empty': 'Ahora no tienes ningún paquete. Los que compres aparecen aquí solos.',
  'packages.left': {
    one: 'Queda {count} de {total} sesiones',
    other: 'Quedan {count} de {total} sesiones',
  },
  'packages.none': 'No quedan sesiones',
  'packages.none-left': 'Usadas las {total} sesiones',
  'packages.until': 'Hasta el {day}',
  'packages.no-end': 'Sin fecha límite',
  'packages.expired': 'Terminó el {day}',
  'packages.book': 'Reservar',
  'packages.book-with': 'Reservar con {name}',
  'packages.all': 'Ver los {count}',
  'packages.changed': 'Tu paquete {name} cambió. {left}.',
};
