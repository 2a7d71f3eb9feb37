import type { WordsLike } from '../../../internal/words.js';
import type { words as english } from './demo.en.js';

/** What a demo page says of itself in French. */
export const words: WordsLike<typeof english> = {
  'demo.badge': 'Démo, points fictifs',
  'demo.about':
    'Cette clinique et ces personnes sont inventées. Tout reste dans la mémoire de cette page ; rechargez-la pour recommencer.',
  'demo.sign-in':
    'Pour vous connecter, utilisez le {phone} et le code {code}. Tout autre numéro en 555-01 crée un compte.',
  'demo.code': 'Votre code pour cette démo : {code}',
};
