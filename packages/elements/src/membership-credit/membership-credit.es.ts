import type { WordsLike } from '../internal/words.js';
import type { words as english } from './membership-credit.en.js';

/** What membership-credit says in Spanish. */
export const words: WordsLike<typeof english> = {
  'credit.title': 'Tu crédito',
  'credit.waiting': 'Cargando tu crédito',
  'credit.signed-out': 'Inicia sesión para ver tu crédito.',
  'credit.empty': 'Por ahora no tienes crédito.',
  'credit.usable': 'para usar en tus visitas',
  'credit.next': '{money} más el {day}',
  'credit.paused': 'En pausa. Lo acumulado sigue hasta su propia fecha.',
  'credit.ended': 'Terminada. Lo acumulado sigue hasta su propia fecha.',
  'credit.below-zero': 'Una corrección dejó tu crédito por debajo de cero.',
  'credit.until': 'úsalo hasta el {day}',
  'credit.no-end': 'sin fecha límite',
  'credit.all': 'Ver los {count}',
  'credit.terms': 'Condiciones de {plan}',
  'credit.rolls': {
    one: '{money} al mes. El crédito de un mes se puede usar durante {count} mes.',
    other: '{money} al mes. El crédito de un mes se puede usar durante {count} meses.',
  },
  'credit.plan': '{price} al mes, con {money} de crédito cada mes.',
  'credit.perk': 'Cada trimestre: {perk}.',
  'credit.visits-left': {
    one: 'Con {count} visita más puedes unirte.',
    other: 'Con {count} visitas más puedes unirte.',
  },
  'credit.may-join': 'Puedes unirte en tu próxima visita.',
  'credit.changed': 'Tu crédito es ahora de {money}.',
};
