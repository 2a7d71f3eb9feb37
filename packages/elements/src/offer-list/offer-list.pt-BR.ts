import type { WordsLike } from '../internal/words.js';
import type { words as english } from './offer-list.en.js';

/** What offer-list says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'offers.title': 'Suas ofertas',
  'offers.waiting': 'Carregando suas ofertas',
  'offers.signed-out': 'Entre para ver as suas ofertas.',
  'offers.empty': 'Você não tem ofertas no momento. As novas aparecem aqui sozinhas.',
  'offers.off': 'de desconto',
  'offers.gift-card': 'vale-presente',
  'offers.minimum': 'A partir de {money}',
  'offers.until': 'Use até {day}',
  'offers.soon': {
    one: 'Use até {day}, falta {count} dia',
    other: 'Use até {day}, faltam {count} dias',
  },
  'offers.today': 'Hoje é o último dia',
  'offers.no-end': 'Sem data de término',
  'offers.book': 'Marcar',
  'offers.book-with': 'Marcar com {name}',
  'offers.all': 'Ver todas as {count}',
  'offers.new': 'Você tem uma nova oferta: {name}.',
};
