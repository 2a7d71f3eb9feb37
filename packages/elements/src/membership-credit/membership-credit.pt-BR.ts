import type { WordsLike } from '../internal/words.js';
import type { words as english } from './membership-credit.en.js';

/** What membership-credit says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'credit.title': 'Seu crédito',
  'credit.waiting': 'Carregando seu crédito',
  'credit.signed-out': 'Entre para ver seu crédito.',
  'credit.empty': 'Você não tem crédito no momento.',
  'credit.usable': 'para usar nas suas visitas',
  'credit.next': 'mais {money} em {day}',
  'credit.paused': 'Em pausa. O que já foi acumulado vale até a própria data.',
  'credit.ended': 'Encerrada. O que já foi acumulado vale até a própria data.',
  'credit.below-zero': 'Uma correção deixou seu crédito abaixo de zero.',
  'credit.until': 'use até {day}',
  'credit.no-end': 'sem data limite',
  'credit.all': 'Ver todos ({count})',
  'credit.terms': 'Condições de {plan}',
  'credit.rolls': {
    one: '{money} por mês. O crédito de um mês pode ser usado por {count} mês.',
    other: '{money} por mês. O crédito de um mês pode ser usado por {count} meses.',
  },
  'credit.plan': '{price} por mês, com {money} de crédito a cada mês.',
  'credit.perk': 'A cada trimestre: {perk}.',
  'credit.visits-left': {
    one: 'Com mais {count} visita você pode participar.',
    other: 'Com mais {count} visitas você pode participar.',
  },
  'credit.may-join': 'Você pode participar na sua próxima visita.',
  'credit.changed': 'Seu crédito agora é de {money}.',
};
