import type { WordsLike } from '../internal/words.js';
import type { words as english } from './reward-list.en.js';

/** What reward-list says in Brazilian Portuguese. */
export const words: WordsLike<typeof english> = {
  'rewards.title': 'Recompensas',
  'rewards.waiting': 'Carregando as recompensas',
  'rewards.signed-out': 'Entre para ver o que seus pontos podem render.',
  'rewards.empty': 'Não há nada para resgatar agora. As novidades aparecem aqui sozinhas.',
  'rewards.balance': 'Você tem {points}',
  'rewards.points': '{amount} {points}',
  'rewards.claim': 'Resgatar',
  'rewards.claim-named': 'Resgatar {name}',
  'rewards.missing': 'Faltam {amount} {points}',
  'rewards.tier': 'Abre com {tier}',
  'rewards.again': 'De novo no ano que vem',
  'rewards.below-zero': 'Quando seu saldo passar de zero',
  'rewards.unavailable': 'Indisponível agora',
  'rewards.yours': 'Sua até {day}',
  'rewards.yours-no-end': 'Sua, pronta para usar',
  'rewards.show': 'Ver código',
  'rewards.show-named': 'Ver código de {name}',
  'rewards.all': 'Ver todas ({count})',
  'rewards.not-opened': 'Não foi possível abrir. Confira sua conexão e tente de novo.',

  'rewards.confirm': 'Resgatar esta recompensa?',
  'rewards.price': 'Preço',
  'rewards.keep': 'Você fica com',
  'rewards.valid': 'Vale por',
  'rewards.days': { one: '{count} dia', other: '{count} dias' },
  'rewards.claim-for': 'Resgatar por {points}',
  'rewards.not-now': 'Agora não',
  'rewards.working': 'Um momento',
  'rewards.voucher': 'Pronta para usar',
  'rewards.image': 'O código {code} como código QR',
  'rewards.desk': 'Mostre na recepção.',
  'rewards.until': 'Mostre na recepção, no máximo até {day}.',
  'rewards.book': 'Agendar uma visita',
  'rewards.done': 'Pronto',
  'rewards.give-back': 'Devolver',
  'rewards.return': 'Devolver este vale?',
  'rewards.return-text': '{points} voltam para você na hora, e o código deixa de valer.',
  'rewards.keep-it': 'Ficar com ele',
  'rewards.returned': 'Devolvido: {name}. {points} são seus de novo.',
  'rewards.over': 'Este vale foi usado, devolvido ou já terminou.',

  'rewards.points_insufficient': 'Seus pontos já não bastam para isto.',
  'rewards.tier_too_low': 'Seu nível não abre esta recompensa agora.',
  'rewards.balance_negative':
    'Uma correção deixou seu saldo abaixo de zero. Você poderá resgatar quando ele subir.',
  'rewards.claim_limit_reached': 'Você já resgatou isto tantas vezes quanto um ano permite.',
  'rewards.cash_cap_reached': 'Você já resgatou tanto crédito quanto um ano permite.',
  'rewards.reward_unknown': 'A clínica não oferece mais esta recompensa.',
  'rewards.voucher_unavailable':
    'Este vale não pode ser devolvido: foi usado, terminou ou está em uma conta aberta.',
  'rewards.unanswered':
    'Não conseguimos falar com a clínica. Tente de novo: nada é cobrado duas vezes.',
  'rewards.failed': 'Não funcionou agora. Tente de novo em um momento.',
};
