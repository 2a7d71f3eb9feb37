import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-welcome.en.js';

/** What referral-welcome says in Spanish. */
export const words: WordsLike<typeof english> = {
  'welcome.waiting': 'Cargando tu oferta',
  'welcome.from': 'Alguien pensó en ti',
  'welcome.how':
    'Es para ti en {clinic}. Guárdala con tu número y cuenta al reservar o al unirte, en cualquier lugar.',
  'welcome.phone': 'Número de móvil',
  'welcome.keep': 'Guardar mi oferta',
  'welcome.working': 'Un momento',
  'welcome.use': 'Lo usamos para encontrar tu oferta y no enviamos nada.',
  'welcome.kept': 'Tu oferta está guardada para el número {hint} hasta el {day}.',
  'welcome.next': 'Da este número al reservar o al unirte. La oferta cuenta por sí sola.',
  'welcome.book': 'Reservar una visita',
  'welcome.join': 'Unirme al programa',
  'welcome.other': 'Usar otro número',
  'welcome.no-code': 'Abre otra vez el enlace que te enviaron para ver aquí tu oferta.',
  'welcome.off': 'En este momento no hay oferta para amistades.',
  'welcome.member':
    'Ya formas parte del programa. Esta oferta es para quienes vienen por primera vez.',
  'welcome.yours': 'Esta oferta es tuya. La encuentras en tu cuenta.',
  'welcome.phone_invalid': 'No parece un número de móvil. Revísalo e inténtalo de nuevo.',
  'welcome.referral_code_unknown':
    'Este enlace ya no existe aquí. Pide uno nuevo a quien te lo envió.',
  'welcome.rate_limited': 'Fueron demasiados intentos. Espera una hora e inténtalo de nuevo.',
};
