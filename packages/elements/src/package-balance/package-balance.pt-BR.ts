import type { WordsLike } from '../internal/words.js';
import type { words as english } from './package-balance.en.js';

/** What package-balance says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'packages.title': 'Seus pacotes',
  'packages.waiting': 'Carregando seus pacotes',
  'packages.signed-out': 'Entre para ver as sessões que você ainda tem.',
  'packages.empty': 'Você não tem pacotes no momento. Os que comprar aparecem aqui sozinhos.',
  'packages.left': {
    one: 'Resta {count} de {total} sessões',
    other: 'Restam {count} de {total} sessões',
  },
  'packages.none': 'Não restam sessões',
  'packages.none-left': 'Todas as sessões usadas ({total})',
  'packages.until': 'Até {day}',
  'packages.no-end': 'Sem data limite',
  'packages.expired': 'Terminou em {day}',
  'packages.book': 'Marcar',
  'packages.book-with': 'Marcar com {name}',
  'packages.all': 'Ver todos ({count})',
  'packages.changed': 'Seu pacote {name} mudou. {left}.',
};
