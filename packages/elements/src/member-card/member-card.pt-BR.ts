import type { WordsLike } from '../internal/words.js';
import type { words as english } from './member-card.en.js';

/** What member-card says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'card.title': 'Seu cartão',
  'card.waiting': 'Carregando seu cartão',
  'card.signed-out': 'Entre para ver seu cartão.',
  'card.since': 'No programa desde {year}',
  'card.vip': 'VIP',
  'card.show': 'Mostre na recepção e sua visita vale sozinha.',
  'card.image': 'Código QR do seu número',
  'card.number': 'Seu número',
  'card.failed': 'Não foi possível desenhar o código. O número também serve.',
};
