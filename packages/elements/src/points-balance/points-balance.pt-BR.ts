import type { WordsLike } from '../internal/words.js';
import type { words as english } from './points-balance.en.js';

/** What points-balance says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'points.waiting': 'Carregando seus pontos',
  'points.signed-out': 'Entre para ver seus pontos.',
  'points.worth': 'valem {money}',
  'points.lapse': '{amount} expiram em {day}',
  'points.kept': 'Seus pontos ficam com você enquanto continuar vindo.',
  'points.empty': 'Os pontos chegam sozinhos depois da sua próxima visita.',
  'points.below-zero':
    'Uma correção deixou seu saldo abaixo de zero. Ele sobe na sua próxima visita.',
  'points.changed': 'Seu saldo agora é de {amount} {points}.',
};
