import type { WordsLike } from '../internal/words.js';
import type { words as english } from './tier-badge.en.js';

/** What tier-badge says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'tier.waiting': 'Carregando seu nível',
  'tier.signed-out': 'Ver seu nível',
  'tier.failed': 'Não carregou. Repetir',
  'tier.none': 'Ainda sem nível',
  'tier.open': '{tier}, seu nível. O que inclui',
  'tier.unlocks': '{tier} inclui',
  'tier.unlocks-nothing': 'É aqui que todo mundo começa. Cada visita conta para o próximo nível.',
  'tier.missing': '{money} para {tier}',
  'tier.top': 'Este é o nível mais alto.',
  'tier.kept-until': 'É seu até {day}, e por mais tempo com suas próximas visitas.',
  'tier.changed': 'Seu nível agora é {tier}.',
  'tier.close': 'Fechar',
  'tier.per-quarter': {
    one: '{name}, uma vez por trimestre',
    other: '{name}, {count} vezes por trimestre',
  },
};
