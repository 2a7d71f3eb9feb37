import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-progress.en.js';

/** What tier-progress says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'progress.waiting': 'Carregando seu progresso',
  'progress.signed-out': 'Entre para ver quanto falta para o próximo nível.',
  'progress.empty': 'Esta clínica não tem níveis no momento.',
  'progress.missing': '{money} para {tier}',
  'progress.missing-by': '{money} para {tier} até {day}',
  'progress.top': '{tier} é o nível mais alto',
  'progress.spend': {
    one: '{money} até agora, no último mês',
    other: '{money} até agora, nos últimos {count} meses',
  },
  'progress.meter': 'Gasto rumo a {tier}',
  'progress.of': '{money} de {goal}',
  'progress.mine': 'seu nível',
  'progress.kept': '{tier} é seu até {day}.',
  'progress.keep': 'Com {money} antes disso, ele continua seu.',
  'progress.at-risk': 'O que iria junto: {benefits}.',
  'progress.unlocks': '{tier} inclui: {benefits}.',
  'progress.given': '{tier} é um presente nosso até {day}, inclusive.',
  'progress.changed': 'Agora faltam {money} para {tier}.',
};
