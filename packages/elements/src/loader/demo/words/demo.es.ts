import type { WordsLike } from '../../../internal/words.js';
import type { words as english } from './demo.en.js';

/** What a demo page says of itself in Spanish. */
export const words: WordsLike<typeof english> = {
  'demo.badge': 'Demostración, puntos ficticios',
  'demo.about':
    'Esta clínica y sus personas son inventadas. Todo queda en la memoria de esta página; vuelve a cargarla para empezar de nuevo.',
  'demo.sign-in':
    'Para iniciar sesión, usa {phone} y el código {code}. Con cualquier otro número 555-01 se crea una cuenta.',
  'demo.code': 'Tu código para esta demostración: {code}',
};
