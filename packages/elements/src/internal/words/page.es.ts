import type { WordsLike } from '../words.js';
import type { words as english } from './page.en.js';

/** What all elements say in Spanish. */
export const words: WordsLike<typeof english> = {
  'face.signed-out': 'Inicia sesión para verlo.',
  'face.sign-in': 'Iniciar sesión',
  'face.waiting': 'Cargando',
  'face.retry': 'Reintentar',
  'face.stale': 'Puede no estar al día. Reintentamos en breve.',

  'failed.network': 'No pudimos conectar con la clínica. Revisa tu conexión e inténtalo de nuevo.',
  'failed.set-up': 'El programa aún no está configurado en esta página. Avisa a la clínica.',
  'failed.other': 'No se pudo cargar. Inténtalo de nuevo en un momento.',
};
