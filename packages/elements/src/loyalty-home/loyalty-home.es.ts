import type { WordsLike } from '../internal/words.js';
import type { words as english } from './loyalty-home.en.js';

/** What loyalty-home says in Spanish. */
export const words: WordsLike<typeof english> = {
  'home.waiting': 'Cargando tus ventajas',
  'home.nav': 'Tus ventajas',
  'home.home': 'Inicio',
  'home.offers': 'Ofertas',
  'home.appointment': 'Cita',
  'home.status': 'Estado',
  'home.hello': 'Qué alegría verte, {name}',
  'home.hello-unnamed': 'Qué alegría verte',
  'home.since': 'Con nosotros desde {year}',
  'home.visit': 'Elige la hora que te venga bien. Lo que ganes llega solo después.',
  'home.invite': 'Cada visita te devuelve algo',
  'home.invite-why': 'Puntos por las visitas de siempre y ofertas que son solo para ti.',
};
