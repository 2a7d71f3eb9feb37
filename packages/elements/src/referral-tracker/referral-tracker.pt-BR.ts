import type { WordsLike } from '../internal/words.js';
import type { words as english } from './referral-tracker.en.js';

/** What referral-tracker says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'tracker.title': 'Quem você indicou',
  'tracker.waiting': 'Carregando quem você indicou',
  'tracker.signed-out': 'Entre para ver o que o seu link trouxe.',
  'tracker.empty':
    'Ninguém entrou com o seu link ainda. Aqui você vê quanto falta para cada recompensa.',
  'tracker.off': 'Sua clínica não tem oferta de indicação no momento.',
  'tracker.pending': '{amount} {points} a caminho',
  'tracker.rewards': {
    one: '{count} recompensa a caminho',
    other: '{count} recompensas a caminho',
  },
  'tracker.friend': 'Uma pessoa amiga',
  'tracker.since': 'desde {month}',
  'tracker.invited': 'guardou a sua oferta em {month}',
  'tracker.joined': 'Sua recompensa vem depois da primeira visita.',
  'tracker.booked': 'Primeira visita marcada. Sua recompensa vem depois.',
  'tracker.completed': 'Sua recompensa está a caminho e chega em {day}.',
  'tracker.thanks': 'Agradecemos. Desta vez não há outra recompensa.',
  'tracker.released': 'Sua recompensa chegou.',
  'tracker.expired': 'O prazo para a recompensa passou.',
  'tracker.held': 'A clínica está verificando antes de enviar sua recompensa.',
  'tracker.rejected': 'Sem recompensa desta vez. A clínica pode dizer por quê.',
  'tracker.all': 'Ver todas ({count})',
  'tracker.more': 'Ver mais',
  'tracker.more-failed': 'Não foi possível carregar as outras. Tente de novo daqui a pouco.',
  'tracker.changed': '{friend}: {status}',
};
